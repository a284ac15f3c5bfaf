/// How one result came about, as data: each step with what it said, each operation with its
/// figures.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/message.hpp"
#include "engine/evaluation.hpp"
#include "explain/below.hpp"
#include "explain/distance.hpp"
#include "explain/subject.hpp"
#include "script/trace.hpp"

namespace cpom::explain {

/// One step of the order of decision.
struct Step {
  enum class State { passed, answered, not_reached };
  State state = State::not_reached;
  Message question;
  /// Empty for a step that was not reached.
  Message said;
  Position at;
};

/// A rule that was called, with what it did.
struct Calculation {
  enum class Purpose { measure, baseline, check, status };
  Purpose purpose = Purpose::measure;
  const engine::Rule* rule = nullptr;
  std::vector<engine::Value> arguments;
  /// Unset: what the rule did cannot be followed. Only what went in and came out is known.
  std::optional<script::Trace> trace;
  engine::Answer answer;
  /// Set when the result of the rule was rounded: before and after, and to how many places.
  std::optional<double> unrounded;
  std::optional<double> rounded;
  int decimals = 0;
};

/// The part of an indicator in the score of its objective.
struct Weight {
  double weight = 1;
  /// Of all indicators of the objective from which a status is expected.
  double total = 1;
  /// Who sets it; nullptr: the definition of the indicator.
  const model::Parameter* parameter = nullptr;
};

struct Derivation {
  const engine::Evaluation* evaluation = nullptr;
  const engine::Result* result = nullptr;
  std::vector<Step> steps;
  std::vector<Calculation> calculations;
  /// In the order in which the rules take them, each once.
  std::vector<ParameterBelow> parameters;
  std::vector<RuleBelow> rules;
  std::optional<Weight> weight;
  std::optional<Distance> distance;
};

/// \a result must be one of \a evaluation, which was made of \a subject.
Derivation derive(const Subject& subject, const engine::Evaluation& evaluation,
                  const engine::Result& result);

}  // namespace cpom::explain
