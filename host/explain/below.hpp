/// What the layer below the one that decides would have said.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/evaluation.hpp"
#include "explain/subject.hpp"

namespace cpom::explain {

/// The verdict somebody else's setting would have led to.
struct Verdict {
  engine::Outcome outcome = engine::Outcome::classified;
  const model::Status* status = nullptr;
  std::optional<double> measure;
};

struct ParameterBelow {
  const model::Parameter* parameter = nullptr;
  /// What would hold without it; nullptr when nobody else sets it.
  const model::Parameter* below = nullptr;
  /// Unset when there is nothing below, or when the rule could not be called.
  std::optional<Verdict> verdict;
};

struct RuleBelow {
  const engine::Rule* rule = nullptr;
  /// Where the function of the rule below stands; unset when there is none.
  std::optional<Position> below;
  model::Layer layer = model::Layer::core;
  std::optional<Verdict> verdict;
};

/// What would hold for the indicator without \a parameter; nullptr when nothing would.
const model::Parameter* parameter_below(const model::Parameters& parameters,
                                        const model::Parameter& parameter,
                                        const model::Indicator& indicator);

ParameterBelow below(const Subject& subject, const engine::Result& result, Date as_of,
                     const model::Parameter& parameter);
RuleBelow below(const Subject& subject, const engine::Result& result, Date as_of,
                const engine::Rule& rule);

}  // namespace cpom::explain
