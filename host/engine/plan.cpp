#include "engine/plan.hpp"

#include <algorithm>
#include <utility>

#include "engine/binder.hpp"
#include "engine/evaluator.hpp"
#include "engine/hierarchy.hpp"

namespace cpom::engine {
namespace {

using model::Contract;
using model::Indicator;
using model::Model;
using model::Objective;
using model::Parameters;

IndicatorPlan plan_indicator(const Model& model, const model::Selection& selection,
                             const Hierarchy& hierarchy, const Binder& binder) {
  const Indicator& indicator = selection.indicator;
  IndicatorPlan plan;
  plan.selection = &selection;
  plan.objectives = hierarchy.upwards(indicator.objective);
  plan.weight = indicator.weight;
  const auto& parameters = binder.parameters();
  if (const auto* weight = parameters.find("weight", indicator.code, indicator.objective)) {
    plan.weight = weight->value;
  }
  plan.minimum_denominator =
      parameters.find("minimum_denominator", indicator.code, indicator.objective);
  plan.columns = binder.bind_columns(indicator);
  plan.compute =
      binder.bind(RuleKind::compute, indicator.form, &indicator, selection.where, plan.faults);
  if (indicator.kind == model::IndicatorKind::context) return plan;
  plan.check = binder.bind(RuleKind::check, model::word_of(indicator.direction), &indicator,
                           selection.where, plan.faults);
  const std::string& scale = indicator.classify.empty() ? model.classify_rule : indicator.classify;
  plan.classify = binder.bind(RuleKind::classify, scale, &indicator, selection.where, plan.faults);
  if (model.term_rule.empty()) return plan;
  plan.term =
      binder.bind(RuleKind::term, model.term_rule, &indicator, selection.where, plan.term_faults);
  return plan;
}

ObjectivePlan plan_objective(const Model& model, const Objective& objective,
                             const std::vector<IndicatorPlan>& indicators,
                             const Hierarchy& hierarchy, const Binder& binder) {
  ObjectivePlan plan;
  plan.objective = &objective;
  plan.objectives = hierarchy.upwards(objective.id);
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    const auto& above = indicators[i].objectives;
    if (std::find(above.begin(), above.end(), &objective) != above.end()) {
      plan.indicators.push_back(i);
    }
  }
  plan.rollup =
      binder.bind(RuleKind::rollup, model.rollup_rule, nullptr, objective.where, plan.faults);
  if (!model.weathers.empty()) {
    plan.weather =
        binder.bind(RuleKind::weather, model.weather_rule, nullptr, objective.where, plan.faults);
  }
  return plan;
}

std::vector<double> scale_of(const Model& model) {
  std::vector<double> scale;
  for (const model::Status& status : model.statuses) {
    if (!status.points) return {};
    scale.push_back(*status.points);
  }
  return scale;
}

/// Objectives share their rules: their faults are the same and are told once.
void report(const std::vector<Diagnostic>& faults, Diagnostics& found) {
  for (const Diagnostic& fault : faults) {
    const auto& known = found.all();
    if (std::find(known.begin(), known.end(), fault) == known.end()) found.add(fault);
  }
}

void report(const std::vector<FurtherRule>& rules, Diagnostics& found) {
  for (const FurtherRule& rule : rules) report(rule.faults, found);
}

}  // namespace

bool BoundRule::needs(Source::Kind kind, Source::Part part, std::string_view component) const {
  return std::any_of(sources.begin(), sources.end(), [&](const Source& source) {
    return source.kind == kind && source.part == part && source.component == component;
  });
}

PreparedContract::PreparedContract(const Model& model, const Contract& contract,
                                   const Parameters& parameters, const RuleBook& rules,
                                   Diagnostics& found)
    : plan_(std::make_unique<Plan>()) {
  const Binder binder(model, contract, parameters, rules);
  const Hierarchy hierarchy(contract.objectives);
  plan_->model = &model;
  plan_->contract = &contract;
  plan_->scale = scale_of(model);
  for (const model::Selection& selection : contract.selections) {
    const IndicatorPlan& plan =
        plan_->indicators.emplace_back(plan_indicator(model, selection, hierarchy, binder));
    report(plan.faults, found);
    report(plan.term_faults, found);
    report(plan.columns, found);
  }
  for (const Objective& objective : contract.objectives) {
    plan_->objectives.push_back(
        plan_objective(model, objective, plan_->indicators, hierarchy, binder));
    report(plan_->objectives.back().faults, found);
  }
  plan_->sections = binder.bind_all(RuleKind::section);
  report(plan_->sections, found);
  plan_->validations = binder.bind_all(RuleKind::validate);
  report(plan_->validations, found);
  FurtherRule& rollup = plan_->rollup;
  rollup.bound =
      binder.bind(RuleKind::rollup, model.rollup_rule, nullptr, contract.where, rollup.faults);
}

PreparedContract::PreparedContract(PreparedContract&&) noexcept = default;
PreparedContract& PreparedContract::operator=(PreparedContract&&) noexcept = default;
PreparedContract::~PreparedContract() = default;

const Model& PreparedContract::model() const { return *plan_->model; }
const Contract& PreparedContract::contract() const { return *plan_->contract; }

}  // namespace cpom::engine
