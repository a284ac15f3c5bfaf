/// What all contracts of one family and generation share.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "model/indicator.hpp"
#include "model/limit.hpp"
#include "model/objective.hpp"
#include "model/parameter.hpp"
#include "model/role.hpp"
#include "model/scale.hpp"
#include "model/step.hpp"

namespace cpom::model {

/// What can be proposed for an engagement at the end of a contract (reconduction, ajout…). Never a
/// status.
struct EngagementOutcome {
  std::string id;
  std::string label;
  Position where = {};
};

struct Territory {
  std::string id;
  std::string label;
  /// Region codes of the official geographic code: "53".
  std::vector<std::string> regions;
};

/// The model as one contract sees it: what plugins and a region add is in it already.
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
  /// Name of the rule that folds the yearly results into one for the term; empty: no such result.
  std::string term_rule = {};
  std::vector<Weather> weathers;
  std::vector<Territory> territories;
  std::vector<Objective> objectives;
  std::vector<Group> groups;
  std::vector<Indicator> indicators;
  std::vector<Limit> limits;
  std::vector<Step> calendar;
  std::vector<Parameter> parameters;
  std::vector<Mission> missions = {};
  std::vector<EngagementOutcome> engagement_outcomes = {};
  std::vector<Role> roles = {};
  /// The family's own words for outcomes of the order of decision, by code: "void" to
  /// « Devenu sans objet ».
  std::map<std::string, OutcomeLabel, std::less<>> outcome_labels = {};
  /// Severities that the model gives to faults of its contracts, by code.
  std::map<std::string, Severity, std::less<>> severities = {};
  /// Scales of thresholds: the model's own, and those of plugins and region.
  std::vector<Bands> bands = {};
  /// What the project assumed for want of a text, sentence by sentence.
  std::vector<std::string> assumptions;
  Position where;

  const Indicator* indicator(std::string_view code) const;
  const Objective* objective(std::string_view id) const;
  const Step* step(std::string_view id) const;
  const Status* status(std::string_view id) const;
  const Weather* weather(std::string_view id) const;
  const Territory* territory(std::string_view id) const;
  const Mission* mission(std::string_view id) const;
  const EngagementOutcome* engagement_outcome(std::string_view id) const;
  const Role* role(std::string_view id) const;
};

/// Units the program knows how to show; any other text is shown as it is.
const std::vector<std::string>& known_units();

}  // namespace cpom::model
