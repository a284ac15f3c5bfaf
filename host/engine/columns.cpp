#include "engine/columns.hpp"

#include "engine/arguments.hpp"
#include "engine/measure.hpp"

namespace cpom::engine {
namespace {

using Kind = Source::Kind;

Value column_input(const Source& source, const IndicatorPlan& plan, const Result& result) {
  switch (source.kind) {
    case Kind::status: {
      const model::Status* const status = result.effective_status();
      return status != nullptr ? Value(status->id) : Value();
    }
    case Kind::outcome: return std::string(code_of(result.outcome));
    case Kind::measure: return value_of(result.measure);
    case Kind::observation: return value_of(part_of(result.observation, source.part));
    case Kind::target: return value_of(part_of(result.target, source.part));
    case Kind::measured_baseline: return value_of(result.baseline);
    case Kind::reached: return value_of(result.reached);
    case Kind::progress: return value_of(result.progress);
    case Kind::year: return static_cast<double>(result.year);
    case Kind::decimals: return static_cast<double>(plan.selection->indicator.decimals);
    case Kind::weight: return plan.weight;
    default: return constant_value(source);
  }
}

void answer_of(const BoundRule& bound, const IndicatorPlan& plan, const Result& result,
               Rules& rules, ColumnValue& column) {
  ArgumentCollector collector(bound);
  for (const Source& source : bound.sources) {
    collector.add(source, column_input(source, plan, result));
  }
  const Arguments arguments = collector.take();
  const Rule& rule = *bound.rule;
  if (!arguments.missing.empty()) {
    column.reason = missing_input(rule, arguments);
    return;
  }
  Answer answer = rules.call(rule, arguments.values);
  const bool number = std::holds_alternative<double>(answer.first);
  const bool text = std::holds_alternative<std::string>(answer.first);
  if (answer.failed()) {
    column.failures = std::move(answer.failure);
  } else if (answer.nothing()) {
    column.reason = reason_of(answer, rule);
  } else if (number || text) {
    column.value = std::move(answer.first);
  } else {
    column.failures.push_back(
        wrong_result(rule, message("rule {0} must return a number or a text", rule.id)));
  }
}

}  // namespace

std::vector<ColumnValue> column_values(const IndicatorPlan& plan, const Result& result,
                                       Rules& rules) {
  std::vector<ColumnValue> values;
  values.reserve(plan.columns.size());
  for (const FurtherRule& further : plan.columns) {
    ColumnValue& column = values.emplace_back();
    column.rule = further.rule;
    column.failures = further.faults;
    if (further.bound) answer_of(*further.bound, plan, result, rules, column);
  }
  return values;
}

}  // namespace cpom::engine
