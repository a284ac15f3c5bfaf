#include "explain/below.hpp"

#include <algorithm>

#include "engine/indicator_evaluator.hpp"
#include "script/lua_rules.hpp"

namespace cpom::explain {
namespace {

using engine::BoundRule;
using engine::IndicatorPlan;
using engine::Result;
using engine::Source;
using model::Parameter;

Verdict verdict_of(const Result& result) { return {result.outcome, result.status, result.measure}; }

/// Nothing when the rule cannot do without the parameter.
bool replace(BoundRule& rule, const Parameter* former, const Parameter* other) {
  for (Source& source : rule.sources) {
    if (source.parameter != former) continue;
    if (other == nullptr && !source.optional) return false;
    source.parameter = other;
  }
  std::replace(rule.parameters.begin(), rule.parameters.end(), former, other);
  std::erase(rule.parameters, nullptr);
  return true;
}

/// The packages without the file that stands at \a file.
script::PackageSet without(const script::PackageSet& packages, const std::string& file) {
  script::PackageSet fewer = packages;
  for (script::Package& package : fewer.packages) {
    std::erase_if(package.rules,
                  [&](const script::RuleFile& rule) { return rule.path.string() == file; });
  }
  return fewer;
}

}  // namespace

const Parameter* parameter_below(const model::Parameters& parameters, const Parameter& parameter,
                                 const model::Indicator& indicator) {
  model::Parameters others;
  Diagnostics told_already;
  const Parameter* found = nullptr;
  // Scopes and layers are weighed where they always are; the one found is then told by its place.
  for (const Parameter& each : parameters.all()) {
    if (&each == &parameter || each.name != parameter.name) continue;
    Parameter unlocked = each;
    unlocked.locked = false;
    others.add({std::move(unlocked)}, told_already);
  }
  const Parameter* const other = others.find(parameter.name, indicator.code, indicator.objective);
  if (other == nullptr) return nullptr;
  for (const Parameter& each : parameters.all()) {
    if (&each != &parameter && each.name == other->name && each.where == other->where) {
      found = &each;
    }
  }
  return found;
}

ParameterBelow below(const Subject& subject, const Result& result, Date as_of,
                     const Parameter& parameter) {
  ParameterBelow answer;
  answer.parameter = &parameter;
  answer.below = parameter_below(subject.parameters, parameter, result.selection->indicator);
  IndicatorPlan plan = subject.plan(*result.selection);
  if (answer.below == nullptr && plan.minimum_denominator != &parameter) return answer;
  for (auto* rule : {&plan.compute, &plan.check, &plan.classify}) {
    if (*rule && !replace(**rule, &parameter, answer.below)) return answer;
  }
  if (plan.minimum_denominator == &parameter) plan.minimum_denominator = answer.below;
  answer.verdict = verdict_of(engine::evaluate_indicator(plan, subject.question(result, as_of),
                                                         subject.observations, subject.rules));
  return answer;
}

RuleBelow below(const Subject& subject, const Result& result, Date as_of,
                const engine::Rule& rule) {
  RuleBelow answer;
  answer.rule = &rule;
  if (rule.chain.size() < 2) return answer;
  const script::PackageSet fewer = without(subject.packages, rule.chain.back().file);
  script::LuaRules rules;
  Diagnostics told_already;
  const auto& book = rules.book(fewer, subject.model(), subject.contract(), told_already);
  const engine::PreparedContract prepared(subject.model(), subject.contract(), subject.parameters,
                                          book, told_already);
  for (const IndicatorPlan& plan : prepared.plan().indicators) {
    if (plan.selection != result.selection) continue;
    for (const auto* bound : {&plan.compute, &plan.check, &plan.classify}) {
      if (!*bound || (*bound)->rule->kind != rule.kind) continue;
      answer.below = (*bound)->rule->where;
      answer.layer = (*bound)->rule->layer;
    }
    answer.verdict = verdict_of(engine::evaluate_indicator(plan, subject.question(result, as_of),
                                                           subject.observations, rules));
  }
  return answer;
}

}  // namespace cpom::explain
