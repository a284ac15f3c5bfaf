#include "explain/layers.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

#include "base/names.hpp"
#include "base/text.hpp"
#include "engine/evaluation.hpp"
#include "explain/words.hpp"
#include "report/json_parts.hpp"
#include "report/page.hpp"
#include "script/chains.hpp"

namespace cpom::explain {
namespace {

using engine::RuleKind;
using model::Parameter;
using report::Json;
using report::Voice;
using script::LayeredRule;
using script::RuleLayer;

/// Every column is made for every indicator.
void add_columns(const std::vector<LayeredRule>& all, std::vector<LayeredRule>& chosen) {
  std::copy_if(all.begin(), all.end(), std::back_inserter(chosen),
               [](const LayeredRule& rule) { return rule.kind == RuleKind::column; });
}

/// The rule of the indicator, upon the general one it stands on.
void add_rule(RuleKind kind, const model::Model& model, const model::Indicator& indicator,
              const std::vector<LayeredRule>& all, std::vector<LayeredRule>& chosen) {
  const std::string own = "indicators/" + indicator.code + "/" + std::string(engine::word_of(kind));
  const std::string general = script::general_rule(kind, indicator, model);
  const auto of_id = [&](const std::string& id) {
    return std::find_if(all.begin(), all.end(),
                        [&](const LayeredRule& rule) { return rule.id == id; });
  };
  const auto below = of_id(general);
  const auto above = of_id(own);
  if (above == all.end()) {
    if (below != all.end()) chosen.push_back(*below);
    return;
  }
  LayeredRule rule = *above;
  if (below != all.end()) {
    rule.layers.insert(rule.layers.begin(), below->layers.begin(), below->layers.end());
  }
  chosen.push_back(std::move(rule));
}

/// What is said of an indicator counts before what is said of its objective, and that before what
/// is said of all.
int scope_of(const Parameter& parameter) {
  if (!parameter.indicator.empty()) return 2;
  return parameter.objective.empty() ? 0 : 1;
}

std::vector<LayeredParameter> parameters_for(const model::Parameters& parameters,
                                             const model::Indicator& indicator) {
  std::vector<LayeredParameter> all;
  for (const std::string& name : parameters.names()) {
    LayeredParameter layered{name, {}, {}, {}};
    for (const Parameter& parameter : parameters.all()) {
      const bool applies =
          parameter.name == name &&
          (parameter.indicator.empty() || parameter.indicator == indicator.code) &&
          (parameter.objective.empty() || parameter.objective == indicator.objective);
      if (applies) layered.settings.push_back(&parameter);
    }
    std::stable_sort(layered.settings.begin(), layered.settings.end(),
                     [](const Parameter* one, const Parameter* other) {
                       return std::pair(scope_of(*one), one->layer) <
                              std::pair(scope_of(*other), other->layer);
                     });
    if (!layered.settings.empty()) all.push_back(std::move(layered));
  }
  return all;
}

std::vector<LayeredParameter> all_parameters(const model::Parameters& parameters) {
  std::map<std::tuple<std::string, std::string, std::string>, LayeredParameter> scopes;
  for (const Parameter& parameter : parameters.all()) {
    auto& layered = scopes[{parameter.name, parameter.objective, parameter.indicator}];
    layered.name = parameter.name;
    layered.indicator = parameter.indicator;
    layered.objective = parameter.objective;
    layered.settings.push_back(&parameter);
  }
  std::vector<LayeredParameter> all;
  for (auto& [key, layered] : scopes) all.push_back(std::move(layered));
  return all;
}

std::string needs_text(const std::vector<engine::Need>& needs) {
  std::string text;
  for (const engine::Need& need : needs) {
    text += (text.empty() ? "" : ", ") + need.name + (need.optional ? "?" : "");
  }
  return text;
}

/// Names of \a one that \a other lacks.
std::string needs_without(const std::vector<engine::Need>& one,
                          const std::vector<engine::Need>& other) {
  std::vector<engine::Need> left;
  for (const engine::Need& need : one) {
    const bool there = std::any_of(other.begin(), other.end(), [&](const engine::Need& each) {
      return each.name == need.name && each.optional == need.optional;
    });
    if (!there) left.push_back(need);
  }
  return needs_text(left);
}

class TextWriter {
 public:
  TextWriter(const Layers& layers, const Voice& voice, report::Page& page)
      : layers_(layers), voice_(voice), page_(page) {}

