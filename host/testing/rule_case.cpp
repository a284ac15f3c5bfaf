#include "testing/rule_case.hpp"

#include <algorithm>

#include "script/chains.hpp"
#include "testing/compare.hpp"

namespace cpom::testing {
namespace {

using engine::Answer;
using engine::Need;
using engine::Rule;
using engine::Value;

constexpr std::string_view parameter_prefix = "param.";

/// The indicator of "indicators/2.c.1/compute".
const model::Indicator* indicator_of(const Rule& rule, const Ground& ground) {
  const auto first = rule.id.find('/');
  const auto last = rule.id.rfind('/');
  if (first == last) return nullptr;
  return script::indicator_of(*ground.model, ground.contract,
                              std::string_view(rule.id).substr(first + 1, last - first - 1));
}

Value value_for(const Need& need, const std::vector<GivenInput>& given,
                const model::Indicator* indicator, const Ground& ground, CallObserver* observer) {
  for (const GivenInput& input : given) {
    if (input.name == need.name) return input.value;
  }
  const std::string_view name = need.name;
  if (name.starts_with(parameter_prefix)) {
    const auto* parameter = ground.parameters.find(
        name.substr(parameter_prefix.size()),
        indicator != nullptr ? std::string_view(indicator->code) : std::string_view{},
        indicator != nullptr ? std::string_view(indicator->objective) : std::string_view{});
    if (parameter != nullptr && observer != nullptr) observer->used(*parameter);
    return parameter != nullptr ? Value(parameter->value) : Value();
  }
  if (name == "decimals" && indicator != nullptr) return static_cast<double>(indicator->decimals);
  return {};
}

void add(std::optional<Difference> different, CaseResult& result) {
  if (different) result.differences.push_back(*std::move(different));
}

/// A rule that fails does so by one fault with a code.
void compare_failure(const Case& one, const Answer& answer, CaseResult& result) {
  if (one.error.empty()) {
    result.faults = answer.failure;
  } else if (answer.failure.front().code != one.error) {
    result.differences.push_back({"error", message("{0}", one.error),
                                  message("{0}", answer.failure.front().code), std::nullopt});
    result.faults = answer.failure;
  }
}

void compare(const Case& one, const Answer& answer, CaseResult& result) {
  if (answer.failed()) {
    compare_failure(one, answer, result);
    return;
  }
  if (!one.error.empty()) {
    result.differences.push_back(
        {"error", message("{0}", one.error), shown_value(answer.first), std::nullopt});
    return;
  }
  for (const WantedResult& wanted : one.wanted) {
    const bool second = wanted.name == "expect_2";
    if (second && answer.nothing()) continue;
    add(difference(second ? "expect_2" : "expect", wanted.value,
                   second ? answer.second : answer.first, one.tolerance),
        result);
  }
  const Message reason{answer.reason, {}, {}, 1};
  if (one.reason && (!answer.nothing() || !same_sentence(*one.reason, reason))) {
    result.differences.push_back(
        {"reason", message("\"{0}\"", *one.reason),
         answer.nothing() ? message("\"{0}\"", reason) : message("nothing"), std::nullopt});
  } else if (answer.nothing() && !result.differences.empty()) {
    result.differences.front().found = message("nothing: {0}", reason);
  }
}

}  // namespace

std::vector<Value> arguments_of(const Rule& rule, const std::vector<GivenInput>& given,
                                const Ground& ground, std::vector<std::string>& missing,
                                CallObserver* observer) {
  const model::Indicator* indicator = indicator_of(rule, ground);
  std::vector<Value> arguments;
  arguments.reserve(rule.needs.size());
  for (const Need& need : rule.needs) {
    arguments.push_back(value_for(need, given, indicator, ground, observer));
    const bool absent = std::holds_alternative<std::monostate>(arguments.back());
    if (absent && !need.optional) missing.push_back(need.name);
  }
  return arguments;
}

Diagnostic missing_input(const Rule& rule, const std::string& name, Position where) {
  return {Severity::error, "test.missing_input", std::move(where),
          message("rule {0} needs \"{1}\", which the case does not give", rule.id, name),
          message("without it the rule is not called at all: fill it in")};
}

void run_rule_case(const Case& one, const script::Package& tested, Bench& bench,
                   CaseResult& result) {
  const GroundRules* const ground = bench.rules(tested, one.layers, one.model);
  const Rule* const rule = ground != nullptr ? ground->find(one.rule) : nullptr;
  if (rule == nullptr) {
    result.faults.push_back(
        {Severity::error,
         "test.unknown_rule",
         one.where,
         message("there is no rule \"{0}\" in the layers that are tested", one.rule),
         {}});
    return;
  }
  std::vector<std::string> missing;
  const auto arguments =
      arguments_of(*rule, one.inputs, *ground->ground, missing, bench.observer());
  if (!missing.empty()) {
    result.faults.push_back(missing_input(*rule, missing.front(), one.where));
    return;
  }
  compare(one, bench.call(*rule, arguments), result);
  if (result.differences.empty() && result.faults.empty()) return;
  result.rule_at = rule->where;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    result.inputs.push_back({rule->needs[i].name, arguments[i], {}});
  }
}

}  // namespace cpom::testing
