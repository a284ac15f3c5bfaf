/// What all contracts of one family and generation share.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "model/indicator.hpp"
#include "model/limit.hpp"
#include "model/parameter.hpp"
#include "model/step.hpp"

namespace cpom::model {

/// A status of the model's scale: « Atteint ».
struct Status {
  std::string id;
  std::string label;
  std::string label_en;
  std::string symbol;
  Tone tone = Tone::neutral;
  /// What an indicator with this status brings to its objective, 0 to 100; unset: not counted.
  std::optional<double> points;
  bool assumption = false;
  Position where;
};

/// A level of the weather of an objective (météo d'avancement).
struct Weather {
  std::string id;
  std::string label;
  std::string label_en;
  std::string symbol;
  Tone tone = Tone::neutral;
  bool assumption = false;
  Position where;
};

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
};

/// A grouping that crosses the hierarchy (bloc, plan).
struct Group {
  std::string id;
  std::string label;
  Position where;
};

struct Territory {
  std::string id;
  std::string label;
  /// Region codes of the official geographic code: "53".
  std::vector<std::string> regions;
};

struct Model {
  std::string id;
  std::string family;
  std::string generation;
  std::string label;
  std::string source;
  Date valid_from;
  Date valid_to;
  /// Date by which values are due unless an indicator says otherwise.
  RelativeDate available{1, 1, 31};
  /// Date of the yearly review: what an evaluation without a date is made for.
  RelativeDate review{1, 3, 15};
  std::vector<HierarchyLevel> levels;
  std::vector<Status> statuses;
  /// Names of the rules that judge on this model: classify/<scale>, weather/<…>, rollup/<…>.
  std::string classify_rule = "standard";
  std::string weather_rule = "standard";
  std::string rollup_rule = "weighted_mean";
  std::vector<Weather> weathers;
  std::vector<Territory> territories;
  std::vector<Objective> objectives;
  std::vector<Group> groups;
  std::vector<Indicator> indicators;
  std::vector<Limit> limits;
  std::vector<Step> calendar;
  std::vector<Parameter> parameters;
  /// What the project assumed for want of a text, sentence by sentence.
  std::vector<std::string> assumptions;
  Position where;

  const Indicator* indicator(std::string_view code) const;
  const Objective* objective(std::string_view id) const;
  const Step* step(std::string_view id) const;
  const Status* status(std::string_view id) const;
  const Weather* weather(std::string_view id) const;
  const Territory* territory(std::string_view id) const;
};

/// Units the program knows how to show; any other text is shown as it is.
const std::vector<std::string>& known_units();

}  // namespace cpom::model