  void write() {
    page_.paragraph(
        "",
        printable(layers_.indicator.empty() ? layers_.contract->id
                                            : layers_.contract->id + ", " + layers_.indicator),
        report::Ink::bold);
    add("", message("From general to particular; the last one holds (✓)."));
    page_.blank();
    page_.rule(voice_.say(message("Rules")), "─");
    for (const LayeredRule& rule : layers_.rules) tell(rule);
    page_.blank();
    page_.rule(voice_.say(message("Parameters")), "─");
    if (layers_.parameters.empty()) add("", message("No parameter is set."));
    for (const LayeredParameter& parameter : layers_.parameters) tell(parameter);
  }

 private:
  void add(std::string_view lead, const Message& text) {
    page_.paragraph(lead, printable(voice_.say(text)));
  }

  static std::string_view mark(bool wins) { return wins ? "  ✓ " : "  · "; }

  void tell(const LayeredRule& rule) {
    page_.paragraph("", printable(rule.id), report::Ink::bold);
    for (std::size_t i = 0; i < rule.layers.size(); ++i) {
      const RuleLayer& layer = rule.layers[i];
      const bool last = i + 1 == rule.layers.size();
      const Message state = last ? Message{} : message(", replaced");
      const Message lock = layer.locked ? message(", locked") : Message{};
      add(mark(last), message("{0} ({1}), {2}{3}{4}", name_of(layer.layer), layer.package,
                              voice_.place_text(layer.where), lock, state));
      if (!layer.summary.empty()) {
        // Known for the rules of the core; others are shown in the words of their authors.
        page_.paragraph("      ", printable(voice_.say({layer.summary, {}, {}, 1})));
      }
      if (i == 0) {
        add("      ", message("needs: {0}", needs_text(layer.needs)));
      } else {
        tell_difference(rule.layers[i - 1], layer);
      }
    }
    for (const Diagnostic& fault : rule.faults) {
      page_.paragraph("  × ", printable(voice_.failure(fault)));
    }
  }

  void tell_difference(const RuleLayer& below, const RuleLayer& layer) {
    const std::string added = needs_without(layer.needs, below.needs);
    const std::string dropped = needs_without(below.needs, layer.needs);
    if (!added.empty()) add("      ", message("needs more: {0}", added));
    if (!dropped.empty()) add("      ", message("needs no longer: {0}", dropped));
    if (!layer.has_function) add("      ", message("computes as the one below"));
  }

  std::string scope_text(const Parameter& parameter) const {
    if (!parameter.indicator.empty()) {
      return voice_.say(message(" for indicator {0}", parameter.indicator));
    }
    if (!parameter.objective.empty()) {
      return voice_.say(message(" for objective {0}", parameter.objective));
    }
    return {};
  }

  void tell(const LayeredParameter& layered) {
    page_.paragraph("", printable(layered.name + scope_text(*layered.settings.back())),
                    report::Ink::bold);
    const Parameter* former = nullptr;
    for (const Parameter* parameter : layered.settings) {
      const bool last = parameter == layered.settings.back();
      const Message lock = parameter->locked ? message(", locked") : Message{};
      const Message assumed = parameter->assumption ? message(", assumption") : Message{};
      const Message state = last ? Message{} : message(", replaced");
      const std::string scope = layers_.indicator.empty() ? std::string() : scope_text(*parameter);
      const std::string value =
          former == nullptr ? render(Figure{parameter->value}, voice_.language())
                            : voice_.say(message("{0} instead of {1}", Figure{parameter->value},
                                                 Figure{former->value}));
      add(mark(last), message("{0}{1}: {2}, {3}{4}{5}{6}", value, scope, name_of(parameter->layer),
                              voice_.place_text(parameter->where), lock, assumed, state));
      former = parameter;
    }
  }

