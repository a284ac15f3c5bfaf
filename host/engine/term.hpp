/// Yearly results of one indicator and strand folded into one for the term, and what they make of
/// the engagements.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/evaluation.hpp"
#include "engine/plan.hpp"
#include "engine/rules.hpp"

namespace cpom::engine {

/// \a yearly: indexes into \a results by year, at least one.
TermResult fold_term(const Plan& plan, const IndicatorPlan& indicator,
                     const std::vector<Result>& results, std::vector<std::size_t> yearly,
                     Rules& rules);

/// In the order of the contract. \a evaluation has its terms.
std::vector<EngagementResult> engagement_results(const Evaluation& evaluation);

}  // namespace cpom::engine
