#include "plugin/settings.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "base/names.hpp"
#include "script/declared_settings.hpp"
#include "script/source_lines.hpp"

namespace cpom::plugin {
namespace {

using model::Layer;
using model::Parameter;
using script::Setting;

/// Whether a value set by \a parameter is one of \a setting.
bool sets(const Parameter& parameter, const Setting& setting) {
  return parameter.name == setting.name &&
         (setting.indicator.empty() || parameter.indicator == setting.indicator);
}

/// A value that a region or a contract sets for \a setting of a plugin.
void check_value(const Setting& setting, const Parameter& parameter, Diagnostics& found) {
  Message type = script::fault_of_type(setting, parameter.value);
  Message bounds = script::fault_of_bounds(setting, parameter.value);
  if (!type.empty()) {
    found.error("package.setting_type", parameter.where, std::move(type),
                script::accepted_by(setting));
  } else if (!bounds.empty()) {
    found.error("package.setting_bounds", parameter.where, std::move(bounds),
                script::accepted_by(setting));
  }
}

}  // namespace

std::vector<Parameter> defaults_of(const script::Package& package) {
  std::vector<Parameter> defaults;
  if (!package.plugin) return defaults;
  for (const Setting& setting : package.plugin->settings) {
    if (!setting.fallback) continue;
    Parameter parameter;
    parameter.name = setting.name;
    parameter.value = *setting.fallback;
    parameter.indicator = setting.indicator;
    parameter.assumption = setting.assumption;
    parameter.reason = setting.summary;
    parameter.layer = Layer::plugin;
    parameter.where = setting.where;
    defaults.push_back(std::move(parameter));
  }
  return defaults;
}

void check_not_taken(const script::Package& package, const std::vector<Parameter>& parameters,
                     const std::vector<Parameter>& below, Diagnostics& found) {
  const auto& host = host_parameters();
  for (const Parameter& parameter : parameters) {
    if (!parameter.indicator.empty() || !parameter.objective.empty()) continue;
    const auto taken = std::find_if(below.begin(), below.end(), [&](const Parameter& known) {
      return known.name == parameter.name;
    });
    if (taken != below.end()) {
      found.error("package.setting_taken", parameter.where,
                  message("plugin \"{0}\" sets \"{1}\", which {2} sets for all; plugins change "
                          "nothing that is there",
                          package.name, parameter.name, text_of(taken->where)),
                  message("give the setting another name"));
    } else if (std::find(host.begin(), host.end(), parameter.name) != host.end()) {
      found.error("package.setting_taken", parameter.where,
                  message("plugin \"{0}\" sets \"{1}\" for all indicators; plugins change nothing "
                          "that is there",
                          package.name, parameter.name),
                  message("add indicator = \"…\", one that the plugin provides"));
    }
  }
}

void check_needed(script::Package& package, const script::PackageSet& set) {
  std::vector<std::string> needed = host_parameters();
  for (const script::Package& other : set.packages) {
    const auto& required = package.requirements;
    const bool counts =
        &other == &package || other.layer < Layer::plugin ||
        std::any_of(required.begin(), required.end(), [&](const script::Requirement& requirement) {
          return requirement.name == other.name;
        });
    if (!counts) continue;
    for (const script::RuleFile& rule : other.rules) {
      for (std::string& name : script::quoted_after(rule.source, "param.")) {
        if (name.ends_with('?')) name.pop_back();
        needed.push_back(std::move(name));
      }
    }
  }
  for (const Setting& setting : package.plugin->settings) {
    if (std::find(needed.begin(), needed.end(), setting.name) != needed.end()) continue;
    const std::string nearest = nearest_name(setting.name, needed);
    package.faults.push_back(
        {Severity::error, "package.setting_unused", setting.where,
         message("no rule needs setting \"{0}\"", setting.name),
         nearest.empty() ? message("name it in the needs of a rule as \"param.{0}\", or remove it",
                                   setting.name)
                         : message("did you mean \"{0}\"?", nearest)});
  }
}

void check_values(const Packages& packages, const std::vector<Parameter>& parameters,
                  Diagnostics& found) {
  for (const script::Package* package : packages) {
    if (!package->plugin) continue;
    for (const Setting& setting : package->plugin->settings) {
      for (const Parameter& parameter : parameters) {
        if (parameter.layer <= Layer::plugin || !sets(parameter, setting)) continue;
        check_value(setting, parameter, found);
      }
    }
  }
}

const std::vector<std::string>& host_parameters() {
  static const std::vector<std::string> names = {"weight", "minimum_denominator"};
  return names;
}

}  // namespace cpom::plugin
