#include "engine/plan.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/names.hpp"
#include "engine/evaluator.hpp"

namespace cpom::engine {
namespace {

using model::Contract;
using model::Indicator;
using model::Model;
using model::Parameters;

constexpr std::string_view parameter_prefix = "param.";

struct NamedSource {
  std::string_view name;
  Source::Kind kind;
  Source::Part part = Source::Part::value;
};

using Kind = Source::Kind;
using Part = Source::Part;

constexpr std::array compute_sources = {
    NamedSource{"value", Kind::observation},
    NamedSource{"numerator", Kind::observation, Part::numerator},
    NamedSource{"denominator", Kind::observation, Part::denominator},
    NamedSource{"baseline", Kind::baseline},
    NamedSource{"baseline.numerator", Kind::baseline, Part::numerator},
    NamedSource{"baseline.denominator", Kind::baseline, Part::denominator},
    NamedSource{"previous", Kind::previous},
    NamedSource{"previous.numerator", Kind::previous, Part::numerator},
    NamedSource{"previous.denominator", Kind::previous, Part::denominator},
    NamedSource{"year", Kind::year},
    NamedSource{"decimals", Kind::decimals},
};

constexpr std::array judgement_sources = {
    NamedSource{"measure", Kind::measure},
    NamedSource{"target", Kind::target},
    NamedSource{"target.min", Kind::target, Part::minimum},
    NamedSource{"target.max", Kind::target, Part::maximum},
    NamedSource{"baseline", Kind::measured_baseline},
    NamedSource{"reached", Kind::reached},
    NamedSource{"progress", Kind::progress},
    NamedSource{"kept", Kind::kept},
    NamedSource{"year", Kind::year},
};

constexpr std::array objective_sources = {
    NamedSource{"points", Kind::points},     NamedSource{"weights", Kind::weights},
    NamedSource{"score", Kind::score},       NamedSource{"counted", Kind::counted},
    NamedSource{"expected", Kind::expected},
};

std::span<const NamedSource> sources_of(RuleKind kind) {
  switch (kind) {
    case RuleKind::compute: return compute_sources;
    case RuleKind::check:
    case RuleKind::classify: return judgement_sources;
    case RuleKind::rollup:
    case RuleKind::weather: break;
  }
  return objective_sources;
}

bool has_component(const Indicator* indicator, std::string_view id) {
  if (indicator == nullptr) return false;
  return std::any_of(indicator->components.begin(), indicator->components.end(),
                     [id](const model::Component& component) { return component.id == id; });
}

/// "most_favoured" or "most_favoured.numerator", when the indicator has that component.
std::optional<Source> component_source(const Indicator* indicator, std::string_view name) {
  Source source;
  const auto dot = name.rfind('.');
  std::string_view id = name;
  if (dot != std::string_view::npos && !has_component(indicator, name)) {
    const std::string_view part = name.substr(dot + 1);
    id = name.substr(0, dot);
    if (part == "numerator") {
      source.part = Part::numerator;
    } else if (part == "denominator") {
      source.part = Part::denominator;
    } else {
      return std::nullopt;
    }
  }
  if (!has_component(indicator, id)) return std::nullopt;
  source.component = id;
  return source;
}

/// Finds the sources of the rules of one contract.
class Binder {
 public:
  Binder(const Parameters& parameters, const RuleBook& book)
      : parameters_(parameters), book_(book), parameter_names_(parameters.names()) {}

  std::optional<BoundRule> bind(RuleKind kind, std::string_view name, const Indicator* indicator,
                                const Position& where, std::vector<Diagnostic>& faults) const {
    const std::string_view code = indicator != nullptr ? indicator->code : std::string_view{};
    const Rule* rule = book_.find(kind, name, code);
    if (rule == nullptr) {
      faults.push_back(missing_rule(kind, name, where));
      return std::nullopt;
    }
    BoundRule bound;
    bound.rule = rule;
    const std::size_t before = faults.size();
    for (const Need& need : rule->needs) {
      if (auto source = find(*rule, need, indicator, faults)) {
        if (source->parameter != nullptr) bound.parameters.push_back(source->parameter);
        bound.sources.push_back(*std::move(source));
      }
    }
    return faults.size() == before ? std::optional(std::move(bound)) : std::nullopt;
  }

  const Parameters& parameters() const { return parameters_; }

 private:
  Diagnostic missing_rule(RuleKind kind, std::string_view name, const Position& where) const {
    return {Severity::error, "rule.missing", where,
            message("no rule \"{0}/{1}\"", word_of(kind), name),
            suggestion(name, book_.names(kind))};
  }

  std::optional<Source> find(const Rule& rule, const Need& need, const Indicator* indicator,
                             std::vector<Diagnostic>& faults) const {
    std::optional<Source> source;
    if (need.name.starts_with(parameter_prefix)) {
      source = parameter_source(rule, need, indicator, faults);
      if (!source && !need.optional) return std::nullopt;
      if (!source) source = Source{Kind::parameter, Part::value, {}, nullptr, {}, true};
    } else {
      source = named_source(rule.kind, need.name);
      if (!source && rule.kind == RuleKind::compute) {
        source = component_source(indicator, need.name);
      }
      // A rule for many forms may ask for a component that this indicator does not have.
      if (!source && need.optional) {
        source = Source{Kind::parameter, Part::value, {}, nullptr, {}, true};
      }
      if (!source) {
        faults.push_back(unknown_input(rule, need, indicator));
        return std::nullopt;
      }
    }
    source->name = need.name;
    source->optional = need.optional;
    return source;
  }

