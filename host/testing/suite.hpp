/// The tests of some packages: found, read, counted; nothing is run yet.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "script/packages.hpp"
#include "testing/case.hpp"
#include "testing/contract_case.hpp"
#include "testing/ground.hpp"

namespace cpom::testing {

struct TestFile {
  const script::Package* package = nullptr;
  std::filesystem::path path;
  /// A spec keeps its source; a table its cases; a folder with a whole contract what was read.
  bool is_spec = false;
  std::string source;
  std::vector<Case> cases;
  std::shared_ptr<const ContractCase> contract;
  std::size_t size = 0;

  /// Runs as one, whatever the number of its cases.
  bool is_whole() const { return is_spec || contract != nullptr; }
};

struct Suite {
  /// By package, then by path.
  std::vector<TestFile> files;
  bool has_focused = false;

  std::size_t size() const;
};

/// Whether the folder of \a package holds any test: a table, a spec or a whole contract.
bool has_tests(const script::Package& package);

/// Finds the tests of \a packages: tables in tests/, specs (*_test.lua) anywhere in the package;
/// of \a only, when it is not empty, and no others. A folder in tests/ that holds a contract.xml is
/// one test. Faults of files go to \a found; see table_reader.hpp, spec.hpp and
/// contract_expectations.hpp. Warns of a package with rules that has no test (test.none).
Suite collect_tests(const Materials& materials, const std::vector<const script::Package*>& packages,
                    const std::vector<std::filesystem::path>& only, Diagnostics& found);

}  // namespace cpom::testing
