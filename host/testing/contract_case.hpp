/// A whole contract with its values as a case: a folder of tests/ with a contract.xml.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "engine/evaluator.hpp"
#include "engine/observations.hpp"
#include "model/contract.hpp"
#include "model/contract_model.hpp"
#include "model/parameter.hpp"
#include "script/packages.hpp"

namespace cpom::testing {

/// A line of a file of what is expected, without the blanks at its ends.
struct WantedLine {
  std::string text;
  Position where;
};

/// A row of expected.tsv.
struct WantedRow {
  /// One for each column.
  std::vector<std::string> cells;
  Position where;
};

struct ContractExpectations {
  /// The columns of the report in CSV that are compared, and where they are named.
  std::vector<std::string> columns;
  Position header;
  /// All results of the evaluation, in any order.
  std::vector<WantedRow> rows;
  /// Texts that stand in the French report, as text or as JSON.
  std::vector<WantedLine> said;
  /// All that is found wrong, a finding a line, as cpom check tells it in French; unset: nothing
  /// that would be an error.
  std::optional<std::vector<WantedLine>> findings;
  Position findings_file;

  std::size_t size() const {
    return rows.size() + said.size() + (findings ? std::size_t{1} : std::size_t{0});
  }
};

/// Read, and bound to nothing of a Lua state: threads may share it. What it points to outlives it.
struct ContractCase {
  std::filesystem::path folder;
  ContractExpectations wanted;
  /// Why it cannot be evaluated, or what an evaluation would answer 1 for; then the case fails.
  Diagnostics faults;
  /// Unset when it cannot be evaluated; then there are faults, or findings are all that is wanted.
  const script::PackageSet* packages = nullptr;
  const model::Model* model = nullptr;
  const model::Contract* contract = nullptr;
  const model::Parameters* parameters = nullptr;
  const engine::ObservationIndex* observations = nullptr;
  engine::Request request;
  /// How reports name files; see report::Style.
  std::function<std::string(const std::string& file, const std::string& contract_file)> file_name;
  /// What cpom check finds, when the rules that look at the contract say \a of_rules.
  std::function<Diagnostics(const Diagnostics& of_rules)> findings;
  /// Rendered findings with their files named from the package on.
  std::function<std::string(std::string text)> shortened;
};

}  // namespace cpom::testing
