/// Step 8 of the order of decision: the measure against its target, and the status it earns.
#pragma once

#include <optional>

#include "engine/evaluation.hpp"
#include "engine/expectation.hpp"
#include "engine/figures.hpp"
#include "engine/plan.hpp"
#include "engine/rules.hpp"

namespace cpom::engine {

/// Completes \a result, whose measure is known, with baseline, progress, flags and status.
/// \a kept is what the compute rule says of a second constraint.
void judge(const IndicatorPlan& plan, const Question& question, const Figures& figures,
           std::optional<bool> kept, Rules& rules, Result& result);

}  // namespace cpom::engine
