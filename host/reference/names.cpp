#include "reference/names.hpp"

#include <algorithm>

#include "base/names.hpp"
#include "base/number.hpp"
#include "engine/named_inputs.hpp"

namespace cpom::reference {
namespace {

/// A line break in a label would end the comment that it becomes.
std::string one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return text;
}

template <class Entries>
std::vector<NamedThing> things(const Entries& entries) {
  std::vector<NamedThing> all;
  for (const auto& entry : entries) all.push_back({entry.id, one_line(entry.label)});
  return all;
}

std::vector<NamedThing> parameters_of(
    const model::Parameters& parameters,
    const std::function<std::string(const std::string&)>& file_name) {
  std::map<std::string, std::string> known;
  for (const model::Parameter& parameter : parameters.all()) {
    std::string& text = known[parameter.name];
    if (!text.empty()) text += " ; ";
    text += decimal_text(parameter.value);
    const std::string& scope =
        parameter.indicator.empty() ? parameter.objective : parameter.indicator;
    if (!scope.empty()) text += " [" + scope + "]";
    text += " (" + std::string(model::word_of(parameter.layer)) + ", " +
            file_name(parameter.where.file) + ":" + std::to_string(parameter.where.line) + ")";
  }
  std::vector<NamedThing> all;
  for (auto& [name, text] : known) all.push_back({name, std::move(text)});
  return all;
}

bool natural(const NamedThing& one, const NamedThing& other) {
  return natural_less(one.id, other.id);
}

}  // namespace

ContractNames names_of(const model::Model& model, const model::Contract& contract,
                       const model::Parameters& parameters,
                       const std::function<std::string(const std::string&)>& file_name) {
  ContractNames names;
  names.contract = contract.id;
  std::map<std::string, std::string> components;
  for (const model::Selection& selection : contract.selections) {
    const model::Indicator& indicator = selection.indicator;
    names.indicators.push_back({indicator.code, one_line(indicator.label)});
    for (const model::Component& component : indicator.components) {
      const std::string text = indicator.code + " : " + one_line(component.label);
      for (const char* const part : {"", ".numerator", ".denominator"}) {
        components.try_emplace(component.id + part, text);
      }
    }
  }
  std::sort(names.indicators.begin(), names.indicators.end(), natural);
  for (auto& [id, text] : components) names.components.push_back({id, std::move(text)});
  names.objectives = things(contract.objectives);
  names.statuses = things(model.statuses);
  names.weathers = things(model.weathers);
  names.parameters = parameters_of(parameters, file_name);
  for (const engine::RuleKind kind : engine::all_rule_kinds) {
    auto all = engine::named_inputs(kind, model, contract);
    const auto plain = engine::inputs_of(kind);
    std::erase_if(all, [&](const std::string& name) {
      return std::find(plain.begin(), plain.end(), name) != plain.end();
    });
    if (!all.empty()) names.inputs[kind] = std::move(all);
  }
  return names;
}

}  // namespace cpom::reference
