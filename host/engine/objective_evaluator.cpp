#include "engine/objective_evaluator.hpp"

#include <algorithm>
#include <utility>

#include "base/names.hpp"
#include "engine/arguments.hpp"
#include "engine/expectation.hpp"
#include "engine/points.hpp"

namespace cpom::engine {
namespace {

using Kind = Source::Kind;

constexpr double worst_points = 0;
constexpr double best_points = 100;

class ObjectiveDecision {
 public:
  ObjectiveDecision(const Plan& plan, const ObjectivePlan& objective, Rules& rules)
      : plan_(plan), objective_(objective), rules_(rules) {}

  void judge(const Points& points, ObjectiveResult& result) {
    result.counted = points.counted();
    result.expected = points.expected();
    if (result.expected == 0) {
      result.reason = message("no indicator to judge this year");
      return;
    }
    if (!objective_.faults.empty()) {
      fail(result, objective_.faults);
      return;
    }
    if (result.counted > 0) {
      recording_ = true;
      result.score = score(points.known, points.known_weights, result);
      recording_ = result.score.has_value();
      if (result.score) result.weather = weather(*result.score, result.counted, result);
      recording_ = false;
    } else {
      result.reason = message("no indicator of this objective has a status yet");
    }
    if (!result.complete() && result.failures.empty()) add_range(points, result);
  }

 private:
  static void fail(ObjectiveResult& result, const std::vector<Diagnostic>& faults) {
    result.failures = faults;
    result.reason = faults.front().what;
  }

  void add_range(const Points& points, ObjectiveResult& result) {
    const auto at = [&](double missing) -> const model::Weather* {
      const auto [all, weights] = points.with_missing_at(missing);
      const auto reached = score(all, weights, result);
      return reached ? weather(*reached, result.expected, result) : nullptr;
    };
    result.worst = at(worst_points);
    result.best = at(best_points);
  }

  std::optional<double> score(const std::vector<double>& points, const std::vector<double>& weights,
                              ObjectiveResult& result) {
    std::vector<Value> arguments;
    for (const Source& source : objective_.rollup->sources) {
      switch (source.kind) {
        case Kind::points: arguments.emplace_back(points); break;
        case Kind::weights: arguments.emplace_back(weights); break;
        default: arguments.push_back(constant_value(source)); break;
      }
    }
    const Answer answer = call(*objective_.rollup, arguments, result);
    const double* value = std::get_if<double>(&answer.first);
    if (value != nullptr) return *value;
    explain(answer, *objective_.rollup->rule, result);
    return std::nullopt;
  }

  const model::Weather* weather(double score, int counted, ObjectiveResult& result) {
    if (!objective_.weather) return nullptr;
    std::vector<Value> arguments;
    for (const Source& source : objective_.weather->sources) {
      switch (source.kind) {
        case Kind::score: arguments.emplace_back(score); break;
        case Kind::counted: arguments.emplace_back(static_cast<double>(counted)); break;
        case Kind::expected: arguments.emplace_back(static_cast<double>(result.expected)); break;
        default: arguments.push_back(constant_value(source)); break;
      }
    }
    const Answer answer = call(*objective_.weather, arguments, result);
    const std::string* id = std::get_if<std::string>(&answer.first);
    const model::Weather* level = id != nullptr ? plan_.model->weather(*id) : nullptr;
    if (level != nullptr) return level;
    if (id != nullptr && !answer.failed()) {
      unknown_level(*id, *objective_.weather->rule, result);
    } else {
      explain(answer, *objective_.weather->rule, result);
    }
    return nullptr;
  }

  Answer call(const BoundRule& rule, const std::vector<Value>& arguments, ObjectiveResult& result) {
    if (recording_) {
      Application application{rule.rule, {}, rule.parameters};
      for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (rule.sources[i].kind == Kind::parameter) continue;
        application.inputs.push_back({rule.sources[i].name, arguments[i], {}, nullptr});
      }
      result.applications.push_back(std::move(application));
    }
    return rules_.call(*rule.rule, arguments);
  }

  static void explain(const Answer& answer, const Rule& rule, ObjectiveResult& result) {
    if (answer.failed()) {
      fail(result, answer.failure);
    } else if (answer.nothing()) {
      result.reason = answer.reason.empty()
                          ? message("rule {0} gave no result and no reason", rule.id)
                          : Message{answer.reason, {}, {}, 1};
    } else {
      fail(result,
           {wrong_result(
               rule, rule.kind == RuleKind::rollup
                         ? message("rule {0} must return a number", rule.id)
                         : message("rule {0} must return the id of a weather level", rule.id))});
    }
  }

  void unknown_level(const std::string& id, const Rule& rule, ObjectiveResult& result) const {
    std::vector<std::string> known;
    for (const model::Weather& level : plan_.model->weathers) known.push_back(level.id);
    fail(result,
         {wrong_result(rule,
                       message("rule {0} returned \"{1}\", which is no weather level of this model",
                               rule.id, id),
                       suggestion(id, known))});
  }

  const Plan& plan_;
  const ObjectivePlan& objective_;
  Rules& rules_;
  bool recording_ = false;
};

const model::Decision* retained_weather(const Plan& plan, const ObjectiveResult& result,
                                        Date as_of) {
  const model::Decision* last = nullptr;
  for (const model::Decision& decision : plan.contract->decisions) {
    const bool of_this = decision.kind == model::Decision::Kind::weather &&
                         decision.subject == result.objective->id && decision.year == result.year &&
                         decision.date <= as_of &&
                         (decision.strand.empty() || decision.strand == result.strand->id);
    if (of_this && (last == nullptr || decision.date >= last->date)) last = &decision;
  }
  return last;
}

}  // namespace

ObjectiveResult evaluate_objective(const Plan& plan, const ObjectivePlan& objective,
                                   const YearResults& results, const model::Strand& strand,
                                   int year, Date as_of, Rules& rules) {
  ObjectiveResult result;
  result.objective = objective.objective;
  result.strand = &strand;
  result.year = year;
  if (auto outside = outside_amended_days(*plan.contract, objective.objectives, year, as_of)) {
    result.reason = *std::move(outside);
  } else {
    const Points points = points_of(plan, objective.indicators, results);
    ObjectiveDecision(plan, objective, rules).judge(points, result);
  }
  result.retained = retained_weather(plan, result, as_of);
  if (result.retained != nullptr) {
    result.retained_weather = plan.model->weather(result.retained->retained);
  }
  return result;
}

}  // namespace cpom::engine
