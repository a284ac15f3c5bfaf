#include "engine/binder.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/names.hpp"
#include "engine/named_inputs.hpp"

namespace cpom::engine {
namespace {

using model::Indicator;

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

constexpr std::array term_sources = {
    NamedSource{"ranks", Kind::ranks},       NamedSource{"last", Kind::last_rank},
    NamedSource{"scale", Kind::scale},       NamedSource{"counted", Kind::counted},
    NamedSource{"expected", Kind::expected},
};

constexpr std::array column_sources = {
    NamedSource{"status", Kind::status},
    NamedSource{"outcome", Kind::outcome},
    NamedSource{"measure", Kind::measure},
    NamedSource{"value", Kind::observation},
    NamedSource{"numerator", Kind::observation, Part::numerator},
    NamedSource{"denominator", Kind::observation, Part::denominator},
    NamedSource{"target", Kind::target},
    NamedSource{"target.min", Kind::target, Part::minimum},
    NamedSource{"target.max", Kind::target, Part::maximum},
    NamedSource{"baseline", Kind::measured_baseline},
    NamedSource{"reached", Kind::reached},
    NamedSource{"progress", Kind::progress},
    NamedSource{"year", Kind::year},
    NamedSource{"decimals", Kind::decimals},
    NamedSource{"weight", Kind::weight},
};

constexpr std::array section_sources = {
    NamedSource{"year", Kind::year},         NamedSource{"contract_year", Kind::contract_year},
    NamedSource{"expected", Kind::expected}, NamedSource{"counted", Kind::counted},
    NamedSource{"points", Kind::points},     NamedSource{"weights", Kind::weights},
    NamedSource{"score", Kind::score},       NamedSource{"funding", Kind::funding},
};

std::span<const NamedSource> sources_of(RuleKind kind) {
  switch (kind) {
    case RuleKind::compute: return compute_sources;
    case RuleKind::check:
    case RuleKind::classify: return judgement_sources;
    case RuleKind::rollup:
    case RuleKind::weather: return objective_sources;
    case RuleKind::term: return term_sources;
    case RuleKind::validate: return {};
    case RuleKind::column: return column_sources;
    case RuleKind::section: break;
  }
  return section_sources;
}

Source source_of(Kind kind, Part part) {
  Source source;
  source.kind = kind;
  source.part = part;
  return source;
}

/// Of an optional need that nothing fills.
Source nothing() { return source_of(Kind::fact, Part::value); }

std::optional<Source> known_source(RuleKind kind, std::string_view name) {
  for (const NamedSource& known : sources_of(kind)) {
    if (known.name == name) return source_of(known.kind, known.part);
  }
  return std::nullopt;
}

/// By id.
std::vector<const Rule*> rules_of(RuleKind kind, const RuleBook& book) {
  std::vector<std::string> names = book.names(kind);
  std::sort(names.begin(), names.end());
  std::vector<const Rule*> rules;
  for (const std::string& name : names) {
    if (const Rule* rule = book.find(kind, name, {})) rules.push_back(rule);
  }
  return rules;
}

Message for_indicator(const Indicator* indicator) {
  return indicator == nullptr ? Message{} : message(" for indicator {0}", indicator->code);
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

}  // namespace

Binder::Binder(const model::Model& model, const model::Contract& contract,
               const model::Parameters& parameters, const RuleBook& book)
    : model_(model),
      contract_(contract),
      parameters_(parameters),
      book_(book),
      parameter_names_(parameters.names()),
      columns_(rules_of(RuleKind::column, book)) {}

std::optional<BoundRule> Binder::bind(RuleKind kind, std::string_view name,
                                      const Indicator* indicator, const Position& where,
                                      std::vector<Diagnostic>& faults) const {
  const std::string_view code = indicator != nullptr ? indicator->code : std::string_view{};
  const Rule* rule = book_.find(kind, name, code);
  if (rule != nullptr) return bind(*rule, indicator, faults);
  faults.push_back({Severity::error, "rule.missing", where,
                    message("no rule \"{0}/{1}\"", word_of(kind), name),
                    suggestion(name, book_.names(kind))});
  return std::nullopt;
}

std::vector<FurtherRule> Binder::bind_columns(const Indicator& indicator) const {
  return bind_all(columns_, &indicator);
}

std::vector<FurtherRule> Binder::bind_all(RuleKind kind) const {
  return bind_all(rules_of(kind, book_), nullptr);
}

std::vector<FurtherRule> Binder::bind_all(const std::vector<const Rule*>& rules,
                                          const Indicator* indicator) const {
  std::vector<FurtherRule> all;
  all.reserve(rules.size());
  for (const Rule* rule : rules) {
    FurtherRule& further = all.emplace_back();
    further.rule = rule;
    further.bound = bind(*rule, indicator, further.faults);
  }
  return all;
}

std::optional<BoundRule> Binder::bind(const Rule& rule, const Indicator* indicator,
                                      std::vector<Diagnostic>& faults) const {
  BoundRule bound;
  bound.rule = &rule;
  const std::size_t before = faults.size();
  for (const Need& need : rule.needs) {
    if (auto source = find(rule, need, indicator, faults)) {
      if (source->parameter != nullptr) bound.parameters.push_back(source->parameter);
      bound.sources.push_back(*std::move(source));
    }
  }
  return faults.size() == before ? std::optional(std::move(bound)) : std::nullopt;
}

std::optional<Source> Binder::find(const Rule& rule, const Need& need, const Indicator* indicator,
                                   std::vector<Diagnostic>& faults) const {
  const bool of_parameter = need.name.starts_with(parameter_prefix);
  std::optional<Source> source = of_parameter ? parameter_source(rule, need, indicator, faults)
                                              : input_source(rule, need.name, indicator);
  // A rule for many may ask for a component, or for anything, that this one does not have.
  if (!source && need.optional) source = nothing();
  if (!source) {
    if (!of_parameter) faults.push_back(unknown_input(rule, need, indicator));
    return std::nullopt;
  }
  source->name = need.name;
  source->optional = need.optional;
  return source;
}

std::optional<Source> Binder::input_source(const Rule& rule, std::string_view name,
                                           const Indicator* indicator) const {
  if (auto source = known_source(rule.kind, name)) return source;
  if (rule.kind == RuleKind::compute) return component_source(indicator, name);
  return named_input(rule.kind, name, model_, contract_);
}

std::optional<Source> Binder::parameter_source(const Rule& rule, const Need& need,
                                               const Indicator* indicator,
                                               std::vector<Diagnostic>& faults) const {
  const std::string_view name = std::string_view(need.name).substr(parameter_prefix.size());
  const model::Parameter* parameter =
      indicator != nullptr ? parameters_.find(name, indicator->code, indicator->objective)
                           : parameters_.find(name, {}, {});
  if (parameter != nullptr) {
    Source source = source_of(Kind::parameter, Part::value);
    source.parameter = parameter;
    return source;
  }
  if (!need.optional) {
    faults.push_back({Severity::error, "rule.unknown_parameter", rule.where,
                      message("rule {0} needs parameter \"{1}\", which nobody sets{2}", rule.id,
                              name, for_indicator(indicator)),
                      parameter_remedy(name)});
  }
  return std::nullopt;
}

Message Binder::parameter_remedy(std::string_view name) const {
  const std::string nearest = nearest_name(name, parameter_names_);
  if (!nearest.empty()) return message("did you mean \"{0}\"?", nearest);
  return message("set it in the settings of a layer or of the contract");
}

Diagnostic Binder::unknown_input(const Rule& rule, const Need& need,
                                 const Indicator* indicator) const {
  std::vector<std::string> known = named_inputs(rule.kind, model_, contract_);
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

}  // namespace cpom::engine
