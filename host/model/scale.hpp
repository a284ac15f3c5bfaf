/// The words a model judges in: statuses of indicators, weather of objectives.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "model/vocabulary.hpp"

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

/// The words for an outcome, in French and in English; the second may be empty.
struct OutcomeLabel {
  std::string label;
  std::string label_en;
};

/// Codes of the outcomes that are no status: "void", "late"… A family may have its own words for
/// them; no status may be called like one.
const std::vector<std::string>& unjudged_outcomes();

}  // namespace cpom::model
