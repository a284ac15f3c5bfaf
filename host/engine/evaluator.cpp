#include "engine/evaluator.hpp"

#include <algorithm>
#include <iterator>

#include "engine/columns.hpp"
#include "engine/expectation.hpp"
#include "engine/indicator_evaluator.hpp"
#include "engine/objective_evaluator.hpp"
#include "engine/plan.hpp"
#include "engine/sections.hpp"
#include "engine/term.hpp"

namespace cpom::engine {
namespace {

std::optional<Date> latest(std::optional<Date> left, std::optional<Date> right) {
  return std::max(left, right);  // an unset date is the earliest
}

std::optional<Date> latest_date_in(const model::Contract& contract) {
  std::optional<Date> date;
  for (const model::Decision& decision : contract.decisions) date = latest(date, decision.date);
  return date;
}

std::optional<Date> latest_date_in(const ObservationIndex& observations,
                                   const model::Contract& contract) {
  return latest(observations.latest_date(), latest_date_in(contract));
}

/// What a reader should know of the contract as a whole on the day.
std::vector<Message> remarks_on(const model::Contract& contract,
                                const ObservationIndex& observations, const Request& request) {
  const Date as_of = request.as_of;
  std::vector<Message> remarks;
  if (contract.signed_on && as_of < *contract.signed_on) {
    remarks.push_back(message("the contract was signed on {0} only", *contract.signed_on));
  }
  const Date end_of_term = request.term == Term::middle ? contract.middle() : contract.end;
  if (request.term && as_of < end_of_term) {
    remarks.push_back(message(
        "the term is not over before {0}: statuses on the term are provisional", end_of_term));
  }
  for (const model::Amendment& amendment : contract.amendments) {
    if (amendment.signed_on > as_of || amendment.effective <= as_of) continue;
    remarks.push_back(
        message("amendment no. {0}, signed on {1}, takes effect on {2} only: it does "
                "not count here",
                amendment.number, amendment.signed_on, amendment.effective));
  }
  const bool from_input = latest_date_in(observations, contract) == as_of;
  if (from_input && as_of > make_date(contract.last_year() + 1, 12, 31)) {
    remarks.push_back(
        message("the situation is that of {0}, the last day on which a value was "
                "received or a decision taken; that is more than a year after the "
                "contract, so check that day",
                as_of));
  }
  return remarks;
}

/// One evaluation while it is made.
class Run {
 public:
  Run(const Plan& plan, const ObservationIndex& observations, Rules& rules, const Request& request)
      : plan_(plan), observations_(observations), rules_(rules), request_(request) {
    evaluation_.model = plan.model;
    evaluation_.contract = plan.contract;
    evaluation_.as_of = request.as_of;
    evaluation_.years = request.years;
    evaluation_.term = request.term;
    if (request.term) yearly_.resize(plan.contract->strands.size() * plan.indicators.size());
  }

  Evaluation evaluate() {
    for (const int year : request_.years) {
      for (const model::Strand& strand : plan_.contract->strands) evaluate_year(year, strand);
    }
    if (request_.term) fold_years();
    evaluation_.remarks = remarks_on(*plan_.contract, observations_, request_);
    return std::move(evaluation_);
  }

 private:
  void evaluate_year(int year, const model::Strand& strand) {
    auto results = results_of(year, strand);
    YearResults known;
    known.reserve(results.size());
    for (const auto& result : results) known.push_back(result ? &*result : nullptr);
    const auto scores = evaluate_objectives(year, strand, known);
    auto sections = section_results({plan_, strand, year, known, scores}, rules_);
    std::move(sections.begin(), sections.end(), std::back_inserter(evaluation_.sections));
    const auto of_strand =
        static_cast<std::size_t>(&strand - plan_.contract->strands.data()) * results.size();
    for (std::size_t i = 0; i < results.size(); ++i) {
      if (!results[i]) continue;
      if (request_.term) yearly_[of_strand + i].push_back(evaluation_.results.size());
      evaluation_.results.push_back(*std::move(results[i]));
    }
  }

  /// Indexed as the plan; nullopt where not followed.
  std::vector<std::optional<Result>> results_of(int year, const model::Strand& strand) {
    std::vector<std::optional<Result>> results;
    results.reserve(plan_.indicators.size());
    for (const IndicatorPlan& indicator : plan_.indicators) {
      auto& result = results.emplace_back();
      const Question question{*plan_.model, *plan_.contract, *indicator.selection, strand,
                              year,         request_.as_of,  indicator.objectives};
      if (!is_followed(question)) continue;
      result = evaluate_indicator(indicator, question, observations_, rules_);
      if (!indicator.columns.empty()) result->columns = column_values(indicator, *result, rules_);
    }
    return results;
  }

  /// Gives back the scores, indexed as the plan.
  std::vector<std::optional<double>> evaluate_objectives(int year, const model::Strand& strand,
                                                         const YearResults& results) {
    std::vector<std::optional<double>> scores(plan_.objectives.size());
    for (std::size_t i = 0; i < plan_.objectives.size(); ++i) {
      const ObjectivePlan& objective = plan_.objectives[i];
      if (!is_shown(objective, year, results)) continue;
      evaluation_.objectives.push_back(
          evaluate_objective(plan_, objective, results, strand, year, request_.as_of, rules_));
      scores[i] = evaluation_.objectives.back().score;
    }
    return scores;
  }

  bool is_shown(const ObjectivePlan& objective, int year, const YearResults& results) const {
    const model::Contract& contract = *plan_.contract;
    if (!is_known(contract, objective.objectives, request_.as_of)) return false;
    if (!outside_amended_days(contract, objective.objectives, year, request_.as_of)) return true;
    return std::any_of(objective.indicators.begin(), objective.indicators.end(),
                       [&](std::size_t index) { return results[index] != nullptr; });
  }

  void fold_years() {
    for (std::size_t i = 0; i < yearly_.size(); ++i) {
      if (yearly_[i].empty()) continue;
      const IndicatorPlan& indicator = plan_.indicators[i % plan_.indicators.size()];
      evaluation_.terms.push_back(
          fold_term(plan_, indicator, evaluation_.results, std::move(yearly_[i]), rules_));
    }
    evaluation_.engagements = engagement_results(evaluation_);
  }

  const Plan& plan_;
  const ObservationIndex& observations_;
  Rules& rules_;
  const Request& request_;
  /// Indexes into the results, by strand, then as the plan; empty without a term.
  std::vector<std::vector<std::size_t>> yearly_;
  Evaluation evaluation_;
};

}  // namespace

Evaluation evaluate(const PreparedContract& contract, const ObservationIndex& observations,
                    Rules& rules, const Request& request) {
  return Run(contract.plan(), observations, rules, request).evaluate();
}

Request default_request(const model::Model& model, const model::Contract& contract,
                        const ObservationIndex& observations, std::optional<Term> term) {
  Request request;
  request.term = term;
  if (term) {
    request.years = term_years(contract, *term);
  } else {
    request.years = {std::max(observations.latest_year(), contract.first_year())};
  }
  request.as_of = model.review.in(request.years.back());
  if (const auto known = latest_date_in(observations, contract)) {
    request.as_of = std::max(request.as_of, *known);
  }
  return request;
}

}  // namespace cpom::engine
