#include "cli/binding.hpp"

#include <spdlog/spdlog.h>

#include "cli/inputs.hpp"
#include "xml/readers.hpp"

namespace cpom::cli {

Binding::Binding(const Workspace& workspace, Findings& found) {
  for (const LoadedContract& loaded : workspace.contracts()) bind(loaded, workspace, found);
}

void Binding::bind(const LoadedContract& loaded, const Workspace& workspace, Findings& found) {
  const model::Model& model = *loaded.model;
  const model::Contract& contract = *loaded.contract;
  spdlog::debug("binding contract {}", contract.id);
  BoundContract& bound = contracts_.emplace_back();
  bound.loaded = &loaded;

  Diagnostics inputs;
  add_parameters(bound, workspace.packages(), inputs);
  add_new(found.inputs, inputs);

  Diagnostics rules;
  const engine::RuleBook& book = rules_.book(workspace.packages(), model, contract, rules);
  bound.prepared.emplace(model, contract, bound.parameters, book, rules);
  add_new(found.rules, rules);

  Diagnostics values;
  bound.observations.emplace(model, contract, workspace.observations(), values);
  add_new(found.values, values);
}

const std::vector<model::Parameter>& Binding::settings_of(const script::Package& package,
                                                          Diagnostics& found) {
  const auto [known, is_new] = settings_.try_emplace(&package);
  if (!is_new || package.settings.empty()) return known->second;
  if (const auto bytes = read_input(package.settings, found)) {
    auto settings = xml::read_settings(*bytes, package.settings.string(), package.layer, found);
    if (settings) known->second = *std::move(settings);
  }
  return known->second;
}

/// From general to particular; the model's own file comes after the core and before the packages
/// of its layer.
void Binding::add_parameters(BoundContract& bound, const script::PackageSet& packages,
                             Diagnostics& found) {
  const model::Model& model = *bound.loaded->model;
  const model::Contract& contract = *bound.loaded->contract;
  bool model_added = false;
  for (const script::Package* package : packages.applying_to(model, contract)) {
    if (!model_added && package->layer != model::Layer::core) {
      bound.parameters.add(model.parameters, found);
      model_added = true;
    }
    bound.parameters.add(settings_of(*package, found), found);
  }
  if (!model_added) bound.parameters.add(model.parameters, found);
  bound.parameters.add(contract.parameters, found);
}

}  // namespace cpom::cli
