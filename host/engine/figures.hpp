/// The figures known for one question, and the arguments they make for a rule.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/arguments.hpp"
#include "engine/evaluation.hpp"
#include "engine/expectation.hpp"
#include "engine/observations.hpp"
#include "engine/plan.hpp"

namespace cpom::engine {

/// What is known about one indicator before anything is computed.
struct Figures {
  /// The year they speak of.
  int year = 0;
  const model::Observation* main = nullptr;
  std::vector<const model::Observation*> superseded;
  /// Those of the components that have an observation.
  std::vector<std::pair<std::string, const model::Observation*>> components;
  /// Former and current, of the indicator and of its components.
  std::vector<std::pair<const model::Observation*, const model::Observation*>> replaced;
  const model::Observation* previous = nullptr;
  const model::Baseline* baseline = nullptr;

  bool any() const { return main != nullptr || !components.empty(); }
  const model::Observation* of(std::string_view component) const;
  /// Those in use, the components' included.
  std::vector<const model::Observation*> all() const;
};

Figures figures_of(const Question& question, const ObservationIndex& observations);

/// The same, or those of an earlier year when there are none: a target (nullptr: none) that was due
/// then asks for no new value, and the last one known still tells.
Figures last_figures_of(const Question& question, const model::Target* target,
                        const ObservationIndex& observations);

/// Values that are there only once something was computed.
struct Judged {
  std::optional<double> measure;
  std::optional<double> baseline;
  const model::Target* target = nullptr;
  std::optional<bool> reached;
  std::optional<double> progress;
  std::optional<bool> kept;
};

/// Arguments of a compute rule. With \a of_baseline the baseline takes the place of the
/// observation: its measure is computed by the same rule.
Arguments compute_arguments(const BoundRule& rule, const Question& question, const Figures& figures,
                            bool of_baseline);

/// Arguments of a check or classify rule.
Arguments judgement_arguments(const BoundRule& rule, const Question& question,
                              const Judged& judged);

}  // namespace cpom::engine
