/// One indicator through the whole order of decision, on a contract made for the case.
#pragma once

#include <memory>

#include "engine/evaluation.hpp"
#include "testing/case.hpp"
#include "testing/ground.hpp"

namespace cpom::testing {

/// Runs the case; sets what differs.
void run_decision_case(const Case& one, const script::Package& tested, Bench& bench,
                       CaseResult& result);

}  // namespace cpom::testing
