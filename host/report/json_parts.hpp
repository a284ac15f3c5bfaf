/// The parts of a report as JSON objects: members in a fixed order, null where there is nothing.
#pragma once

#include <nlohmann/json.hpp>

#include "engine/evaluation.hpp"
#include "report/missions.hpp"
#include "report/shown.hpp"
#include "report/summary.hpp"

namespace cpom::report {

using Json = nlohmann::ordered_json;

Json contract_json(const engine::Evaluation& evaluation, const Voice& voice);
Json result_json(const engine::Result& result, const Missions& missions, const Voice& voice);
Json objective_json(const engine::ObjectiveResult& objective, const Missions& missions,
                    const Voice& voice);
Json term_json(const engine::Evaluation& evaluation, const engine::TermResult& term,
               const Voice& voice);
Json engagement_json(const engine::Evaluation& evaluation, const engine::EngagementResult& result,
                     const Voice& voice);
Json summary_json(const Summary& summary, const Voice& voice);

/// Building blocks, shared by the parts.
Json text_or_null(std::string_view text);
Json value_json(const engine::Value& value);
Json place_json(const Position& position, const Voice& voice);
Json rules_json(const std::vector<engine::Application>& applications, const Voice& voice);
Json failures_json(const std::vector<Diagnostic>& failures, const Voice& voice);
Json remarks_json(const std::vector<Message>& remarks, const Voice& voice);

template <class T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

inline Json date_or_null(const std::optional<Date>& date) {
  return date ? Json(iso_text(*date)) : Json(nullptr);
}

}  // namespace cpom::report