  static std::optional<Source> named_source(RuleKind kind, std::string_view name) {
    for (const NamedSource& known : sources_of(kind)) {
      if (known.name == name) return Source{known.kind, known.part, {}, nullptr, {}, false};
    }
    return std::nullopt;
  }

  std::optional<Source> parameter_source(const Rule& rule, const Need& need,
                                         const Indicator* indicator,
                                         std::vector<Diagnostic>& faults) const {
    const std::string_view name = std::string_view(need.name).substr(parameter_prefix.size());
    const model::Parameter* parameter =
        indicator != nullptr ? parameters_.find(name, indicator->code, indicator->objective)
                             : parameters_.find(name, {}, {});
    if (parameter != nullptr) {
      return Source{Kind::parameter, Part::value, {}, parameter, {}, false};
    }
    if (!need.optional) {
      faults.push_back({Severity::error, "rule.unknown_parameter", rule.where,
                        message("rule {0} needs parameter \"{1}\", which nobody sets{2}", rule.id,
                                name, for_indicator(indicator)),
                        parameter_remedy(name)});
    }
    return std::nullopt;
  }

  Message parameter_remedy(std::string_view name) const {
    const std::string nearest = nearest_name(name, parameter_names_);
    if (!nearest.empty()) return message("did you mean \"{0}\"?", nearest);
    return message("set it in the settings of a layer or of the contract");
  }

  static Message for_indicator(const Indicator* indicator) {
    return indicator == nullptr ? Message{} : message(" for indicator {0}", indicator->code);
  }

  Diagnostic unknown_input(const Rule& rule, const Need& need, const Indicator* indicator) const {
    std::vector<std::string> known;
    for (const NamedSource& source : sources_of(rule.kind)) known.emplace_back(source.name);
    if (indicator != nullptr && rule.kind == RuleKind::compute) {
      for (const model::Component& component : indicator->components) {
        known.push_back(component.id);
        known.push_back(component.id + ".numerator");
        known.push_back(component.id + ".denominator");
      }
    }
    return {Severity::error, "rule.unknown_input", rule.where,
            message("rule {0} needs \"{1}\", which is not known{2}", rule.id, need.name,
                    for_indicator(indicator)),
            suggestion(need.name, known)};
  }

  const Parameters& parameters_;
  const RuleBook& book_;
  std::vector<std::string> parameter_names_;
};

IndicatorPlan plan_indicator(const Model& model, const model::Selection& selection,
                             const Binder& binder) {
  const Indicator& indicator = selection.indicator;
  IndicatorPlan plan;
  plan.selection = &selection;
  plan.objective = model.objective(indicator.objective);
  plan.weight = indicator.weight;
  const auto& parameters = binder.parameters();
  if (const auto* weight = parameters.find("weight", indicator.code, indicator.objective)) {
    plan.weight = weight->value;
  }
  plan.minimum_denominator =
      parameters.find("minimum_denominator", indicator.code, indicator.objective);
  plan.compute =
      binder.bind(RuleKind::compute, indicator.form, &indicator, selection.where, plan.faults);
  if (indicator.kind == model::IndicatorKind::context) return plan;
  plan.check = binder.bind(RuleKind::check, model::word_of(indicator.direction), &indicator,
                           selection.where, plan.faults);
  plan.classify = binder.bind(RuleKind::classify, model.classify_rule, &indicator, selection.where,
                              plan.faults);
  return plan;
}

bool is_within(const Model& model, std::string_view objective, std::string_view ancestor) {
  const model::Objective* at = model.objective(objective);
  while (at != nullptr && at->id != ancestor) at = model.objective(at->parent);
  return at != nullptr;
}

ObjectivePlan plan_objective(const Model& model, const model::Objective& objective,
                             const std::vector<IndicatorPlan>& indicators, const Binder& binder) {
  ObjectivePlan plan;
  plan.objective = &objective;
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    if (is_within(model, indicators[i].selection->indicator.objective, objective.id)) {
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

/// Objectives share their rules: their faults are the same and are told once.
void report(const std::vector<Diagnostic>& faults, Diagnostics& found) {
  for (const Diagnostic& fault : faults) {
    const auto& known = found.all();
    if (std::find(known.begin(), known.end(), fault) == known.end()) found.add(fault);
  }
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
  const Binder binder(parameters, rules);
  plan_->model = &model;
  plan_->contract = &contract;
  for (const model::Selection& selection : contract.selections) {
    plan_->indicators.push_back(plan_indicator(model, selection, binder));
    report(plan_->indicators.back().faults, found);
  }
  for (const model::Objective& objective : model.objectives) {
    plan_->objectives.push_back(plan_objective(model, objective, plan_->indicators, binder));
    report(plan_->objectives.back().faults, found);
  }
}

PreparedContract::PreparedContract(PreparedContract&&) noexcept = default;
PreparedContract& PreparedContract::operator=(PreparedContract&&) noexcept = default;
PreparedContract::~PreparedContract() = default;

const Model& PreparedContract::model() const { return *plan_->model; }
const Contract& PreparedContract::contract() const { return *plan_->contract; }

}  // namespace cpom::engine
