/// Tables of cases, as people copy them out of a spreadsheet.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "engine/rules.hpp"
#include "model/contract_model.hpp"
#include "model/vocabulary.hpp"
#include "testing/case.hpp"

namespace cpom::testing {

/// What the cases of a table may speak of.
struct TableSubject {
  /// The rule that the file is named after; empty: a column tells, or there is none.
  std::string rule;
  /// The file is called "cases.csv": whole decisions.
  bool decisions = false;
  /// The rule of an id for a case; nullptr when there is none.
  std::function<const engine::Rule*(const Case&)> find_rule;
  std::function<std::vector<std::string>()> rule_ids;
  /// The model of an id (empty: that of the tested package); nullptr when there is none.
  std::function<const model::Model*(const std::string&)> find_model;
  std::function<std::vector<std::string>()> model_ids;
};

/// Reads all rows. Faults are errors with line, column and remedy: csv.* for what values files
/// have too, test.unknown_column, test.no_rule, test.unknown_rule, test.not_an_input,
/// test.bad_value, test.no_expectation, test.unknown_indicator, test.contradiction. A row with a
/// fault is left out; where a number can be read in two ways, the whole table. A row with nothing
/// in it is passed over.
std::vector<Case> read_cases(std::string_view bytes, const std::string& file,
                             const TableSubject& subject, Diagnostics& found);

}  // namespace cpom::testing
