/// Step 6 and 7 of the order of decision for one set of figures: is it valid, what does it measure?
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/message.hpp"
#include "engine/evaluation.hpp"
#include "engine/figures.hpp"
#include "engine/rules.hpp"

namespace cpom::engine {

struct Measure {
  /// published: the figure supplied was taken as it is, because the parts the rule asks for were
  /// not supplied with it.
  enum class State { computed, published, not_received, invalid, not_computable, failed };
  State state = State::computed;
  /// Not rounded; meaningful when computed or published.
  double value = 0;
  /// False when a second constraint, named by the rule, is broken.
  std::optional<bool> kept;
  /// The component that is not received.
  std::string component;
  Message reason;
  Position at;
  std::vector<Diagnostic> failures;
  Application application;
};

Measure measure_of(const BoundRule& rule, const Question& question, const Figures& figures,
                   Rules& rules);

struct BaselineMeasure {
  std::optional<double> value;
  Message reason;
};

/// What the baseline measures, by the same rule as the values.
BaselineMeasure baseline_measure(const BoundRule& rule, const Question& question,
                                 const Figures& figures, Rules& rules);

/// What is wrong with the figures of an observation in themselves; nullopt when nothing is.
std::optional<Message> fault_of(const model::Observation& observation,
                                const model::Indicator& indicator);

/// The reason a rule gave for having no result, or that it gave none.
Message reason_of(const Answer& answer, const Rule& rule);

/// Says which figure replaced which, and when.
Message restatement(const model::Observation& former, const model::Observation& current);

}  // namespace cpom::engine
