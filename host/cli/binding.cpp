#include "cli/binding.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <utility>

#include <spdlog/spdlog.h>

#include "cli/unknown_names.hpp"
#include "plugin/settings.hpp"

namespace cpom::cli {
namespace {

using model::Parameter;

/// From general to particular; the model's own file comes before the packages of its layer, the
/// defaults of a plugin between model and region.
std::vector<Parameter> parameters_of(const LoadedContract& loaded, plugin::SettingsFiles& settings,
                                     Diagnostics& found) {
  std::vector<Parameter> all = loaded.model->parameters;
  const auto add = [&](const std::vector<Parameter>& more) {
    all.insert(all.end(), more.begin(), more.end());
  };
  for (const script::Package* package : loaded.packages) {
    add(plugin::defaults_of(*package));
    add(settings.of(*package, found).parameters);
  }
  add(loaded.contract->parameters);
  std::stable_sort(all.begin(), all.end(), [](const Parameter& one, const Parameter& other) {
    return one.layer < other.layer;
  });
  return all;
}

/// The model's, with those of its packages, then those of settings, from general to particular.
void add_bands(const LoadedContract& loaded, plugin::SettingsFiles& settings,
               model::Parameters& parameters) {
  Diagnostics told_already;
  parameters.add_bands(loaded.model->bands);
  for (const script::Package* package : loaded.packages) {
    parameters.add_bands(settings.of(*package, told_already).bands);
  }
}

std::map<std::string, std::string, std::less<>> objectives_of(const model::Contract& contract) {
  std::map<std::string, std::string, std::less<>> objectives;
  for (const model::Selection& selection : contract.selections) {
    objectives.emplace(selection.indicator.code, selection.indicator.objective);
  }
  return objectives;
}

}  // namespace

Binding::Binding(Workspace& workspace, Findings& found) {
  for (const LoadedContract& loaded : workspace.contracts()) bind(loaded, workspace, found);
}

void Binding::bind(const LoadedContract& loaded, Workspace& workspace, Findings& found) {
  const model::Model& model = *loaded.model;
  const model::Contract& contract = *loaded.contract;
  spdlog::debug("binding contract {}", contract.id);
  BoundContract& bound = contracts_.emplace_back();
  bound.loaded = &loaded;

  Diagnostics inputs;
  const auto parameters = parameters_of(loaded, workspace.settings(), inputs);
  plugin::check_values(loaded.packages, parameters, inputs);
  Diagnostics plugins;
  check_names(loaded, parameters, workspace, inputs, plugins);
  add_new(found.plugins, plugins);
  bound.parameters.add(parameters, inputs);
  add_bands(loaded, workspace.settings(), bound.parameters);
  bound.parameters.check_bands(objectives_of(contract), inputs);
  add_new(found.inputs, inputs);

  Diagnostics rules;
  const engine::RuleBook& book = rules_.book(workspace.packages(), model, contract, rules);
  bound.prepared.emplace(model, contract, bound.parameters, book, rules);
  engine::validate(*bound.prepared, rules_, rules);
  add_new(found.rules, rules);

  Diagnostics values;
  bound.observations.emplace(model, contract, workspace.observations(), values);
  add_new(found.values, values);
}

}  // namespace cpom::cli
