/// How far a result is from another status: in the unit of the indicator, and in each figure that
/// was supplied.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/evaluation.hpp"
#include "explain/subject.hpp"

namespace cpom::explain {

/// A figure from what it is to the nearest one that changes the status. One unit less does not:
/// both were put to the engine.
struct Change {
  double from = 0;
  double to = 0;
  /// The least by which the figure can differ: 1 for people, 0.1 for a rate with one decimal.
  double unit = 1;

  double by() const { return to - from; }
};

/// Linear: the figure was computed, because the rule is linear in it; otherwise it was found by
/// trying.
enum class Method { linear, bisection };

struct InputChange {
  /// As the rule calls it: "numerator", "most_favoured.denominator".
  std::string input;
  const model::Observation* observation = nullptr;
  Change change;
  Method method = Method::linear;
};

/// What it takes to come to a status.
struct Way {
  const model::Status* status = nullptr;
  /// In the unit of the indicator; unset when no value leads there.
  std::optional<Change> measure;
  std::vector<InputChange> inputs;
  /// Inputs that cannot bring it about alone.
  std::vector<std::string> powerless;
};

/// The present value held against the target of another year.
struct Milestone {
  int year = 0;
  const model::Target* target = nullptr;
  /// The status it would have then; nullptr when none.
  const model::Status* status = nullptr;
  bool reached = false;
  /// What it would have to become to reach that target.
  std::optional<Change> measure;
};

struct Distance {
  /// To each better status, the nearest first; empty for the best.
  std::vector<Way> better;
  /// What may still be lost before the status gets worse; only for the best.
  std::optional<Way> margin;
  /// By year, those that have a target; the year of the result too.
  std::vector<Milestone> trajectory;
};

/// Only for a result that has a status and a measure.
std::optional<Distance> distance_of(const Subject& subject, const engine::Result& result,
                                    Date as_of);

}  // namespace cpom::explain
