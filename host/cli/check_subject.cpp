#include "cli/check_subject.hpp"

#include <algorithm>
#include <system_error>

#include "base/files.hpp"
#include "plugin/settings.hpp"

namespace cpom::cli {
namespace {

namespace fs = std::filesystem;

/// How many indicators that \a package has rules for \a model knows.
long known_codes(const script::Package& package, const model::Model& model) {
  return std::count_if(package.rules.begin(), package.rules.end(), [&](const auto& rule) {
    const auto first = rule.id.find('/');
    const auto last = rule.id.rfind('/');
    return first != last && model.indicator(rule.id.substr(first + 1, last - first - 1)) != nullptr;
  });
}

}  // namespace

CheckSubject::CheckSubject(const Targets& targets, Workspace& workspace, const Binding& binding,
                           Findings& found)
    : workspace_(workspace) {
  subject_.packages = &workspace.packages();
  for (const BoundContract& bound : binding.contracts()) {
    const LoadedContract& loaded = *bound.loaded;
    subject_.contexts.push_back(
        {loaded.model, loaded.contract.get(), &bound.parameters, loaded.packages});
  }
  subject_.models = workspace.all_models();
  find_asked(targets);
  for (const analysis::Context& context : subject_.contexts) {
    subject_.models.push_back(context.model);
  }
  read_settings(found);
  for (const script::Package* package : subject_.asked) make_up(*package, found);
}

void CheckSubject::find_asked(const Targets& targets) {
  for (const script::Package& package : workspace_.packages().packages) {
    const auto& roots = targets.package_roots;
    const bool is_asked = std::any_of(roots.begin(), roots.end(), [&](const fs::path& root) {
      return is_within(package.folder, root);
    });
    if (is_asked) subject_.asked.insert(&package);
  }
  for (const fs::path& root : targets.rules_for_contracts) {
    auto& group = subject_.for_contracts.emplace_back();
    for (const script::Package& package : workspace_.packages().packages) {
      if (is_within(package.folder, root)) group.push_back(&package);
    }
  }
  for (const model::Model* model : subject_.models) {
    const auto& files = targets.sources.models;
    if (std::find(files.begin(), files.end(), fs::path(model->where.file)) != files.end()) {
      subject_.asked_models.insert(model);
    }
  }
}

void CheckSubject::read_settings(Findings& found) {
  for (const script::Package& package : workspace_.packages().packages) {
    Diagnostics faults;
    std::vector<model::Parameter> all = plugin::defaults_of(package);
    const auto& settings = workspace_.settings().of(package, faults).parameters;
    all.insert(all.end(), settings.begin(), settings.end());
    if (!all.empty()) subject_.settings[&package] = std::move(all);
    if (!subject_.asked.contains(&package)) continue;
    add_new(found.plugins, faults);
  }
}

/// A contract's package says nothing of its model: the one that knows most of its indicators.
std::vector<const model::Model*> CheckSubject::models_for(const script::Package& package) const {
  if (package.layer != model::Layer::contract || subject_.models.empty()) return subject_.models;
  return {*std::max_element(subject_.models.begin(), subject_.models.end(),
                            [&](const model::Model* one, const model::Model* other) {
                              return known_codes(package, *one) < known_codes(package, *other);
                            })};
}

void CheckSubject::make_up(const script::Package& package, Findings& found) {
  const bool applies = std::any_of(
      subject_.contexts.begin(), subject_.contexts.end(), [&](const analysis::Context& context) {
        return std::find(context.packages.begin(), context.packages.end(), &package) !=
               context.packages.end();
      });
  if (applies && package.layer != model::Layer::core) return;
  if (applies && !workspace_.contracts().empty()) return;
  for (const model::Model* model : models_for(package)) add_made_up(*model, package, found);
}

void CheckSubject::add_made_up(const model::Model& base, const script::Package& package,
                               Findings& found) {
  auto packages = workspace_.packages().applying_to(base, analysis::whole_contract(base, package));
  if (std::find(packages.begin(), packages.end(), &package) == packages.end()) return;
  Diagnostics composing;
  const auto& composed = workspace_.composer().compose(base, packages, composing);
  add_new(found.plugins, composing);
  if (composed.model == nullptr) return;
  const model::Model& model = *composed.model;
  for (const analysis::Context& known : subject_.contexts) {
    if (known.model == &model && known.packages == packages) return;
  }
  subject_.models.push_back(&model);
  contracts_.push_back(analysis::whole_contract(model, package));
  Diagnostics faults;
  rules_.book(workspace_.packages(), model, contracts_.back(), faults);
  add_new(found.rules, faults);
  subject_.contexts.push_back({&model, &contracts_.back(), nullptr, std::move(packages)});
}

}  // namespace cpom::cli
