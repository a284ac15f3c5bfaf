#include "engine/judgement.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/names.hpp"
#include "base/number.hpp"
#include "engine/measure.hpp"

namespace cpom::engine {
namespace {

using model::Direction;
using model::Indicator;

class Judge {
 public:
  Judge(const IndicatorPlan& plan, const Question& question, const Figures& figures, Rules& rules,
        Result& result)
      : plan_(plan),
        question_(question),
        figures_(figures),
        rules_(rules),
        indicator_(plan.selection->indicator),
        result_(result) {}

  void judge(std::optional<bool> kept) {
    result_.outcome = Outcome::classified;
    if (kept == false) result_.flags.set(Flag::constraint_broken);
    measure_baseline();
    Judged judged{result_.measure, result_.baseline, result_.target, {}, {}, kept};
    if (!check(judged)) return;
    set_flags();
    classify(judged);
  }

 private:
  void stop(Outcome outcome, Message reason, Position at = {}) {
    result_.outcome = outcome;
    result_.reason = std::move(reason);
    result_.reason_at = std::move(at);
  }

  void measure_baseline() {
    if (figures_.baseline == nullptr) {
      result_.flags.set(Flag::no_baseline);
      return;
    }
    const auto baseline = baseline_measure(*plan_.compute, question_, figures_, rules_);
    if (baseline.value) {
      result_.baseline = round_half_away(*baseline.value, indicator_.decimals);
    } else {
      result_.flags.set(Flag::no_baseline);
      result_.remarks.push_back(message("the baseline cannot be computed: {0}", baseline.reason));
    }
  }

  /// Calls a judging rule; nullopt when it could not answer, the result then says why.
  std::optional<Answer> ask(const BoundRule& rule, const Judged& judged) {
    Arguments arguments = judgement_arguments(rule, question_, judged);
    result_.applications.push_back({rule.rule, std::move(arguments.inputs), rule.parameters});
    if (!arguments.missing.empty()) {
      stop(Outcome::not_computable, missing_input(*rule.rule, arguments));
      return std::nullopt;
    }
    Answer answer = rules_.call(*rule.rule, arguments.values);
    if (answer.failed()) {
      result_.failures = answer.failure;
      stop(Outcome::rule_error, answer.failure.front().what, answer.failure.front().where);
      return std::nullopt;
    }
    if (answer.nothing()) {
      stop(Outcome::not_computable, reason_of(answer, *rule.rule), rule.rule->where);
      return std::nullopt;
    }
    return answer;
  }

  void wrong_answer(const Rule& rule, Message what, Message remedy) {
    Diagnostic fault = wrong_result(rule, std::move(what), std::move(remedy));
    stop(Outcome::rule_error, fault.what, fault.where);
    result_.failures.push_back(std::move(fault));
  }

  bool check(Judged& judged) {
    const auto answer = ask(*plan_.check, judged);
    if (!answer) return false;
    const bool* reached = std::get_if<bool>(&answer->first);
    const double* progress = std::get_if<double>(&answer->second);
    if (reached == nullptr) {
      wrong_answer(
          *plan_.check->rule,
          message("rule {0} must return true or false, then the progress", plan_.check->rule->id),
          {});
      return false;
    }
    result_.reached = judged.reached = *reached;
    if (progress != nullptr) {
      result_.unrounded_progress = *progress;
      result_.progress = judged.progress = round_half_away(*progress, 0);
      result_.shown_progress = std::clamp(*result_.progress, 0.0, 100.0);
    }
    return true;
  }

  void classify(const Judged& judged) {
    const auto answer = ask(*plan_.classify, judged);
    if (!answer) return;
    const std::string* id = std::get_if<std::string>(&answer->first);
    if (id != nullptr) result_.status = question_.model.status(*id);
    if (result_.status != nullptr) return;
    std::vector<std::string> known;
    for (const model::Status& status : question_.model.statuses) known.push_back(status.id);
    const Rule& rule = *plan_.classify->rule;
    if (id == nullptr) {
      wrong_answer(rule, message("rule {0} must return the id of a status", rule.id),
                   suggestion("", known));
    } else {
      wrong_answer(
          rule,
          message("rule {0} returned \"{1}\", which is no status of this model", rule.id, *id),
          suggestion(*id, known));
    }
  }

  void set_flags() {
    const double measure = *result_.measure;
    const bool lower = indicator_.direction == Direction::lower;
    const auto better = [lower](double a, double b) { return lower ? a < b : a > b; };
    const auto& target = result_.target->value;
    if (indicator_.direction == Direction::corridor || !target) {
      if (result_.unrounded_progress.value_or(0) < 0) result_.flags.set(Flag::regression);
      return;
    }
    if (better(measure, *target)) result_.flags.set(Flag::exceeded);
    if (!result_.baseline) return;
    const bool maintain = !better(*target, *result_.baseline);
    if (maintain) result_.flags.set(Flag::maintain);
    // A level that is kept may be less good than at the start, as the target allows.
    const bool kept_level = maintain && !better(*target, measure);
    if (better(*result_.baseline, measure) && !kept_level) result_.flags.set(Flag::regression);
  }

  const IndicatorPlan& plan_;
  const Question& question_;
  const Figures& figures_;
  Rules& rules_;
  const Indicator& indicator_;
  Result& result_;
};

}  // namespace

void judge(const IndicatorPlan& plan, const Question& question, const Figures& figures,
           std::optional<bool> kept, Rules& rules, Result& result) {
  Judge(plan, question, figures, rules, result).judge(kept);
}

}  // namespace cpom::engine
