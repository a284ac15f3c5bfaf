#include "engine/term.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "engine/arguments.hpp"
#include "engine/evaluator.hpp"
#include "engine/measure.hpp"

namespace cpom::engine {
namespace {

using Kind = Source::Kind;

/// What the statuses of the years say to a rule.
struct Ranks {
  std::vector<double> known;
  /// Of the last year from which a status is expected.
  std::optional<double> last;
};

class Fold {
 public:
  Fold(const Plan& plan, const IndicatorPlan& indicator, const std::vector<Result>& results,
       std::vector<std::size_t> yearly, Rules& rules)
      : plan_(plan), indicator_(indicator), results_(results), rules_(rules) {
    const Result& last = results[yearly.back()];
    term_.selection = last.selection;
    term_.strand = last.strand;
    term_.outcome = last.outcome;
    term_.reason = last.reason;
    term_.yearly = std::move(yearly);
  }

  TermResult fold() {
    for (const std::size_t index : term_.yearly) add(results_[index]);
    const bool is_void = term_.outcome == Outcome::void_indicator;
    if (is_void || term_.counted == 0) return std::move(term_);
    if (!indicator_.term_faults.empty()) {
      fail(indicator_.term_faults);
    } else if (indicator_.term) {
      ask(*indicator_.term);
    }
    return std::move(term_);
  }

 private:
  void add(const Result& result) {
    if (!result.is_expected()) return;
    ++term_.expected;
    ranks_.last.reset();
    const model::Status* const status = result.effective_status();
    if (status == nullptr) return;
    ++term_.counted;
    const double rank = static_cast<double>(status - plan_.model->statuses.data()) + 1;
    ranks_.known.push_back(rank);
    ranks_.last = rank;
  }

  void fail(std::vector<Diagnostic> failures) {
    term_.outcome = Outcome::rule_error;
    term_.reason = failures.front().what;
    term_.failures = std::move(failures);
  }

  /// The reason takes the place of that of the last year, which the yearly results show.
  void stop(Message reason) {
    if (term_.outcome == Outcome::classified) term_.outcome = Outcome::not_computable;
    term_.reason = std::move(reason);
  }

  Value input(const Source& source) const {
    switch (source.kind) {
      case Kind::ranks: return ranks_.known;
      case Kind::last_rank: return value_of(ranks_.last);
      case Kind::scale: return plan_.scale.empty() ? Value() : Value(plan_.scale);
      case Kind::counted: return static_cast<double>(term_.counted);
      case Kind::expected: return static_cast<double>(term_.expected);
      default: return constant_value(source);
    }
  }

  void ask(const BoundRule& bound) {
    ArgumentCollector collector(bound);
    for (const Source& source : bound.sources) collector.add(source, input(source));
    Arguments arguments = collector.take();
    const Rule& rule = *bound.rule;
    term_.applications.push_back({&rule, std::move(arguments.inputs), bound.parameters});
    if (!arguments.missing.empty()) return stop(missing_input(rule, arguments));
    Answer answer = rules_.call(rule, arguments.values);
    if (answer.failed()) return fail(std::move(answer.failure));
    if (answer.nothing()) return stop(reason_of(answer, rule));
    take(answer, rule);
  }

  void take(const Answer& answer, const Rule& rule) {
    const auto& statuses = plan_.model->statuses;
    const double* const rank = std::get_if<double>(&answer.first);
    const auto last = static_cast<double>(statuses.size());
    if (rank == nullptr || *rank < 1 || *rank > last || std::trunc(*rank) != *rank) {
      return fail({wrong_result(
          rule, message("rule {0} must return the rank of a status, a whole number from 1 to {1}",
                        rule.id, statuses.size()))});
    }
    term_.status = &statuses[static_cast<std::size_t>(*rank) - 1];
    term_.outcome = Outcome::classified;
    term_.reason = {};
  }

  const Plan& plan_;
  const IndicatorPlan& indicator_;
  const std::vector<Result>& results_;
  Rules& rules_;
  Ranks ranks_;
  TermResult term_;
};

const model::Decision* retained_outcome(const Evaluation& evaluation,
                                        const model::Engagement& engagement) {
  const model::Decision* last = nullptr;
  for (const model::Decision& decision : evaluation.contract->decisions) {
    const bool of_this = decision.kind == model::Decision::Kind::outcome &&
                         decision.subject == engagement.id && decision.date <= evaluation.as_of;
    if (of_this && (last == nullptr || decision.date >= last->date)) last = &decision;
  }
  return last;
}

}  // namespace

TermResult fold_term(const Plan& plan, const IndicatorPlan& indicator,
                     const std::vector<Result>& results, std::vector<std::size_t> yearly,
                     Rules& rules) {
  return Fold(plan, indicator, results, std::move(yearly), rules).fold();
}

std::vector<EngagementResult> engagement_results(const Evaluation& evaluation) {
  std::vector<EngagementResult> all;
  for (const model::Engagement& engagement : evaluation.contract->engagements) {
    EngagementResult& result = all.emplace_back();
    result.engagement = &engagement;
    for (const std::string& code : engagement.indicators) {
      for (std::size_t i = 0; i < evaluation.terms.size(); ++i) {
        const TermResult& term = evaluation.terms[i];
        const bool of_strand = engagement.strand.empty() || engagement.strand == term.strand->id;
        if (of_strand && term.selection->indicator.code == code) result.terms.push_back(i);
      }
    }
    const bool known = !engagement.outcome_date || *engagement.outcome_date <= evaluation.as_of;
    if (known) result.proposed = evaluation.model->engagement_outcome(engagement.outcome);
    result.retained = retained_outcome(evaluation, engagement);
    if (result.retained != nullptr) {
      result.retained_outcome = evaluation.model->engagement_outcome(result.retained->retained);
    }
  }
  return all;
}

std::vector<int> term_years(const model::Contract& contract, Term term) {
  int last = contract.last_year();
  if (term == Term::middle) {
    const Date middle = contract.middle();
    last = contract.first_assessed_year();
    for (int n = 1; n < contract.contract_years(); ++n) {
      if (contract.end_of_contract_year(n) > middle) break;
      last = std::max(last, contract.calendar_year(n));
    }
  }
  std::vector<int> years;
  for (int year = contract.first_assessed_year(); year <= last; ++year) years.push_back(year);
  return years;
}

}  // namespace cpom::engine
