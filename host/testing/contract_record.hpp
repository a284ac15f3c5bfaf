/// The results of a whole contract, as the expected.tsv of a case.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "testing/contract_case.hpp"
#include "testing/ground.hpp"

namespace cpom::testing {

/// Every result of the contract, with \a columns; without any, with those that a reader looks at
/// first: indicator, strand and year where there are several, value, status, progress, and what
/// column rules add. Cells are separated by tabs. \a one must be one that can be evaluated; a
/// column that its report does not have is left out. Rules that fail are told in \a found.
std::string recorded_results(const ContractCase& one, std::vector<std::string> columns,
                             Bench& bench, Diagnostics& found);

}  // namespace cpom::testing
