/// The column rules applied to one result.
#pragma once

#include <vector>

#include "engine/evaluation.hpp"
#include "engine/plan.hpp"
#include "engine/rules.hpp"

namespace cpom::engine {

/// One for each of IndicatorPlan::columns, in their order. Never throws for what a rule does.
std::vector<ColumnValue> column_values(const IndicatorPlan& plan, const Result& result,
                                       Rules& rules);

}  // namespace cpom::engine
