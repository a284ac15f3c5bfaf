#include "report/json_parts.hpp"

namespace cpom::report {
namespace {

using engine::Result;
using model::Observation;

Json indicator_json(const model::Indicator& indicator) {
  return {{"code", indicator.code},
          {"label", indicator.label},
          {"kind", model::word_of(indicator.kind)},
          {"unit", text_or_null(indicator.unit)},
          {"decimals", indicator.decimals},
          {"direction", model::word_of(indicator.direction)},
          {"objective", text_or_null(indicator.objective)},
          {"suppliers", indicator.suppliers},
          {"assumptions", indicator.assumptions}};
}

/// The year when it is one: a target with a due date, or for a contract year, says that instead.
Json target_json(const Result& result, const Voice& voice) {
  if (result.target == nullptr) return nullptr;
  const model::Target& target = *result.target;
  const model::Target* initial = result.initial_target;
  return {{"value", or_null(target.value)},
          {"minimum", or_null(target.minimum)},
          {"maximum", or_null(target.maximum)},
          {"year", target.year > 0 ? Json(target.year) : Json(nullptr)},
          {"contract_year", target.contract_year > 0 ? Json(target.contract_year) : Json(nullptr)},
          {"due", date_or_null(target.due)},
          {"amendment", text_or_null(target.amendment)},
          {"in_force", iso_text(target.in_force)},
          {"initial", initial == nullptr ? Json(nullptr)
                                         : Json{{"value", or_null(initial->value)},
                                                {"minimum", or_null(initial->minimum)},
                                                {"maximum", or_null(initial->maximum)},
                                                {"place", place_json(initial->where, voice)}}},
          {"place", place_json(target.where, voice)}};
}

Json observation_json(const Observation& observation, const Voice& voice) {
  return {{"component", text_or_null(observation.component)},
          {"value", or_null(observation.value)},
          {"numerator", or_null(observation.numerator)},
          {"denominator", or_null(observation.denominator)},
          {"source", text_or_null(observation.source)},
          {"reference", date_or_null(observation.reference)},
          {"received", date_or_null(observation.received)},
          {"provisional", observation.provisional},
          {"place", place_json(observation.where, voice)}};
}

Json observations_json(const Result& result, const Voice& voice) {
  Json list = Json::array();
  for (const Observation* former : result.superseded) {
    list.push_back(observation_json(*former, voice));
  }
  return list;
}

Json retained_json(const Result& result, const Voice& voice) {
  if (result.retained == nullptr) return nullptr;
  const model::Decision& decision = *result.retained;
  const model::Status* status = result.retained_status;
  return {{"status", status == nullptr ? Json(nullptr) : Json(status->id)},
          {"label", status == nullptr ? Json(nullptr) : Json(voice.mark(*status).label)},
          {"role", decision.role},
          {"date", iso_text(decision.date)},
          {"reason", text_or_null(decision.reason)},
          {"place", place_json(decision.where, voice)}};
}

Json reason_json(const Result& result, const Voice& voice) {
  if (result.reason.empty()) return nullptr;
  return {{"text", voice.tell(result.reason)}, {"place", place_json(result.reason_at, voice)}};
}

Json progress_json(const Result& result) {
  if (!result.progress && !result.shown_progress) return nullptr;
  return {{"value", or_null(result.progress)},
          {"shown", or_null(result.shown_progress)},
          {"unrounded", or_null(result.unrounded_progress)}};
}

Json flags_json(const Result& result) {
  Json flags = Json::array();
  for (const engine::Flag flag : engine::all_flags) {
    if (result.flags.has(flag)) flags.push_back(code_of(flag));
  }
  return flags;
}

Json columns_json(const Result& result, const Voice& voice) {
  Json columns = Json::array();
  for (const engine::ColumnValue& column : result.columns) {
    columns.push_back({{"id", column.rule->id},
                       {"label", text_or_null(column.rule->label)},
                       {"value", value_json(column.value)},
                       {"reason", text_or_null(voice.tell(column.reason))},
                       {"failures", failures_json(column.failures, voice)}});
  }
  return columns;
}

}  // namespace

Json result_json(const Result& result, const Missions& missions, const Voice& voice) {
  const Mark proposed = voice.proposed(result);
  Json json;
  json["indicator"] = indicator_json(result.selection->indicator);
  json["mission"] = text_or_null(missions.of(*result.selection));
  json["site"] = text_or_null(result.selection->site);
  json["strand"] = text_or_null(result.strand->id);
  json["year"] = result.year;
  json["contract_year"] = result.contract_year > 0 ? Json(result.contract_year) : Json(nullptr);
  json["status"] = proposed.id;
  json["status_label"] = proposed.label;
  json["outcome"] = code_of(result.outcome);
  json["reason"] = reason_json(result, voice);
  json["measure"] = or_null(result.measure);
  json["unrounded"] = or_null(result.unrounded);
  json["baseline"] = or_null(result.baseline);
  json["target"] = target_json(result, voice);
  json["reached"] = or_null(result.reached);
  json["progress"] = progress_json(result);
  json["expected_by"] = iso_text(result.expected_by);
  json["flags"] = flags_json(result);
  json["retained"] = retained_json(result, voice);
  json["observation"] =
      result.observation == nullptr ? Json(nullptr) : observation_json(*result.observation, voice);
  json["superseded"] = observations_json(result, voice);
  json["columns"] = columns_json(result, voice);
  json["rules"] = rules_json(result.applications, voice);
  json["remarks"] = remarks_json(result.remarks, voice);
  json["failures"] = failures_json(result.failures, voice);
  return json;
}

}  // namespace cpom::report
