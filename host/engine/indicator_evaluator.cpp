#include "engine/indicator_evaluator.hpp"

#include <utility>

#include "base/number.hpp"
#include "engine/figures.hpp"
#include "engine/judgement.hpp"
#include "engine/measure.hpp"

namespace cpom::engine {
namespace {

using model::Indicator;

/// Carries one result through the steps; each returns false when the decision is made.
class Decision {
 public:
  Decision(const IndicatorPlan& plan, const Question& question,
           const ObservationIndex& observations, Rules& rules)
      : plan_(plan),
        question_(question),
        observations_(observations),
        rules_(rules),
        indicator_(plan.selection->indicator),
        figures_year_(question.year) {
    result_.selection = plan.selection;
    result_.strand = &question.strand;
    result_.year = question.year;
  }

  Result decide() {
    const bool go_on = expected() && bound() && received() && valid() && computable();
    if (go_on) judge(plan_, question_, figures_, kept_, rules_, result_);
    add_retained();
    return std::move(result_);
  }

 private:
  bool stop(Outcome outcome, Message reason, Position at = {}) {
    result_.outcome = outcome;
    result_.reason = std::move(reason);
    result_.reason_at = std::move(at);
    return false;
  }

  bool expected() {
    Expectation answer = expectation(question_);
    result_.target = answer.target;
    result_.initial_target = answer.initial_target;
    if (answer.target != nullptr) {
      result_.contract_year = answer.target->contract_year;
      if (!answer.target->amendment.empty()) result_.flags.set(Flag::amended_target);
    }
    const auto& available =
        indicator_.available ? *indicator_.available : question_.model.available;
    result_.expected_by = available.in(question_.year);
    if (!answer.stop) return true;
    stop(answer.stop->outcome, std::move(answer.stop->reason), std::move(answer.stop->at));
    result_.retained = answer.stop->decision;
    show_value_without_judgement();
    return false;
  }

  /// A value may be known where none is judged: it is shown, and what is wrong with it is said.
  void show_value_without_judgement() {
    const bool shown =
        result_.outcome == Outcome::context || result_.outcome == Outcome::observed ||
        result_.outcome == Outcome::target_pending || result_.outcome == Outcome::not_due;
    if (!shown) return;
    load_figures();
    if (!plan_.faults.empty()) {
      bound();
      return;
    }
    if (!figures_.any()) {
      if (result_.outcome != Outcome::not_due) {
        result_.remarks.push_back(message("no value received yet"));
      }
      return;
    }
    const Outcome outcome = result_.outcome;
    const Message reason = result_.reason;
    const Position at = result_.reason_at;
    const bool computed = valid() && computable();
    if (result_.outcome == Outcome::rule_error) return;
    if (!computed) result_.remarks.push_back(std::exchange(result_.reason, reason));
    stop(outcome, reason, at);
  }

  bool bound() {
    if (plan_.faults.empty()) return true;
    result_.failures = plan_.faults;
    return stop(Outcome::rule_error, plan_.faults.front().what, plan_.faults.front().where);
  }

  void load_figures() {
    figures_ = last_figures_of(question_, result_.target, observations_);
    figures_year_ = figures_.year;
    result_.observation = figures_.main;
    result_.superseded = figures_.superseded;
    for (const model::Observation* shown : figures_.all()) {
      if (shown->provisional) result_.flags.set(Flag::provisional);
      if (shown->reference && *shown->reference > last_day()) {
        result_.flags.set(Flag::dated_after);
      }
    }
    for (const auto& [former, current] : figures_.replaced) note_restatement(*former, *current);
  }

  /// The last day that the target speaks of.
  Date last_day() const {
    const model::Target* target = result_.target;
    if (target != nullptr && target->due) return *target->due;
    if (target != nullptr && target->contract_year > 0) {
      return question_.contract.end_of_contract_year(target->contract_year);
    }
    return make_date(question_.year, 12, 31);
  }

  void note_restatement(const model::Observation& former, const model::Observation& current) {
    if (same_figures(former, current)) return;
    result_.flags.set(Flag::restated);
    result_.remarks.push_back(restatement(former, current));
  }

  bool received() {
    load_figures();
    return figures_.any() || not_received({});
  }

  bool not_received(std::string_view component) {
    if (const Diagnostic* fault = observations_.unplaced(indicator_.code)) {
      return stop(Outcome::invalid, fault->what, fault->where);
    }
    const bool late = question_.as_of > result_.expected_by;
    const std::string supplier = indicator_.suppliers.empty() ? "" : indicator_.suppliers.front();
    Message what = component.empty() ? message("value") : message("component \"{0}\"", component);
    if (late) {
      return stop(Outcome::late, supplier.empty()
                                     ? message("{0} not received; it was expected by {1}",
                                               std::move(what), result_.expected_by)
                                     : message("{0} not received; it was expected by {1} from {2}",
                                               std::move(what), result_.expected_by, supplier));
    }
    return stop(Outcome::awaited, supplier.empty()
                                      ? message("{0} not received yet; expected by {1}",
                                                std::move(what), result_.expected_by)
                                      : message("{0} not received yet; expected by {1} from {2}",
                                                std::move(what), result_.expected_by, supplier));
  }

