/// One indicator, one strand, one year: the whole order of decision.
#pragma once

#include "engine/evaluation.hpp"
#include "engine/expectation.hpp"
#include "engine/observations.hpp"
#include "engine/plan.hpp"
#include "engine/rules.hpp"

namespace cpom::engine {

Result evaluate_indicator(const IndicatorPlan& plan, const Question& question,
                          const ObservationIndex& observations, Rules& rules);

}  // namespace cpom::engine
