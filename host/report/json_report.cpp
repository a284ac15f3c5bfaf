#include "report/json_parts.hpp"
#include "report/writer.hpp"

#include <fmt/format.h>

namespace cpom::report {
namespace {

using engine::Evaluation;
using engine::ObjectiveResult;

Json parties_json(const model::Contract& contract) {
  Json parties = Json::array();
  for (const model::Party& party : contract.parties) {
    parties.push_back({{"kind", model::word_of(party.kind)},
                       {"name", party.name},
                       {"territory", text_or_null(party.territory)},
                       {"finess", text_or_null(party.finess)}});
  }
  return parties;
}

Json strands_json(const model::Contract& contract) {
  Json strands = Json::array();
  for (const model::Strand& strand : contract.strands) {
    if (strand.id.empty()) continue;
    strands.push_back({{"id", strand.id},
                       {"label", text_or_null(strand.label)},
                       {"region", text_or_null(strand.region)}});
  }
  return strands;
}

Json weather_json(const model::Weather* weather, const Voice& voice) {
  if (weather == nullptr) return nullptr;
  return {{"id", weather->id}, {"label", voice.mark(*weather).label}};
}

Json retained_json(const ObjectiveResult& objective, const Voice& voice) {
  if (objective.retained == nullptr) return nullptr;
  const model::Decision& decision = *objective.retained;
  return {{"weather", weather_json(objective.retained_weather, voice)},
          {"role", decision.role},
          {"date", iso_text(decision.date)},
          {"reason", text_or_null(decision.reason)},
          {"place", place_json(decision.where, voice)}};
}

Json evaluation_json(const Evaluation& evaluation, const Style& style) {
  const Voice voice(evaluation, style);
  Json json;
  json["contract"] = contract_json(evaluation, voice);
  json["as_of"] = iso_text(evaluation.as_of);
  json["years"] = evaluation.years;
  json["results"] = Json::array();
  for (const engine::Result& result : evaluation.results) {
    json["results"].push_back(result_json(result, voice));
  }
  json["objectives"] = Json::array();
  for (const ObjectiveResult& objective : evaluation.objectives) {
    json["objectives"].push_back(objective_json(objective, voice));
  }
  json["remarks"] = remarks_json(evaluation.remarks, voice);
  json["summary"] = summary_json(summarise(evaluation), voice);
  return json;
}

}  // namespace

Json contract_json(const Evaluation& evaluation, const Voice& voice) {
  const model::Contract& contract = *evaluation.contract;
  const model::Model& model = *evaluation.model;
  return {{"id", contract.id},
          {"label", text_or_null(contract.label)},
          {"model",
           {{"id", model.id},
            {"label", text_or_null(model.label)},
            {"family", text_or_null(model.family)},
            {"generation", text_or_null(model.generation)}}},
          {"region", text_or_null(contract.region)},
          {"signed_on", date_or_null(contract.signed_on)},
          {"start", iso_text(contract.start)},
          {"end", iso_text(contract.end)},
          {"parties", parties_json(contract)},
          {"strands", strands_json(contract)},
          {"place", place_json(contract.where, voice)}};
}

Json objective_json(const ObjectiveResult& objective, const Voice& voice) {
  const model::Objective& about = *objective.objective;
  Json json;
  json["objective"] = {{"id", about.id},
                       {"label", about.label},
                       {"level", text_or_null(about.level)},
                       {"parent", text_or_null(about.parent)}};
  json["strand"] = text_or_null(objective.strand->id);
  json["year"] = objective.year;
  json["expected"] = objective.expected;
  json["counted"] = objective.counted;
  json["complete"] = objective.complete();
  json["score"] = or_null(objective.score);
  json["weather"] = weather_json(objective.weather, voice);
  json["worst"] = weather_json(objective.worst, voice);
  json["best"] = weather_json(objective.best, voice);
  json["retained"] = retained_json(objective, voice);
  json["reason"] = text_or_null(voice.tell(objective.reason));
  json["rules"] = rules_json(objective.applications, voice);
  json["failures"] = failures_json(objective.failures, voice);
  return json;
}

Json summary_json(const Summary& summary, const Voice& voice) {
  Json statuses = Json::array();
  for (const auto& [status, count] : summary.statuses) {
    statuses.push_back(
        {{"status", status->id}, {"label", voice.mark(*status).label}, {"count", count}});
  }
  Json outcomes = Json::array();
  for (const auto& [outcome, count] : summary.outcomes) {
    outcomes.push_back(
        {{"outcome", code_of(outcome)}, {"label", voice.mark(outcome).label}, {"count", count}});
  }
  return {
      {"results", summary.results},         {"expected", summary.expected},
      {"with_status", summary.with_status}, {"retained", summary.retained},
      {"statuses", std::move(statuses)},    {"without_status", std::move(outcomes)},
      {"objectives", summary.objectives},   {"complete_objectives", summary.complete_objectives}};
}

std::string json_report(const std::vector<Evaluation>& evaluations, const Style& style) {
  Json json;
  json["schema_version"] = json_schema_version;
  json["language"] = code_of(style.language);
  json["working_document"] = true;
  json["evaluations"] = Json::array();
  for (const Evaluation& evaluation : evaluations) {
    json["evaluations"].push_back(evaluation_json(evaluation, style));
  }
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string json_library() {
  return fmt::format("nlohmann/json {}.{}.{}", NLOHMANN_JSON_VERSION_MAJOR,
                     NLOHMANN_JSON_VERSION_MINOR, NLOHMANN_JSON_VERSION_PATCH);
}

}  // namespace cpom::report
