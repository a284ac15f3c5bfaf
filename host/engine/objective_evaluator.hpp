/// One objective, one strand, one year: score, weather, and what it can still become.
#pragma once

#include <vector>

#include "engine/evaluation.hpp"
#include "engine/plan.hpp"
#include "engine/rules.hpp"

namespace cpom::engine {

/// \a results are those of the strand and year; nullptr stands for an indicator not followed then.
/// They are indexed as Plan::indicators.
ObjectiveResult evaluate_objective(const Plan& plan, const ObjectivePlan& objective,
                                   const std::vector<const Result*>& results,
                                   const model::Strand& strand, int year, Date as_of, Rules& rules);

}  // namespace cpom::engine
