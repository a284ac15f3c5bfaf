#include "engine/measure.hpp"

#include <algorithm>
#include <cmath>

namespace cpom::engine {
namespace {

using model::Observation;
using Kind = Source::Kind;
using Part = Source::Part;

/// The figure itself was supplied, and the rule works from parts of which there are none.
template <class T>
bool is_value_alone(const BoundRule& rule, const T* figures) {
  return figures != nullptr && figures->value && !figures->numerator && !figures->denominator &&
         !rule.needs(Kind::observation, Part::value, {});
}

bool lacks_part(const Arguments& arguments) {
  return std::any_of(arguments.missing.begin(), arguments.missing.end(),
                     [](const Source* source) { return source->kind == Kind::observation; });
}

/// An observation that the rule would have used and that nobody supplied.
const Source* absent_observation(const BoundRule& rule, const Figures& figures) {
  for (const Source& source : rule.sources) {
    const bool observed = source.kind == Kind::observation;
    if (observed && figures.of(source.component) == nullptr) return &source;
  }
  return nullptr;
}

bool has_components(const BoundRule& rule) {
  return std::any_of(rule.sources.begin(), rule.sources.end(),
                     [](const Source& source) { return !source.component.empty(); });
}

Measure published(const BoundRule& rule, const Observation& observation) {
  Measure measure;
  measure.state = Measure::State::published;
  measure.value = *observation.value;
  measure.application = {
      rule.rule, {{"value", *observation.value, observation.where, &observation}}, {}};
  return measure;
}

Measure missing_part(const Source& source, const Figures& figures) {
  Measure measure;
  if (source.kind == Kind::baseline) {
    measure.state = Measure::State::not_computable;
    measure.reason = message("there is no baseline, and this figure is counted from it");
  } else if (source.kind == Kind::previous) {
    measure.state = Measure::State::not_computable;
    measure.reason = message("there is no value of the year before, and this figure needs it");
  } else if (figures.of(source.component) == nullptr) {
    measure.state = Measure::State::not_received;
    measure.component = source.component;
  } else {
    measure.state = Measure::State::invalid;
    measure.reason = message("\"{0}\" is needed and was not supplied", source.name);
    measure.at = figures.of(source.component)->where;
  }
  return measure;
}

Figure figure_of(const Observation& observation) {
  if (observation.value) return {*observation.value};
  return {observation.numerator.value_or(0)};
}

Message figures_text(const Observation& observation) {
  if (observation.value || !observation.numerator || !observation.denominator) {
    return message("{0}", figure_of(observation));
  }
  return message("{0} / {1}", Figure{*observation.numerator}, Figure{*observation.denominator});
}

}  // namespace

Measure measure_of(const BoundRule& rule, const Question& question, const Figures& figures,
                   Rules& rules) {
  Arguments arguments = compute_arguments(rule, question, figures, false);
  const bool value_alone = is_value_alone(rule, figures.main);
  if (value_alone && lacks_part(arguments)) return published(rule, *figures.main);
  if (!arguments.missing.empty()) {
    Measure measure = missing_part(*arguments.missing.front(), figures);
    if (measure.state != Measure::State::not_received) {
      measure.application = {rule.rule, std::move(arguments.inputs), rule.parameters};
    }
    return measure;
  }
  const Answer answer = rules.call(*rule.rule, arguments.values);
  if (answer.nothing() && !answer.failed()) {
    if (value_alone) return published(rule, *figures.main);
    if (const Source* absent = absent_observation(rule, figures)) {
      return missing_part(*absent, figures);
    }
  }
  Measure measure;
  measure.application = {rule.rule, std::move(arguments.inputs), rule.parameters};
  if (answer.failed()) {
    measure.state = Measure::State::failed;
    measure.failures = answer.failure;
  } else if (answer.nothing()) {
    measure.state = Measure::State::not_computable;
    measure.reason = reason_of(answer, *rule.rule);
    if (figures.main != nullptr) measure.at = figures.main->where;
  } else if (const double* value = std::get_if<double>(&answer.first)) {
    measure.value = *value;
    if (const bool* kept = std::get_if<bool>(&answer.second)) measure.kept = *kept;
  } else {
    measure.state = Measure::State::failed;
    measure.failures.push_back(
        wrong_result(*rule.rule, message("rule {0} must return a number", rule.rule->id)));
  }
  return measure;
}

BaselineMeasure baseline_measure(const BoundRule& rule, const Question& question,
                                 const Figures& figures, Rules& rules) {
  const Arguments arguments = compute_arguments(rule, question, figures, true);
  const model::Baseline& baseline = *figures.baseline;
  const bool value_alone = is_value_alone(rule, &baseline);
  if (!arguments.missing.empty()) {
    if (value_alone) return {baseline.value, {}};
    return {std::nullopt,
            message("\"{0}\" is needed and was not supplied", arguments.missing.front()->name)};
  }
  const Answer answer = rules.call(*rule.rule, arguments.values);
  if (answer.failed()) return {std::nullopt, answer.failure.front().what};
  if (const double* value = std::get_if<double>(&answer.first)) return {*value, {}};
  // A baseline has no components: its one figure is all that can be known of it.
  if (value_alone || (baseline.value && has_components(rule))) return {baseline.value, {}};
  return {std::nullopt, reason_of(answer, *rule.rule)};
}

std::optional<Message> fault_of(const Observation& observation, const model::Indicator& indicator) {
  if (observation.numerator.has_value() != observation.denominator.has_value()) {
    return observation.numerator ? message("a numerator without a denominator")
                                 : message("a denominator without a numerator");
  }
  if (observation.denominator && *observation.denominator < 0) {
    return message("the denominator, {0}, is negative", Figure{*observation.denominator});
  }
  if (!observation.value || !observation.component.empty()) return std::nullopt;
  const double value = *observation.value;
  if (!observation.unit.empty() && observation.unit != indicator.unit) {
    return observation.unit == "yes_no"
               ? message("yes or no, where a number is expected")
               : message(
                     "the value was written with the unit \"{0}\", the indicator is in "
                     "\"{1}\"",
                     observation.unit == "percent" ? "%" : "€", indicator.unit);
  }
  if (indicator.unit == "yes_no" && value != 0 && value != 1) {
    return message("{0} is neither yes nor no", Figure{value});
  }
  if (indicator.form == "count" && indicator.decimals == 0 && std::trunc(value) != value) {
    return message("{0} is not a whole number, and this indicator counts", Figure{value});
  }
  return std::nullopt;
}

Message reason_of(const Answer& answer, const Rule& rule) {
  if (!answer.reason.empty()) return Message{answer.reason, {}, {}, 1};
  return message("rule {0} gave no result and no reason", rule.id);
}

Message restatement(const Observation& former, const Observation& current) {
  if (former.received && current.received) {
    return message("{0}, received on {1}, was replaced by {2}, received on {3}",
                   figures_text(former), *former.received, figures_text(current),
                   *current.received);
  }
  return message("{0} was replaced by {1}", figures_text(former), figures_text(current));
}

}  // namespace cpom::engine
