#include "testing/settings_in_use.hpp"

#include <algorithm>
#include <vector>

namespace cpom::testing {
namespace {

void tell(const std::vector<engine::Application>& applications, CallObserver& observer) {
  for (const engine::Application& application : applications) {
    for (const model::Parameter* parameter : application.parameters) observer.used(*parameter);
  }
}

void tell(const std::vector<engine::FurtherRule>& rules, const RuleCalls& calls,
          CallObserver& observer) {
  for (const engine::FurtherRule& further : rules) {
    if (!further.bound || !calls.has(further.rule)) continue;
    for (const model::Parameter* parameter : further.bound->parameters) observer.used(*parameter);
  }
}

}  // namespace

void tell_settings(const engine::Result& result, const engine::IndicatorPlan& plan,
                   CallObserver& observer) {
  if (result.selection == nullptr) return;
  tell(result.applications, observer);
  observer.judged(result.selection->indicator.where, result.year);
  for (const model::Objective* above : plan.objectives) observer.judged(above->where, result.year);
  const bool compared = !result.applications.empty() && result.observation != nullptr &&
                        result.observation->denominator;
  if (plan.minimum_denominator != nullptr && compared) observer.used(*plan.minimum_denominator);
}

void tell_settings(const engine::Evaluation& evaluation, const engine::Plan& plan,
                   const RuleCalls& calls, CallObserver& observer) {
  for (const engine::Result& result : evaluation.results) {
    const auto of_result = std::find_if(
        plan.indicators.begin(), plan.indicators.end(),
        [&](const engine::IndicatorPlan& each) { return each.selection == result.selection; });
    if (of_result != plan.indicators.end()) tell_settings(result, *of_result, observer);
  }
  for (const auto& objective : evaluation.objectives) tell(objective.applications, observer);
  for (const auto& section : evaluation.sections) tell(section.applications, observer);
  for (const auto& term : evaluation.terms) tell(term.applications, observer);
  tell(plan.validations, calls, observer);
  for (const engine::IndicatorPlan& indicator : plan.indicators) {
    tell(indicator.columns, calls, observer);
  }
}

}  // namespace cpom::testing
