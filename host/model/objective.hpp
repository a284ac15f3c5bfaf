/// The hierarchy of a model, and the groups and missions that cross it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/diagnostic.hpp"

namespace cpom::model {

/// A level of the hierarchy: axis, objective, theme.
struct HierarchyLevel {
  std::string id;
  std::string label;
};

struct Objective {
  std::string id;
  std::string label;
  std::string level;
  /// Empty at the top.
  std::string parent;
  std::vector<std::string> lead_directorates;
  std::vector<std::string> dialogues;
  Position where;
  /// Of which sort it is: "metier", "management", "overseas".
  std::string category = {};
  /// Id of a territory of the model; empty: everywhere.
  std::string territory = {};
  std::vector<std::string> groups = {};
  std::optional<int> first_year = {};
  std::optional<int> last_year = {};
  /// Id of a mission; empty: that of the objective above, or of no mission.
  std::string mission = {};
  /// Set when an amendment of the contract adds or ends it: days and number of the amendment.
  std::optional<Date> in_force_from = {};
  std::optional<Date> in_force_to = {};
  std::string added_by = {};
  std::string ended_by = {};
  /// Name of the plugin that adds it; empty: the model or the contract itself.
  std::string plugin = {};
};

/// A grouping that crosses the hierarchy (bloc, plan).
struct Group {
  std::string id;
  std::string label;
  Position where;
  /// Name of the plugin that adds it; empty: the model itself.
  std::string plugin = {};
};

/// A mission of a party, whose objectives and money are kept apart from those of its others.
struct Mission {
  std::string id;
  std::string label;
  Position where = {};
  /// Name of the plugin that adds it; empty: the model itself.
  std::string plugin = {};
};

/// The objective of that id; nullptr when there is none.
const Objective* find_objective(const std::vector<Objective>& objectives, std::string_view id);

/// Id of the mission of the objective \a id: its own, or that of the nearest above it that has
/// one; empty when none has.
std::string mission_of(const std::vector<Objective>& objectives, std::string_view id);

/// Puts every objective right behind the one above it, in the order in which they were written.
void sort_depth_first(std::vector<Objective>& objectives);

}  // namespace cpom::model
