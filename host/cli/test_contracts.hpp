/// Contracts of folders of tests/, read as an evaluation reads them.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "cli/options.hpp"
#include "script/packages.hpp"
#include "testing/contract_case.hpp"

namespace cpom::cli {

/// Where the parts of a case are; a folder holds them under their usual names.
struct ContractFiles {
  std::filesystem::path folder;
  std::filesystem::path contract;
  /// Empty: the contract is evaluated with the values it holds itself.
  std::vector<std::filesystem::path> values;
  /// Words of the command line of cpom evaluate, and the file they stand in.
  std::vector<std::string> words;
  std::filesystem::path words_file;
};

ContractFiles contract_files_in(const std::filesystem::path& folder, Diagnostics& found);

/// The case of \a files, for \a package of \a packages. What is wrong with the contract, its values
/// or their rules are faults of the case. nullptr with an error in \a found when it is no case:
/// test.no_contract, test.bad_arguments, test.not_applied (the contract does not use the package).
std::shared_ptr<const testing::ContractCase> load_contract_case(
    const ContractFiles& files, testing::ContractExpectations wanted,
    const script::Package& package, const script::PackageSet& packages, const Sources& sources,
    const std::filesystem::path& data, Diagnostics& found);

}  // namespace cpom::cli
