/// How an indicator is defined, by a model or by a contract.
#pragma once

#include <optional>
#include <vector>

#include "model/indicator.hpp"
#include "model/objective.hpp"
#include "xml/declared.hpp"
#include "xml/element.hpp"

namespace cpom::xml {

/// The diagnostic codes of one kind of document.
struct DefinitionCodes {
  const char* missing;
  const char* bounds_reversed;
  const char* years_reversed;
  const char* duplicate_component;
  const char* unknown_objective;
  const char* unknown_territory;
  const char* unknown_group;
  const char* unknown_mission;
  const char* mission;
  const char* unit;
  /// Whether the grammar asks for form, unit and decimals, so that it reports their absence.
  bool measure_required;
};

/// What a definition may refer to.
struct Surroundings {
  const Declared& objectives;
  const Declared& territories;
  const Declared& groups;
  const Declared& missions;
};

/// Reads all that \a element says of an indicator, and its components.
model::Indicator read_indicator(const Element& element);

/// Reads over \a indicator what \a element says of how it is measured (label, form, unit…).
void read_measure(const Element& element, model::Indicator& indicator);

/// Whether form, unit, decimals and direction can be read; reports each that is absent.
bool check_measure(const Element& element, const model::Indicator& indicator,
                   const DefinitionCodes& codes);

/// Checks the order of bounds and years, and every reference.
void check_references(const Element& element, const model::Indicator& indicator,
                      const Surroundings& surroundings, const DefinitionCodes& codes);

/// Reports a mission other than that of the objective.
void check_mission(const Element& element, const model::Indicator& indicator,
                   const std::vector<model::Objective>& objectives, const Declared& missions,
                   const DefinitionCodes& codes);

/// Reports a last year before the first with \a code.
void check_years(const Element& element, std::optional<int> first, std::optional<int> last,
                 const char* code);

/// Reports bounds in the wrong order, and a unit that is almost a known one.
void check_bounds_and_unit(const Element& element, const model::Indicator& indicator,
                           const DefinitionCodes& codes);

}  // namespace cpom::xml
