#include "cli/unknown_names.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "base/names.hpp"
#include "plugin/settings.hpp"
#include "script/source_lines.hpp"

namespace cpom::cli {
namespace {

using model::Layer;
using model::Parameter;
using script::Package;
using Names = std::set<std::string>;

/// The indicators and objectives there are, and those that other models and plugins have.
struct Catalogue {
  Names indicators;
  Names objectives;

  void add(const model::Model& model) {
    for (const model::Indicator& indicator : model.indicators) indicators.insert(indicator.code);
    for (const model::Objective& objective : model.objectives) objectives.insert(objective.id);
  }

  void add(const Package& package) {
    if (!package.plugin) return;
    for (const auto& named : package.plugin->provided("indicators")) indicators.insert(named.name);
    for (const auto& named : package.plugin->provided("objectives")) objectives.insert(named.name);
  }
};

Message nearest_of(const std::string& name, const Names& known) {
  return suggestion(name, std::vector<std::string>(known.begin(), known.end()));
}

class NameCheck {
 public:
  NameCheck(const LoadedContract& loaded, Workspace& workspace, Diagnostics& found,
            Diagnostics& of_plugins)
      : loaded_(loaded), workspace_(workspace), found_(found), of_plugins_(of_plugins) {
    here_.add(*loaded.model);
    for (const model::Selection& selection : loaded.contract->selections) {
      here_.indicators.insert(selection.indicator.code);
    }
    for (const model::Objective& objective : loaded.contract->objectives) {
      here_.objectives.insert(objective.id);
    }
  }

  void check(const Parameter& parameter) {
    if (parameter.layer < Layer::plugin) return;
    const bool far = may_mean_others(parameter);
    if (!is_needed(parameter.name, far)) {
      tell(parameter,
           message("no rule needs parameter \"{0}\", and the program does not know it",
                   parameter.name),
           nearest_of(parameter.name, needed_names(far)));
    }
    if (!parameter.indicator.empty() && !known(far).indicators.contains(parameter.indicator)) {
      tell(parameter,
           message("parameter \"{0}\" is set for indicator {1}, which does not exist",
                   parameter.name, parameter.indicator),
           nearest_of(parameter.indicator, known(far).indicators));
    }
    if (!parameter.objective.empty() && !known(far).objectives.contains(parameter.objective)) {
      tell(parameter,
           message("parameter \"{0}\" is set for objective {1}, which does not exist",
                   parameter.name, parameter.objective),
           nearest_of(parameter.objective, known(far).objectives));
    }
  }

  void check_folders(const Package& package) {
    if (package.layer != Layer::region || package.model == loaded_.model->id) return;
    for (const script::RuleFile& rule : package.rules) {
      constexpr std::string_view folder = "indicators/";
      if (!rule.id.starts_with(folder)) continue;
      const std::string code = rule.id.substr(folder.size(), rule.id.rfind('/') - folder.size());
      if (known(true).indicators.contains(code)) continue;
      found_.error("rule.unknown_indicator", {rule.path.string(), 1, 0},
                   message("no known model has an indicator \"{0}\"", code),
                   nearest_of(code, known(true).indicators));
    }
  }

 private:
  void tell(const Parameter& parameter, Message what, Message remedy) {
    Diagnostics& found = parameter.layer == Layer::plugin ? of_plugins_ : found_;
    found.error("parameter.unknown", parameter.where, std::move(what), std::move(remedy));
  }

  /// Whether it stands in a region's package that is not made for this very model.
  bool may_mean_others(const Parameter& parameter) const {
    if (parameter.layer != Layer::region) return false;
    return std::any_of(loaded_.packages.begin(), loaded_.packages.end(), [&](const Package* each) {
      return each->layer == Layer::region && each->settings.string() == parameter.where.file &&
             each->model != loaded_.model->id;
    });
  }

  template <class Visit>
  void each_package(bool far, Visit visit) const {
    if (!far) {
      for (const Package* package : loaded_.packages) visit(*package);
      return;
    }
    for (const Package& package : workspace_.packages().packages) visit(package);
  }

  bool is_needed(const std::string& name, bool far) {
    const Names& names = needed_names(far);
    return names.contains(name);
  }

  /// What rules need, plugins declare and the program looks for itself.
  const Names& needed_names(bool far) {
    Names& names = far ? needed_anywhere_ : needed_here_;
    if (!names.empty()) return names;
    names.insert(plugin::host_parameters().begin(), plugin::host_parameters().end());
    each_package(far, [&](const Package& package) {
      for (const script::RuleFile& rule : package.rules) add_needs(rule.source, names);
      if (!package.plugin) return;
      for (const script::Setting& setting : package.plugin->settings) names.insert(setting.name);
    });
    return names;
  }

  static void add_needs(const std::string& source, Names& names) {
    for (std::string& name : script::quoted_after(source, "param.")) {
      if (name.ends_with('?')) name.pop_back();
      names.insert(std::move(name));
    }
  }

  const Catalogue& known(bool far) {
    if (!far) return here_;
    if (anywhere_.indicators.empty()) {
      anywhere_ = here_;
      for (const model::Model* model : workspace_.library().all()) anywhere_.add(*model);
      each_package(true, [&](const Package& package) { anywhere_.add(package); });
    }
    return anywhere_;
  }

  const LoadedContract& loaded_;
  Workspace& workspace_;
  Diagnostics& found_;
  Diagnostics& of_plugins_;
  Catalogue here_;
  Catalogue anywhere_;
  Names needed_here_;
  Names needed_anywhere_;
};

}  // namespace

void check_names(const LoadedContract& loaded, const std::vector<Parameter>& parameters,
                 Workspace& workspace, Diagnostics& found, Diagnostics& of_plugins) {
  NameCheck check(loaded, workspace, found, of_plugins);
  for (const Parameter& parameter : parameters) check.check(parameter);
  for (const Package* package : loaded.packages) check.check_folders(*package);
}

}  // namespace cpom::cli
