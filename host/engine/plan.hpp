/// The rules and parameters of a contract, found once for all its years.
#pragma once

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
  };
  enum class Part { value, numerator, denominator, minimum, maximum };

  Kind kind = Kind::observation;
  Part part = Part::value;
  /// Of an observation; empty: the indicator itself.
  std::string component;
  const model::Parameter* parameter = nullptr;
  std::string name;
  bool optional = false;
};

/// A rule with the source of each of its arguments, in their order.
struct BoundRule {
  const Rule* rule = nullptr;
  std::vector<Source> sources;
  std::vector<const model::Parameter*> parameters;

  bool needs(Source::Kind kind, Source::Part part, std::string_view component) const;
};

struct IndicatorPlan {
  const model::Selection* selection = nullptr;
  const model::Objective* objective = nullptr;
  std::optional<BoundRule> compute;
  std::optional<BoundRule> check;
  std::optional<BoundRule> classify;
  /// Below this denominator a rate says nothing; nullptr: no such limit.
  const model::Parameter* minimum_denominator = nullptr;
  double weight = 1;
  /// Why a rule could not be bound; the indicator then gives rule_error.
  std::vector<Diagnostic> faults;
};

struct ObjectivePlan {
  const model::Objective* objective = nullptr;
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
};

}  // namespace cpom::engine
