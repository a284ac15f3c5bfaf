#include "plugin/composition.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/names.hpp"
#include "model/catalogue.hpp"
#include "plugin/provided.hpp"
#include "plugin/settings.hpp"
#include "xml/catalogue_reader.hpp"

namespace cpom::plugin {
namespace {

using model::Layer;
using script::Package;

std::string key_of(const model::Model& base, const std::vector<const Package*>& packages) {
  std::string key = base.id;
  for (const Package* package : packages) {
    if (package->layer == Layer::plugin || package->layer == Layer::region) {
      key += '\0' + package->name;
    }
  }
  return key;
}

/// The settings of \a package, with a default or not, as far as names are concerned.
std::vector<model::Parameter> declared_by(const Package& package) {
  std::vector<model::Parameter> declared;
  for (const script::Setting& setting : package.plugin->settings) {
    model::Parameter& parameter = declared.emplace_back();
    parameter.name = setting.name;
    parameter.indicator = setting.indicator;
    parameter.where = setting.where;
  }
  return declared;
}

/// package.extends for every objective that \a package says it extends and \a model does not have.
void check_extended(const Package& package, const model::Model& model, Diagnostics& found) {
  std::vector<std::string> known;
  for (const model::Objective& objective : model.objectives) known.push_back(objective.id);
  for (const script::Named& named : package.plugin->extends) {
    if (model.objective(named.name) != nullptr) continue;
    const Message nearest = suggestion(named.name, known);
    found.error("package.extends", named.where,
                message("the model \"{0}\" has no objective \"{1}\" for the plugin to extend",
                        model.id, named.name),
                nearest.empty() ? message("remove it from extends") : nearest);
  }
}

bool requires_one_of(const Package& package, const std::vector<const Package*>& others) {
  return std::any_of(package.requirements.begin(), package.requirements.end(),
                     [&](const script::Requirement& requirement) {
                       return std::any_of(others.begin(), others.end(), [&](const Package* other) {
                         return other->name == requirement.name;
                       });
                     });
}

}  // namespace

const Composition& Composer::compose(const model::Model& base,
                                     const std::vector<const Package*>& packages,
                                     Diagnostics& found) {
  const auto [place, is_new] = made_.try_emplace(key_of(base, packages));
  if (is_new) place->second = make(base, packages, found);
  return place->second;
}

Composition Composer::make(const model::Model& base, const std::vector<const Package*>& packages,
                           Diagnostics& found) {
  Composition composition;
  auto model = std::make_unique<model::Model>(base);
  std::vector<model::Parameter> below = base.parameters;
  for (const Package* package : packages) {
    if (package->layer == Layer::core || package->layer == Layer::model) {
      const auto& set = settings_.of(*package, found).parameters;
      below.insert(below.end(), set.begin(), set.end());
      continue;
    }
    bool usable = package->faults.empty() && !requires_one_of(*package, composition.unusable);
    if (usable && package->plugin) {
      Diagnostics unknown;
      check_extended(*package, *model, unknown);
      usable = unknown.empty();
      found.append(unknown);
    }
    if (usable && !package->catalogue.empty()) {
      usable = extend(*model, *package, below, found);
    }
    if (usable && package->plugin) {
      Diagnostics taken;
      check_not_taken(*package, declared_by(*package), below, taken);
      usable = taken.empty();
      found.append(taken);
    }
    if (!usable) composition.unusable.push_back(package);
  }
  if (composition.unusable.empty()) composition.model = std::move(model);
  return composition;
}

bool Composer::extend(model::Model& model, const Package& package,
                      const std::vector<model::Parameter>& below, Diagnostics& found) {
  Diagnostics own;
  std::optional<model::Catalogue> catalogue;
  xml::CatalogueSource source;
  source.package = package.name;
  source.required = required_by(package);
  if (package.plugin) {
    for (const script::Named& named : package.plugin->extends) source.extends.push_back(named.name);
  }
  if (const auto bytes = read_bytes(package.catalogue, own)) {
    catalogue =
        xml::read_catalogue(*bytes, package.catalogue.string(), model, package.layer, source, own);
  }
  if (catalogue) {
    check_catalogue(package, *catalogue, own);
    if (package.plugin) check_not_taken(package, catalogue->parameters, below, own);
  }
  const bool usable = catalogue && !own.has_errors();
  if (usable) model::extend(model, *std::move(catalogue));
  found.append(own);
  return usable;
}

std::vector<std::string> Composer::required_by(const Package& package) const {
  std::vector<std::string> names;
  std::vector<const Package*> open = {&package};
  while (!open.empty()) {
    const Package* at = open.back();
    open.pop_back();
    for (const script::Requirement& requirement : at->requirements) {
      const Package* required = set_.find(requirement.name);
      const bool known = std::find(names.begin(), names.end(), requirement.name) != names.end();
      if (required == nullptr || known) continue;
      names.push_back(required->name);
      open.push_back(required);
    }
  }
  return names;
}

}  // namespace cpom::plugin
