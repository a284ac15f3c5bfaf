#include "report/json_parts.hpp"

namespace cpom::report {
namespace {

Json years_json(const engine::Evaluation& evaluation, const engine::TermResult& term,
                const Voice& voice) {
  Json years = Json::array();
  for (const std::size_t index : term.yearly) {
    const engine::Result& result = evaluation.results[index];
    years.push_back({{"year", result.year},
                     {"status", voice.effective(result).id},
                     {"retained", result.retained_status != nullptr}});
  }
  return years;
}

Json diagnoses_json(const model::Engagement& engagement, const Voice& voice) {
  Json diagnoses = Json::array();
  for (const model::Diagnosis& diagnosis : engagement.diagnoses) {
    diagnoses.push_back({{"by", model::word_of(diagnosis.by)},
                         {"date", date_or_null(diagnosis.date)},
                         {"text", diagnosis.text},
                         {"place", place_json(diagnosis.where, voice)}});
  }
  return diagnoses;
}

Json proposed_json(const engine::EngagementResult& result) {
  if (result.proposed == nullptr) return nullptr;
  const model::Engagement& engagement = *result.engagement;
  return {{"outcome", result.proposed->id},
          {"label", result.proposed->label},
          {"role", text_or_null(engagement.outcome_role)},
          {"date", date_or_null(engagement.outcome_date)},
          {"reason", text_or_null(engagement.outcome_reason)}};
}

Json retained_json(const engine::EngagementResult& result, const Voice& voice) {
  if (result.retained == nullptr || result.retained_outcome == nullptr) return nullptr;
  const model::Decision& decision = *result.retained;
  return {{"outcome", result.retained_outcome->id},
          {"label", result.retained_outcome->label},
          {"role", decision.role},
          {"date", iso_text(decision.date)},
          {"reason", text_or_null(decision.reason)},
          {"place", place_json(decision.where, voice)}};
}

}  // namespace

Json term_json(const engine::Evaluation& evaluation, const engine::TermResult& term,
               const Voice& voice) {
  const Mark mark = voice.on_term(term);
  Json json;
  json["indicator"] = term.selection->indicator.code;
  json["strand"] = text_or_null(term.strand->id);
  json["status"] = mark.id;
  json["status_label"] = mark.label;
  json["outcome"] = code_of(term.outcome);
  json["reason"] = text_or_null(voice.tell(term.reason));
  json["expected"] = term.expected;
  json["counted"] = term.counted;
  json["complete"] = term.counted == term.expected;
  json["years"] = years_json(evaluation, term, voice);
  json["rules"] = rules_json(term.applications, voice);
  json["failures"] = failures_json(term.failures, voice);
  return json;
}

Json engagement_json(const engine::Evaluation& evaluation, const engine::EngagementResult& result,
                     const Voice& voice) {
  const model::Engagement& engagement = *result.engagement;
  Json indicators = Json::array();
  for (const std::size_t index : result.terms) {
    const engine::TermResult& term = evaluation.terms[index];
    indicators.push_back({{"code", term.selection->indicator.code},
                          {"strand", text_or_null(term.strand->id)},
                          {"status", voice.on_term(term).id}});
  }
  return {{"id", engagement.id},
          {"objective", engagement.objective},
          {"strand", text_or_null(engagement.strand)},
          {"site", text_or_null(engagement.site)},
          {"orientation", text_or_null(engagement.orientation)},
          {"former_annex", text_or_null(engagement.former_annex)},
          {"indicators", std::move(indicators)},
          {"diagnoses", diagnoses_json(engagement, voice)},
          {"proposed", proposed_json(result)},
          {"retained", retained_json(result, voice)},
          {"place", place_json(engagement.where, voice)}};
}

}  // namespace cpom::report
