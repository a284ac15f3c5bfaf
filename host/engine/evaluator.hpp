/// Contract + observations + rules + date to an evaluation: the order of decision.
#pragma once

#include <memory>
#include <vector>

#include "base/diagnostic.hpp"
#include "engine/evaluation.hpp"
#include "engine/observations.hpp"
#include "engine/rules.hpp"
#include "model/contract.hpp"
#include "model/contract_model.hpp"

namespace cpom::engine {

struct Plan;

/// A contract with its rules and parameters found once, ready for any year and date. Immutable
/// and free of any rule state, so that threads may share it.
class PreparedContract {
 public:
  /// Finds every rule and parameter. Diagnoses rule.missing (no such form or scale),
  /// rule.unknown_input, rule.unknown_parameter, each with the nearest right name; evaluation of
  /// the indicators concerned then gives rule_error. All arguments must outlive the object.
  PreparedContract(const model::Model& model, const model::Contract& contract,
                   const model::Parameters& parameters, const RuleBook& rules, Diagnostics& found);
  PreparedContract(PreparedContract&&) noexcept;
  PreparedContract& operator=(PreparedContract&&) noexcept;
  PreparedContract(const PreparedContract&) = delete;
  PreparedContract& operator=(const PreparedContract&) = delete;
  ~PreparedContract();

  const model::Model& model() const;
  const model::Contract& contract() const;
  const Plan& plan() const { return *plan_; }

 private:
  std::unique_ptr<Plan> plan_;
};

struct Request {
  /// In increasing order.
  std::vector<int> years;
  Date as_of;
  /// Also folds the years into one result; `years` are then those of term_years().
  std::optional<Term> term = {};
};

/// The years a term is made of: all calendar years of the contract, or up to its middle those to
/// which a contract year counts that is over on the middle day; at least the first.
std::vector<int> term_years(const model::Contract& contract, Term term);

/// The faults that the validate rules find in the contract: contract.rule, naming the rule, with
/// the severity it declares. A rule that fails is rule.* and costs nothing else.
void validate(const PreparedContract& contract, Rules& rules, Diagnostics& found);

/// A pure function of its arguments: no clock, no locale, no environment.
Evaluation evaluate(const PreparedContract& contract, const ObservationIndex& observations,
                    Rules& rules, const Request& request);

/// The request that is meant when the user states nothing: the latest year with a value (otherwise
/// the first of the contract), or with \a term those of the term; known on the latest date found in
/// the input, and at least on the model's review date for the last of them. Depends on the input
/// alone.
Request default_request(const model::Model& model, const model::Contract& contract,
                        const ObservationIndex& observations, std::optional<Term> term = {});

}  // namespace cpom::engine
