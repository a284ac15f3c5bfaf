/// What the folder of a case expects of its contract.
#pragma once

#include <filesystem>

#include "base/diagnostic.hpp"
#include "testing/contract_case.hpp"

namespace cpom::testing {

/// Whether \a folder is such a case, or half of one.
bool is_contract_folder(const std::filesystem::path& folder);

/// Reads expected.tsv, says.txt and check.txt, whichever there are. Diagnoses
/// test.no_expectation when there is none, test.bad_row for a row with fewer or more cells than
/// columns, test.missing_column when no column tells the indicator, and file.*.
ContractExpectations read_expectations(const std::filesystem::path& folder, Diagnostics& found);

}  // namespace cpom::testing
