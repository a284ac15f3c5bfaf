/// One objective, one strand, one year: score, weather, and what it can still become.
#pragma once

#include "engine/evaluation.hpp"
#include "engine/plan.hpp"
#include "engine/points.hpp"
#include "engine/rules.hpp"

namespace cpom::engine {

/// No rule is called for a year outside the days that amendments give to the objective.
ObjectiveResult evaluate_objective(const Plan& plan, const ObjectivePlan& objective,
                                   const YearResults& results, const model::Strand& strand,
                                   int year, Date as_of, Rules& rules);

}  // namespace cpom::engine