  bool invalid_by(const model::Observation& observation) {
    const Diagnostic& fault = observation.faults.front();
    return stop(Outcome::invalid, fault.what, fault.where);
  }

  bool valid() {
    // A former value whose date could not be read may be the last one.
    for (const model::Observation* former : figures_.superseded) {
      if (!former->faults.empty()) return invalid_by(*former);
    }
    for (const model::Observation* observation : figures_.all()) {
      if (!observation->faults.empty()) return invalid_by(*observation);
      if (const Diagnostic* fault = observations_.conflict(*observation)) {
        return stop(Outcome::invalid, fault->what, fault->where);
      }
      if (auto fault = fault_of(*observation, indicator_)) {
        return stop(Outcome::invalid, *std::move(fault), observation->where);
      }
    }
    return true;
  }

  bool computable() {
    const Measure measure = measure_of(*plan_.compute, question_, figures_, rules_);
    if (measure.application.rule != nullptr) result_.applications.push_back(measure.application);
    switch (measure.state) {
      case Measure::State::not_received: return not_received(measure.component);
      case Measure::State::invalid: return stop(Outcome::invalid, measure.reason, measure.at);
      case Measure::State::not_computable:
        return stop(Outcome::not_computable, measure.reason, measure.at);
      case Measure::State::failed:
        result_.failures = measure.failures;
        return stop(Outcome::rule_error, measure.failures.front().what,
                    measure.failures.front().where);
      case Measure::State::published: result_.flags.set(Flag::published); break;
      case Measure::State::computed: break;
    }
    kept_ = measure.kept;
    result_.unrounded = measure.value;
    result_.measure = round_half_away(measure.value, indicator_.decimals);
    return within_bounds() && large_enough() && note_inconsistency();
  }

  bool large_enough() {
    const model::Parameter* least = plan_.minimum_denominator;
    const model::Observation* main = figures_.main;
    if (least == nullptr || main == nullptr || !main->denominator) return true;
    if (*main->denominator >= least->value) return true;
    result_.measure.reset();
    result_.unrounded.reset();
    return stop(Outcome::not_computable,
                message("the denominator, {0}, is below {1}, the least that says something",
                        Figure{*main->denominator}, Figure{least->value}),
                main->where);
  }

  bool within_bounds() {
    const double measure = *result_.measure;
    const Position at = figures_.main != nullptr ? figures_.main->where : Position{};
    if (indicator_.minimum && measure < *indicator_.minimum) {
      return stop(Outcome::invalid,
                  message("{0} is below {1}, the least this indicator can be",
                          Figure{measure, indicator_.decimals}, Figure{*indicator_.minimum}),
                  at);
    }
    if (indicator_.maximum && measure > *indicator_.maximum) {
      return stop(Outcome::invalid,
                  message("{0} is above {1}, the most this indicator can be",
                          Figure{measure, indicator_.decimals}, Figure{*indicator_.maximum}),
                  at);
    }
    return true;
  }

  bool note_inconsistency() {
    const model::Observation* main = figures_.main;
    const bool both = main != nullptr && main->value && main->numerator && main->denominator;
    if (!both || plan_.compute->needs(Source::Kind::observation, Source::Part::value, {})) {
      return true;
    }
    if (round_half_away(*main->value, indicator_.decimals) == *result_.measure) return true;
    result_.flags.set(Flag::inconsistent);
    result_.remarks.push_back(message("the file says {0}, its parts give {1}, which is kept",
                                      Figure{*main->value},
                                      Figure{*result_.measure, indicator_.decimals}));
    return true;
  }

  /// What was retained for the year; for a closed target without a newer value, for the year of
  /// its value or one since.
  const model::Decision* decision() const {
    Question asked = question_;
    const model::Decision* found = retained_status(asked);
    while (found == nullptr && asked.year > figures_year_) {
      --asked.year;
      found = retained_status(asked);
    }
    return found;
  }

  void add_retained() {
    if (result_.outcome == Outcome::void_indicator) return;
    const model::Decision* const decision = this->decision();
    if (decision == nullptr) return;
    const bool beside_the_point =
        result_.outcome == Outcome::not_applicable || result_.outcome == Outcome::context;
    if (beside_the_point) {
      result_.remarks.push_back(
          message("a status was retained on {0}, and does not count", decision->date));
      return;
    }
    if (decision->year < question_.year) {
      result_.remarks.push_back(
          message("retained for {0}; no later value has come since", decision->year));
    }
    result_.retained = decision;
    result_.retained_status = question_.model.status(decision->retained);
  }

  const IndicatorPlan& plan_;
  const Question& question_;
  const ObservationIndex& observations_;
  Rules& rules_;
  const Indicator& indicator_;
  Figures figures_;
  /// The year of the figures: earlier than that asked about for a target that was due earlier.
  int figures_year_;
  std::optional<bool> kept_;
  Result result_;
};

}  // namespace

Result evaluate_indicator(const IndicatorPlan& plan, const Question& question,
                          const ObservationIndex& observations, Rules& rules) {
  return Decision(plan, question, observations, rules).decide();
}

}  // namespace cpom::engine
