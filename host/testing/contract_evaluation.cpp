#include "testing/contract_evaluation.hpp"

#include <utility>

#include "csv/table.hpp"
#include "engine/plan.hpp"
#include "report/writer.hpp"
#include "testing/compare.hpp"
#include "testing/settings_in_use.hpp"

namespace cpom::testing {
namespace {

void read_report(const std::string& report, EvaluatedContract& evaluated) {
  csv::RowReader reader(report, ',');
  csv::Row row;
  while (reader.next(row)) {
    std::vector<std::string> cells;
    cells.reserve(row.cells.size());
    for (const csv::Cell& cell : row.cells) cells.emplace_back(cell.text);
    if (evaluated.columns.empty()) {
      evaluated.columns = std::move(cells);
    } else {
      evaluated.rows.push_back(std::move(cells));
    }
  }
}

/// What a failure in a chunk that stands for a source is told of: the line of the source.
void restore_places(engine::Evaluation& evaluation, const Bench& bench) {
  const auto restore = [&](std::vector<Diagnostic>& failures) {
    for (Diagnostic& failure : failures) bench.restore(failure.where);
  };
  for (engine::Result& result : evaluation.results) {
    bench.restore(result.reason_at);
    restore(result.failures);
    for (engine::ColumnValue& column : result.columns) restore(column.failures);
  }
  for (engine::ObjectiveResult& objective : evaluation.objectives) restore(objective.failures);
  for (engine::SectionResult& section : evaluation.sections) restore(section.failures);
  for (engine::TermResult& term : evaluation.terms) restore(term.failures);
}

}  // namespace

EvaluatedContract evaluate_contract(const ContractCase& one, Bench& bench) {
  EvaluatedContract evaluated;
  const engine::RuleBook& book = bench.book(*one.packages, *one.model, *one.contract);
  Diagnostics told_already;
  const engine::PreparedContract prepared(*one.model, *one.contract, *one.parameters, book,
                                          told_already);
  RuleCalls calls(bench);
  Diagnostics validations;
  engine::validate(prepared, calls, validations);
  for (Diagnostic fault : validations.all()) {
    bench.restore(fault.where);
    evaluated.validations.add(std::move(fault));
  }
  evaluated.evaluation = engine::evaluate(prepared, *one.observations, calls, one.request);
  restore_places(evaluated.evaluation, bench);
  if (bench.observer() != nullptr) {
    tell_settings(evaluated.evaluation, prepared.plan(), calls, *bench.observer());
  }
  read_report(report::csv_report({evaluated.evaluation}, {Language::english}), evaluated);
  return evaluated;
}

std::string said_by(const EvaluatedContract& evaluated, const ContractCase& one) {
  report::Style style;
  style.language = Language::french;
  if (one.file_name) style.file_name = one.file_name;
  const std::vector<engine::Evaluation> all{evaluated.evaluation};
  return with_plain_blanks(report::text_report(all, style) + report::json_report(all, style));
}

}  // namespace cpom::testing
