/// The rules and parameters of a contract, found once for all its years.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "engine/rules.hpp"
#include "model/contract.hpp"
#include "model/contract_model.hpp"

namespace cpom::engine {

/// Where the argument for one need comes from.
struct Source {
  enum class Kind {
    observation,
    baseline,
    previous,
    year,
    decimals,
    parameter,
    measure,
    measured_baseline,
    target,
    reached,
    progress,
    kept,
    points,
    weights,
    score,
    counted,
    expected,
    ranks,
    last_rank,
    scale,
    status,
    outcome,
    weight,
    contract_year,
    /// Money of the year: of all missions, or of that with the index.
    funding,
    mission_funding,
    /// Of the indicator, the objective, the status or the outcome with the index.
    indicator_measure,
    objective_score,
    status_count,
    outcome_count,
    /// The same in every call.
    fact,
  };
  enum class Part { value, numerator, denominator, minimum, maximum };

  Kind kind = Kind::observation;
  Part part = Part::value;
  /// Of an observation; empty: the indicator itself.
  std::string component = {};
  const model::Parameter* parameter = nullptr;
  /// Index into Plan::indicators, Plan::objectives, Model::missions, Model::statuses or
  /// all_outcomes, as the kind says.
  std::size_t index = 0;
  Value fact = {};
  std::string name = {};
  bool optional = false;
};

/// A rule with the source of each of its arguments, in their order.
struct BoundRule {
  const Rule* rule = nullptr;
  std::vector<Source> sources;
  std::vector<const model::Parameter*> parameters;

  bool needs(Source::Kind kind, Source::Part part, std::string_view component) const;
};

/// A rule of which several may apply at once, or why it cannot be called.
struct FurtherRule {
  const Rule* rule = nullptr;
  std::optional<BoundRule> bound;
  std::vector<Diagnostic> faults;
};

struct IndicatorPlan {
  const model::Selection* selection = nullptr;
  /// That of the indicator and those above it, from below.
  std::vector<const model::Objective*> objectives;
  std::optional<BoundRule> compute;
  std::optional<BoundRule> check;
  std::optional<BoundRule> classify;
  /// Below this denominator a rate says nothing; nullptr: no such limit.
  const model::Parameter* minimum_denominator = nullptr;
  double weight = 1;
  /// Why a rule could not be bound; the indicator then gives rule_error.
  std::vector<Diagnostic> faults;
  /// Unset where the model has no result for the term, or its rule could not be bound.
  std::optional<BoundRule> term;
  std::vector<Diagnostic> term_faults;
  /// In the order of their ids; the same rules for every indicator.
  std::vector<FurtherRule> columns;
};

struct ObjectivePlan {
  const model::Objective* objective = nullptr;
  /// Itself and those above it, from below.
  std::vector<const model::Objective*> objectives;
  /// Indexes into Plan::indicators: its own indicators and those of the objectives below it.
  std::vector<std::size_t> indicators;
  std::optional<BoundRule> rollup;
  std::optional<BoundRule> weather;
  std::vector<Diagnostic> faults;
};

struct Plan {
  const model::Model* model = nullptr;
  const model::Contract* contract = nullptr;
  std::vector<IndicatorPlan> indicators;
  std::vector<ObjectivePlan> objectives;
  /// In the order of their ids.
  std::vector<FurtherRule> sections;
  std::vector<FurtherRule> validations;
  /// How the indicators of the whole contract make a score.
  FurtherRule rollup;
  /// Points by rank in the model's scale; empty when a status has none.
  std::vector<double> scale;
};

}  // namespace cpom::engine
