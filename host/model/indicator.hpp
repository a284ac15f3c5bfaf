/// An indicator as a catalogue defines it.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/diagnostic.hpp"
#include "model/vocabulary.hpp"

namespace cpom::model {

/// A named part of an observation, such as each of the two rates of a gap.
struct Component {
  std::string id;
  std::string label;
};

struct Indicator {
  /// Text, never a number: "2.c.1". Unique in its model.
  std::string code;
  std::string label;
  std::string objective;
  std::string theme;
  IndicatorKind kind = IndicatorKind::common;
  /// Name of the rule that computes it: "share".
  std::string form;
  /// "percent", "count", "euro", "yes_no"… a word of units() or a text such as "t CO2/m2".
  std::string unit;
  /// Places kept by the rounding before the comparison.
  int decimals = 0;
  Direction direction = Direction::higher;
  std::vector<std::string> suppliers;
  std::vector<std::string> sources;
  std::vector<std::string> pilots;
  /// Last day on which the supplier may still be expected to be silent; after it a missing value
  /// is late. Unset: the model's date.
  std::optional<RelativeDate> available;
  /// Id of a territory of the model; empty: everywhere.
  std::string territory;
  std::optional<int> first_year;
  std::optional<int> last_year;
  /// Bounds outside which a value cannot be right.
  std::optional<double> minimum;
  std::optional<double> maximum;
  double weight = 1;
  /// A national definition: how it is computed may not be changed by a lower layer.
  bool secured = false;
  /// The contract that chooses it must define it (label, form, unit, direction).
  bool placeholder = false;
  std::vector<Component> components;
  std::vector<std::string> groups;
  std::optional<Typology> typology;
  /// National plans it serves.
  std::vector<std::string> plans;
  /// Its code in the generation before.
  std::string successor_of;
  /// How sure its reading is, when the text that names it can hardly be read.
  std::optional<Confidence> confidence;
  /// Names of the attributes that are this project's judgement: "direction", "form"…
  std::set<std::string> assumptions;
  std::string note;
  /// Name of the scale of statuses it is judged on (classify/<name>); empty: the model's.
  std::string classify = {};
  /// Id of a mission; empty: that of its objective.
  std::string mission = {};
  /// Name of the plugin that adds it; empty: the model or the contract itself.
  std::string plugin = {};
  /// True when a contract, not the model, defines it.
  bool added = false;
  Position where;
};

}  // namespace cpom::model
