#include <algorithm>
#include <utility>

#include "xml/contract_reading.hpp"

namespace cpom::xml {
namespace {

using Kind = model::Decision::Kind;
using DecisionKey = std::tuple<Kind, std::string, std::string, int>;

std::optional<Kind> kind_of(std::string_view name) {
  if (name == "retain-status") return Kind::status;
  if (name == "void") return Kind::void_indicator;
  if (name == "retain-weather") return Kind::weather;
  if (name == "retain-outcome") return Kind::outcome;
  return std::nullopt;
}

/// The ids that the model declares for decisions.
struct Scales {
  Declared statuses;
  Declared weathers;
  Declared outcomes;
};

/// The attributes that hold what a decision is about, and what it retains.
const char* subject_in(Kind kind) {
  if (kind == Kind::weather) return "objective";
  return kind == Kind::outcome ? "engagement" : "indicator";
}

const char* retained_in(Kind kind) {
  if (kind == Kind::weather) return "weather";
  return kind == Kind::outcome ? "outcome" : "status";
}

void check_retained(const Scales& scales, const Element& element, const model::Decision& decision) {
  const std::string& id = decision.retained;
  if (decision.kind == Kind::status) {
    scales.statuses.check(element, "status", id, "contract.unknown_status",
                          message("the model has no status \"{0}\"", id));
  }
  if (decision.kind == Kind::weather) {
    scales.weathers.check(element, "weather", id, "contract.unknown_weather",
                          message("the model has no weather level \"{0}\"", id));
  }
  if (decision.kind == Kind::outcome) {
    scales.outcomes.check(element, "outcome", id, "contract.unknown_outcome",
                          message("the model proposes no \"{0}\" for engagements", id));
  }
}

void check_subject(ContractReading& reading, const Element& element,
                   const model::Decision& decision) {
  if (decision.kind == Kind::weather) {
    check_objective(reading, element);
  } else if (decision.kind == Kind::outcome) {
    reading.engagements.check(element, "engagement", decision.subject,
                              "contract.unknown_engagement",
                              message("the contract has no engagement \"{0}\"", decision.subject));
  } else {
    find_followed(reading, element, "indicator");
  }
}

void check_time(const ContractReading& reading, const Element& element,
                const model::Decision& decision) {
  check_year(reading, element, "year", "contract.decision_outside_period");
  const bool from_its_day_on = decision.kind == Kind::void_indicator && !element.has("year");
  if (!from_its_day_on || !element.date("date") || !reading.period_known) return;
  if (decision.date <= reading.contract.end) return;
  element.error(
      "contract.decision_outside_period", "date",
      message("{0} is after the end of the contract, {1}", decision.date, reading.contract.end),
      message("add the year from which on the indicator is void"));
}

model::Decision read_decision(ContractReading& reading, const Element& element, Kind kind) {
  model::Decision decision;
  decision.kind = kind;
  decision.strand = read_strand(reading, element).value_or("");
  decision.subject = element.text(subject_in(kind));
  decision.year = element.integer("year").value_or(0);
  decision.retained = element.text(retained_in(kind));
  decision.role = element.text("role");
  decision.date = element.date("date").value_or(reading.contract.start);
  decision.reason = element.content();
  decision.where = element.where();
  return decision;
}

void check_once(const ContractReading& reading, const Element& element,
                const model::Decision& decision, std::map<DecisionKey, int>& lines) {
  if (!element.intact()) return;
  for (const std::string& strand : reading.meant_strands(decision.strand)) {
    const auto [earlier, is_new] = lines.emplace(
        DecisionKey{decision.kind, decision.subject, strand, decision.year}, decision.where.line);
    if (is_new) continue;
    return element.error("contract.duplicate_decision", "",
                         message("line {0} decides this already", earlier->second),
                         message("keep one of the two"));
  }
}

/// Whether the indicator is void, by \a one, in the year for which \a other retains a status.
bool contradict(const ContractReading& reading, const model::Decision& one,
                const model::Decision& other) {
  if (one.kind != Kind::void_indicator || other.kind != Kind::status) return false;
  if (one.subject != other.subject || one.subject.empty() || other.year == 0) return false;
  const bool same_year = one.year == 0 ? other.year >= year_of(one.date) : one.year == other.year;
  const auto strands = reading.meant_strands(one.strand);
  const auto others = reading.meant_strands(other.strand);
  return same_year && std::any_of(strands.begin(), strands.end(), [&](const std::string& strand) {
           return std::find(others.begin(), others.end(), strand) != others.end();
         });
}

/// Against those read before.
void check_agreement(const ContractReading& reading, const Element& element,
                     const model::Decision& decision) {
  if (!element.intact()) return;
  const auto& all = reading.contract.decisions;
  const auto earlier = std::find_if(all.begin(), all.end(), [&](const model::Decision& other) {
    return contradict(reading, decision, other) || contradict(reading, other, decision);
  });
  if (earlier == all.end()) return;
  element.error("contract.contradictory_decisions", "",
                earlier->kind == Kind::status
                    ? message("line {0} retains a status for the indicator \"{1}\" in {2}, and "
                              "here it is void",
                              earlier->where.line, earlier->subject, earlier->year)
                    : message("the indicator \"{1}\" is void in {2} by line {0}, and here a "
                              "status is retained",
                              earlier->where.line, earlier->subject, decision.year),
                message("keep one of the two"));
}

// --- Observations -------------------------------------------------------------------------

void check_component(ContractReading& reading, const Element& element,
                     const std::string& component) {
  const model::Indicator* indicator = reading.definition(element.text("indicator"));
  if (indicator == nullptr) return;
  const Declared known(indicator->components, &model::Component::id);
  known.check(
      element, "component", component, "contract.unknown_component",
      message("the indicator \"{0}\" has no component \"{1}\"", indicator->code, component));
}

void check_observation(ContractReading& reading, const Element& element) {
  const bool year = element.has("year");
  const bool contract_year = element.has("contract-year");
  if (year && contract_year) {
    element.error("contract.observation_year", "contract-year",
                  message("the observation has both a year and a contract year"),
                  message("keep one of the two"));
  } else if (element.lacks("year") && element.lacks("contract-year")) {
    element.error("contract.observation_year", "", message("the observation has no year"),
                  message("give year=\"2024\" or contract-year=\"1\""));
  }
  check_contract_year(reading, element);
  if (element.lacks("value") && element.lacks("numerator") && element.lacks("denominator")) {
    element.error("contract.observation_without_value", "", message("the observation has no value"),
                  message("write value=\"…\", or numerator=\"…\" denominator=\"…\""));
  }
}

model::Observation read_observation(ContractReading& reading, const Element& element) {
  model::Observation observation;
  observation.strand = read_strand(reading, element).value_or("");
  observation.indicator = element.text("indicator");
  observation.component = element.text("component");
  observation.year = element.integer("year").value_or(0);
  observation.contract_year = element.integer("contract-year").value_or(0);
  observation.value = element.amount("value");
  observation.numerator = element.decimal("numerator");
  observation.denominator = element.decimal("denominator");
  observation.source = element.text("source");
  observation.reference = element.date("reference");
  observation.received = element.date("received");
  observation.provisional = element.flag("provisional");
  observation.where = element.where();
  return observation;
}

using ObservationKey =
    std::tuple<std::string, std::string, std::string, int, int, std::optional<Date>>;

ObservationKey key_of(const model::Observation& observation) {
  return {observation.strand, observation.indicator,     observation.component,
          observation.year,   observation.contract_year, observation.received};
}

}  // namespace

void read_decisions(ContractReading& reading, const Element& decisions) {
  const model::Model& model = reading.model;
  const Scales scales = {{model.statuses, &model::Status::id},
                         {model.weathers, &model::Weather::id},
                         {model.engagement_outcomes, &model::EngagementOutcome::id}};
  std::map<DecisionKey, int> lines;
  for (const Element& element : decisions.children()) {
    const auto kind = kind_of(element.name());
    if (!kind) continue;
    model::Decision decision = read_decision(reading, element, *kind);
    check_subject(reading, element, decision);
    check_retained(scales, element, decision);
    check_time(reading, element, decision);
    check_once(reading, element, decision, lines);
    check_agreement(reading, element, decision);
    reading.contract.decisions.push_back(std::move(decision));
  }
}

void read_observations(ContractReading& reading, const Element& observations) {
  std::map<ObservationKey, int> lines;
  for (const Element& element : observations.children("observation")) {
    model::Observation observation = read_observation(reading, element);
    find_followed(reading, element, "indicator");
    check_component(reading, element, observation.component);
    check_observation(reading, element);
    const auto [earlier, is_new] = lines.emplace(key_of(observation), observation.where.line);
    if (!is_new && element.intact()) {
      element.error(
          "contract.duplicate_observation", "",
          message("line {0} gives this value already, received on the same day", earlier->second),
          message("keep one of the two, or add the day it was received"));
    }
    reading.contract.observations.push_back(std::move(observation));
  }
}

}  // namespace cpom::xml
