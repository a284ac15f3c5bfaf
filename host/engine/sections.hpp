/// The section rules applied to one strand and year.
#pragma once

#include <optional>
#include <vector>

#include "engine/evaluation.hpp"
#include "engine/plan.hpp"
#include "engine/points.hpp"
#include "engine/rules.hpp"

namespace cpom::engine {

/// What is known about a strand and year once its objectives are judged.
struct YearFacts {
  const Plan& plan;
  const model::Strand& strand;
  int year;
  const YearResults& results;
  /// Indexed as Plan::objectives.
  const std::vector<std::optional<double>>& scores;
};

/// One for each of Plan::sections, in their order. Never throws for what a rule does.
std::vector<SectionResult> section_results(const YearFacts& facts, Rules& rules);

}  // namespace cpom::engine
