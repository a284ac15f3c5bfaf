/// The parts of a model, most of which the catalogue of a package may hold too.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/contract_model.hpp"
#include "xml/declared.hpp"
#include "xml/element.hpp"

namespace cpom::xml {

/// What is declared so far, for the parts read later to refer to.
struct Names {
  Names() = default;
  explicit Names(const model::Model& model);

  Declared levels, territories, missions, objectives, groups, indicators, steps;
};

// --- groupings.cpp: each declares what it reads -------------------------------------------

std::vector<model::HierarchyLevel> read_levels(const Element& list, Names& names);
std::vector<model::Territory> read_territories(const Element& list, Names& names);
std::vector<model::Mission> read_missions(const Element& list, Names& names);
std::vector<model::Group> read_groups(const Element& list, Names& names);

// --- scales.cpp ---------------------------------------------------------------------------

std::vector<model::Status> read_statuses(const Element& list);
/// Of the <outcome-label> elements among the statuses.
std::map<std::string, model::OutcomeLabel, std::less<>> read_outcome_labels(const Element& list);
std::vector<model::Weather> read_weathers(const Element& list);

// --- objectives.cpp -----------------------------------------------------------------------

/// \a known: those that are there already.
std::vector<model::Objective> read_objectives(const Element& list, Names& names,
                                              const std::vector<model::Objective>& known);

// --- indicators.cpp -----------------------------------------------------------------------

/// \a objectives: all that they may measure.
std::vector<model::Indicator> read_indicators(const Element& list, Names& names,
                                              const std::vector<model::Objective>& objectives);
/// Fills in \a placeholder by what \a define says.
model::Indicator read_definition(const Element& define, model::Indicator placeholder);

// --- limits.cpp ---------------------------------------------------------------------------

/// Reports a limit without bound, or that excludes everything.
std::vector<model::Limit> read_limits(const Element& list);

// --- calendar.cpp -------------------------------------------------------------------------

std::vector<model::Step> read_calendar(const Element& list, Names& names);

// --- roles.cpp ----------------------------------------------------------------------------

std::vector<model::Role> read_roles(const Element& list);
std::vector<model::EngagementOutcome> read_engagement_outcomes(const Element& list);

// --- severities.cpp -----------------------------------------------------------------------

/// Reports the code of a fault after which a contract cannot be used: its severity is not free.
std::map<std::string, Severity, std::less<>> read_severities(const Element& list);

}  // namespace cpom::xml
