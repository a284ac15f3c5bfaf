#include "engine/sections.hpp"

#include <algorithm>

#include "engine/arguments.hpp"
#include "engine/measure.hpp"

namespace cpom::engine {
namespace {

using Kind = Source::Kind;

template <class Holds>
double count_results(const YearResults& results, Holds holds) {
  return static_cast<double>(
      std::count_if(results.begin(), results.end(),
                    [&](const Result* result) { return result != nullptr && holds(*result); }));
}

class YearSections {
 public:
  YearSections(const YearFacts& facts, Rules& rules)
      : facts_(facts), rules_(rules), points_(points_of(facts.plan, facts.results)) {}

  SectionResult write(const FurtherRule& further) {
    SectionResult result;
    result.rule = further.rule;
    result.strand = &facts_.strand;
    result.year = facts_.year;
    result.failures = further.faults;
    if (further.bound) ask(*further.bound, result);
    return result;
  }

 private:
  void ask(const BoundRule& bound, SectionResult& result) {
    ArgumentCollector collector(bound);
    for (const Source& source : bound.sources) {
      Position where;
      Value value = input(source, where, result);
      collector.add(source, std::move(value), where);
    }
    if (!result.failures.empty()) return;
    Arguments arguments = collector.take();
    const Rule& rule = *bound.rule;
    result.applications.push_back({&rule, std::move(arguments.inputs), bound.parameters});
    if (!arguments.missing.empty()) {
      result.reason = missing_input(rule, arguments);
      return;
    }
    Answer answer = rules_.call(rule, arguments.values);
    if (answer.failed()) {
      result.failures = std::move(answer.failure);
    } else if (answer.nothing()) {
      result.reason = reason_of(answer, rule);
    } else {
      take(std::move(answer), rule, result);
    }
  }

  static void take(Answer answer, const Rule& rule, SectionResult& result) {
    std::string* const text = std::get_if<std::string>(&answer.first);
    const double* const figure = std::get_if<double>(&answer.second);
    if (text == nullptr || (figure == nullptr && answer.second != Value())) {
      result.failures.push_back(wrong_result(
          rule, message("rule {0} must return a text, and a number or nothing", rule.id)));
      return;
    }
    result.text = std::move(*text);
    if (figure != nullptr) result.figure = *figure;
  }

  Value input(const Source& source, Position& where, SectionResult& result) {
    switch (source.kind) {
      case Kind::year: return static_cast<double>(facts_.year);
      case Kind::contract_year: return contract_year();
      case Kind::expected: return static_cast<double>(points_.expected());
      case Kind::counted: return static_cast<double>(points_.counted());
      case Kind::points: return points_.known;
      case Kind::weights: return points_.known_weights;
      case Kind::score: return score(result);
      case Kind::funding: return funding(nullptr, where);
      case Kind::mission_funding:
        return funding(&facts_.plan.model->missions[source.index].id, where);
      case Kind::indicator_measure: {
        const Result* const of_indicator = facts_.results[source.index];
        return of_indicator != nullptr ? value_of(of_indicator->measure) : Value();
      }
      case Kind::objective_score: return value_of(facts_.scores[source.index]);
      case Kind::status_count: {
        const model::Status* const status = &facts_.plan.model->statuses[source.index];
        return count_results(facts_.results, [status](const Result& one) {
          return one.effective_status() == status;
        });
      }
      case Kind::outcome_count: {
        const Outcome outcome = all_outcomes[source.index];
        return count_results(facts_.results, [outcome](const Result& one) {
          return one.effective_status() == nullptr && one.outcome == outcome;
        });
      }
      default: return constant_value(source);
    }
  }

  /// N1 is 1; nothing for a calendar year in which no contract year ends.
  Value contract_year() const {
    const model::Contract& contract = *facts_.plan.contract;
    for (int n = 1; n <= contract.contract_years(); ++n) {
      if (contract.calendar_year(n) == facts_.year) return static_cast<double>(n);
    }
    return {};
  }

  /// In euros; of every mission when \a mission is nullptr. Nothing when nobody gave any.
  Value funding(const std::string* mission, Position& where) const {
    double sum = 0;
    bool any = false;
    for (const model::Funding& given : facts_.plan.contract->fundings) {
      if (given.year != facts_.year || (mission != nullptr && given.mission != *mission)) continue;
      if (!any) where = given.where;
      any = true;
      sum += given.amount;
    }
    return any ? Value(sum) : Value();
  }

  /// Of all indicators, by the model's own rule. What is wrong with that rule is told in \a result.
  Value score(SectionResult& result) {
    const FurtherRule& rollup = facts_.plan.rollup;
    if (points_.counted() == 0) return {};
    if (!rollup.bound) {
      result.failures = rollup.faults;
      return {};
    }
    std::vector<Value> arguments;
    for (const Source& source : rollup.bound->sources) {
      switch (source.kind) {
        case Kind::points: arguments.emplace_back(points_.known); break;
        case Kind::weights: arguments.emplace_back(points_.known_weights); break;
        default: arguments.push_back(constant_value(source)); break;
      }
    }
    const Rule& rule = *rollup.bound->rule;
    Answer answer = rules_.call(rule, arguments);
    if (answer.failed()) {
      result.failures = std::move(answer.failure);
      return {};
    }
    if (answer.nothing() || std::holds_alternative<double>(answer.first)) return answer.first;
    result.failures.push_back(
        wrong_result(rule, message("rule {0} must return a number", rule.id)));
    return {};
  }

  const YearFacts& facts_;
  Rules& rules_;
  Points points_;
};

}  // namespace

std::vector<SectionResult> section_results(const YearFacts& facts, Rules& rules) {
  std::vector<SectionResult> results;
  if (facts.plan.sections.empty()) return results;
  YearSections sections(facts, rules);
  for (const FurtherRule& further : facts.plan.sections) results.push_back(sections.write(further));
  return results;
}

}  // namespace cpom::engine
