#include "engine/evaluator.hpp"

#include <algorithm>

#include "engine/expectation.hpp"
#include "engine/indicator_evaluator.hpp"
#include "engine/objective_evaluator.hpp"
#include "engine/plan.hpp"

namespace cpom::engine {
namespace {

/// Results of one strand and year, indexed as the plan; nullopt where not followed.
std::vector<std::optional<Result>> results_of(const Plan& plan, const model::Strand& strand,
                                              int year, const ObservationIndex& observations,
                                              Rules& rules, Date as_of) {
  std::vector<std::optional<Result>> results;
  results.reserve(plan.indicators.size());
  for (const IndicatorPlan& indicator : plan.indicators) {
    const Question question{*plan.model, *plan.contract, *indicator.selection, strand, year, as_of};
    if (is_followed(question)) {
      results.emplace_back(evaluate_indicator(indicator, question, observations, rules));
    } else {
      results.emplace_back(std::nullopt);
    }
  }
  return results;
}

void evaluate_year(const Plan& plan, const model::Strand& strand, int year,
                   const ObservationIndex& observations, Rules& rules, Evaluation& evaluation) {
  auto results = results_of(plan, strand, year, observations, rules, evaluation.as_of);
  std::vector<const Result*> known;
  for (const auto& result : results) known.push_back(result ? &*result : nullptr);
  for (const ObjectivePlan& objective : plan.objectives) {
    evaluation.objectives.push_back(
        evaluate_objective(plan, objective, known, strand, year, evaluation.as_of, rules));
  }
  for (auto& result : results) {
    if (result) evaluation.results.push_back(*std::move(result));
  }
}

std::optional<Date> latest(std::optional<Date> left, std::optional<Date> right) {
  return std::max(left, right);  // an unset date is the earliest
}

std::optional<Date> latest_date_in(const model::Contract& contract) {
  std::optional<Date> date;
  for (const model::Decision& decision : contract.decisions) date = latest(date, decision.date);
  return date;
}

}  // namespace

Evaluation evaluate(const PreparedContract& contract, const ObservationIndex& observations,
                    Rules& rules, const Request& request) {
  const Plan& plan = contract.plan();
  Evaluation evaluation;
  evaluation.model = plan.model;
  evaluation.contract = plan.contract;
  evaluation.as_of = request.as_of;
  evaluation.years = request.years;
  for (const int year : request.years) {
    for (const model::Strand& strand : plan.contract->strands) {
      evaluate_year(plan, strand, year, observations, rules, evaluation);
    }
  }
  return evaluation;
}

Request default_request(const model::Model& model, const model::Contract& contract,
                        const ObservationIndex& observations) {
  Request request;
  const int latest_year = observations.latest_year();
  const int year = latest_year >= contract.first_year() ? latest_year : contract.first_year();
  request.years = {year};
  const auto known = latest(observations.latest_date(), latest_date_in(contract));
  request.as_of = *latest(known, model.review.in(year));
  return request;
}

}  // namespace cpom::engine
