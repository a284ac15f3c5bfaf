/// A whole contract, compared with what is expected of it.
#pragma once

#include <vector>

#include "testing/case.hpp"
#include "testing/contract_case.hpp"
#include "testing/ground.hpp"

namespace cpom::testing {

/// Evaluates the contract: a result for each row of expected.tsv, each text of says.txt and for
/// check.txt, and one more for whatever nobody expected. With \a focused_only all are left out: no
/// mark can focus them.
std::vector<CaseResult> run_contract_case(const ContractCase& one, Bench& bench, bool focused_only);

}  // namespace cpom::testing
