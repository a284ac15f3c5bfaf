/// Whether objectives, of a model, a catalogue or a contract, make a hierarchy.
#pragma once

#include <vector>

#include "model/objective.hpp"
#include "xml/declared.hpp"
#include "xml/element.hpp"

namespace cpom::xml {

/// The diagnostic codes of one kind of document.
struct HierarchyCodes {
  const char* unknown_level;
  const char* unknown_objective;
  const char* unknown_mission;
  const char* level;
  const char* cycle;
  const char* mission;
};

/// What an objective may refer to.
struct HierarchyNames {
  const Declared& levels;
  const Declared& objectives;
  const Declared& missions;
};

/// Reads what every <objective> has: id, label, level, parent, mission.
model::Objective read_objective(const Element& element);

/// \a objectives ends with one objective for each of \a elements, which are checked; before them
/// stand those that are in order already.
void check_hierarchy(const std::vector<Element>& elements,
                     const std::vector<model::Objective>& objectives, const HierarchyNames& names,
                     const HierarchyCodes& codes);

}  // namespace cpom::xml
