#include "testing/contract_record.hpp"

#include <algorithm>

#include "testing/contract_evaluation.hpp"

namespace cpom::testing {
namespace {

std::vector<std::string> usual_columns(const ContractCase& one,
                                       const EvaluatedContract& evaluated) {
  std::vector<std::string> columns = {"indicator"};
  if (one.contract->strands.size() > 1) columns.emplace_back("strand");
  if (evaluated.evaluation.years.size() > 1) columns.emplace_back("year");
  columns.insert(columns.end(), {"value", "status", "progress"});
  for (const std::string& column : evaluated.columns) {
    if (column.starts_with("column/")) columns.push_back(column);
  }
  return columns;
}

void append(const std::vector<std::string>& cells, std::string& text) {
  for (std::size_t i = 0; i < cells.size(); ++i) text += (i == 0 ? "" : "\t") + cells[i];
  text += '\n';
}

}  // namespace

std::string recorded_results(const ContractCase& one, std::vector<std::string> columns,
                             Bench& bench, Diagnostics& found) {
  const EvaluatedContract evaluated = evaluate_contract(one, bench);
  found.append(engine::failures_of(evaluated.evaluation));
  const auto& known = evaluated.columns;
  if (columns.empty()) columns = usual_columns(one, evaluated);
  std::erase_if(columns, [&](const std::string& column) {
    return std::find(known.begin(), known.end(), column) == known.end();
  });
  std::string text;
  append(columns, text);
  for (const auto& row : evaluated.rows) {
    std::vector<std::string> cells;
    for (const std::string& column : columns) {
      const auto at = std::find(known.begin(), known.end(), column);
      const auto place = static_cast<std::size_t>(at - known.begin());
      cells.push_back(place < row.size() ? row[place] : std::string());
    }
    append(cells, text);
  }
  return text;
}

}  // namespace cpom::testing
