#include "report/json_parts.hpp"
#include "report/writer.hpp"

#include <fmt/format.h>

namespace cpom::report {
namespace {

using engine::Evaluation;
using engine::ObjectiveResult;

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

Json section_json(const engine::SectionResult& section, const Voice& voice) {
  return {{"id", section.rule->id},
          {"label", text_or_null(section.rule->label)},
          {"strand", text_or_null(section.strand->id)},
          {"year", section.year},
          {"text", text_or_null(section.text)},
          {"figure", or_null(section.figure)},
          {"reason", text_or_null(voice.tell(section.reason))},
          {"rules", rules_json(section.applications, voice)},
          {"failures", failures_json(section.failures, voice)}};
}

/// As --term names it.
Json term_word(const Evaluation& evaluation) {
  if (!evaluation.term) return nullptr;
  return *evaluation.term == engine::Term::middle ? "mid" : "end";
}

Json evaluation_json(const Evaluation& evaluation, const Style& style) {
  const Voice voice(evaluation, style);
  const Missions missions(evaluation);
  Json json;
  json["contract"] = contract_json(evaluation, voice);
  json["as_of"] = iso_text(evaluation.as_of);
  json["years"] = evaluation.years;
  json["results"] = Json::array();
  for (const engine::Result& result : evaluation.results) {
    json["results"].push_back(result_json(result, missions, voice));
  }
  json["objectives"] = Json::array();
  for (const ObjectiveResult& objective : evaluation.objectives) {
    json["objectives"].push_back(objective_json(objective, missions, voice));
  }
  json["sections"] = Json::array();
  for (const engine::SectionResult& section : evaluation.sections) {
    json["sections"].push_back(section_json(section, voice));
  }
  json["term"] = term_word(evaluation);
  json["terms"] = Json::array();
  for (const engine::TermResult& term : evaluation.terms) {
    json["terms"].push_back(term_json(evaluation, term, voice));
  }
  json["engagements"] = Json::array();
  for (const engine::EngagementResult& engagement : evaluation.engagements) {
    json["engagements"].push_back(engagement_json(evaluation, engagement, voice));
  }
  json["remarks"] = remarks_json(evaluation.remarks, voice);
  json["summary"] = summary_json(summarise(evaluation), voice);
  return json;
}

}  // namespace

Json objective_json(const ObjectiveResult& objective, const Missions& missions,
                    const Voice& voice) {
  const model::Objective& about = *objective.objective;
  Json json;
  json["objective"] = {{"id", about.id},
                       {"label", about.label},
                       {"level", text_or_null(about.level)},
                       {"parent", text_or_null(about.parent)},
                       {"mission", text_or_null(missions.of(about))}};
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
