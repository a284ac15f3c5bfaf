/// A whole contract, evaluated on a bench.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "engine/evaluation.hpp"
#include "engine/evaluator.hpp"
#include "testing/contract_case.hpp"
#include "testing/ground.hpp"

namespace cpom::testing {

/// Points into the case and the bench.
struct EvaluatedContract {
  engine::Evaluation evaluation;
  /// What the rules say that look at the contract itself.
  Diagnostics validations;
  /// The report in English CSV: its columns, and a row for each of evaluation.results.
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
};

/// \a one must be one that can be evaluated.
EvaluatedContract evaluate_contract(const ContractCase& one, Bench& bench);

/// The French report, as text and as JSON, one after the other; blanks of all kinds are spaces.
std::string said_by(const EvaluatedContract& evaluated, const ContractCase& one);

}  // namespace cpom::testing