  const Layers& layers_;
  const Voice& voice_;
  report::Page& page_;
};

Json rule_json(const LayeredRule& rule, const Voice& voice) {
  Json list = Json::array();
  for (const RuleLayer& layer : rule.layers) {
    Json needs = Json::array();
    for (const engine::Need& need : layer.needs) {
      needs.push_back({{"name", need.name}, {"optional", need.optional}});
    }
    list.push_back({{"layer", model::word_of(layer.layer)},
                    {"package", layer.package},
                    {"place", report::place_json(layer.where, voice)},
                    {"summary", report::text_or_null(layer.summary)},
                    {"needs", std::move(needs)},
                    {"has_function", layer.has_function},
                    {"locked", layer.locked},
                    {"holds", &layer == &rule.layers.back()}});
  }
  return {{"id", rule.id},
          {"kind", engine::word_of(rule.kind)},
          {"indicator", report::text_or_null(rule.indicator)},
          {"base", report::text_or_null(rule.base)},
          {"layers", std::move(list)},
          {"failures", report::failures_json(rule.faults, voice)}};
}

Json parameter_json(const LayeredParameter& layered, const Voice& voice) {
  Json list = Json::array();
  for (const Parameter* parameter : layered.settings) {
    list.push_back({{"layer", model::word_of(parameter->layer)},
                    {"value", parameter->value},
                    {"indicator", report::text_or_null(parameter->indicator)},
                    {"objective", report::text_or_null(parameter->objective)},
                    {"place", report::place_json(parameter->where, voice)},
                    {"locked", parameter->locked},
                    {"assumption", parameter->assumption},
                    {"reason", report::text_or_null(parameter->reason)},
                    {"holds", parameter == layered.settings.back()}});
  }
  return {{"name", layered.name}, {"layers", std::move(list)}};
}

/// A voice speaks about an evaluation; here there is only its contract.
engine::Evaluation nothing_evaluated(const Layers& layers) {
  engine::Evaluation evaluation;
  evaluation.model = layers.model;
  evaluation.contract = layers.contract;
  return evaluation;
}

}  // namespace

Layers layers_of(const model::Model& model, const model::Contract& contract,
                 const model::Parameters& parameters, const script::PackageSet& packages,
                 const model::Selection* selection) {
  Layers layers;
  layers.model = &model;
  layers.contract = &contract;
  std::vector<LayeredRule> all = script::rule_layers(packages, model, contract);
  if (selection == nullptr) {
    layers.rules = std::move(all);
    layers.parameters = all_parameters(parameters);
    return layers;
  }
  layers.indicator = selection->indicator.code;
  for (const RuleKind kind : engine::all_rule_kinds) {
    add_rule(kind, model, selection->indicator, all, layers.rules);
  }
  add_columns(all, layers.rules);
  layers.parameters = parameters_for(parameters, selection->indicator);
  return layers;
}

std::string text_layers(const std::vector<Layers>& all, const report::Style& style) {
  report::Page page(style.width, style.colour);
  bool first = true;
  for (const Layers& layers : all) {
    if (!first) page.blank();
    first = false;
    const engine::Evaluation evaluation = nothing_evaluated(layers);
    const Voice voice(evaluation, style);
    TextWriter(layers, voice, page).write();
  }
  return page.take();
}

std::string json_layers(const std::vector<Layers>& all, const report::Style& style) {
  Json contracts = Json::array();
  for (const Layers& layers : all) {
    const engine::Evaluation evaluation = nothing_evaluated(layers);
    const Voice voice(evaluation, style);
    Json rules = Json::array();
    for (const LayeredRule& rule : layers.rules) rules.push_back(rule_json(rule, voice));
    Json parameters = Json::array();
    for (const LayeredParameter& parameter : layers.parameters) {
      parameters.push_back(parameter_json(parameter, voice));
    }
    contracts.push_back({{"contract", layers.contract->id},
                         {"indicator", report::text_or_null(layers.indicator)},
                         {"rules", std::move(rules)},
                         {"parameters", std::move(parameters)}});
  }
  const Json json = {{"layers_version", 1}, {"contracts", std::move(contracts)}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace cpom::explain
