#include "plugin/provided.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/names.hpp"

namespace cpom::plugin {
namespace {

using model::Layer;
using script::Named;
using script::Package;
using script::RuleFile;

Diagnostic not_provided(std::string_view kind, const Named& named,
                        const std::vector<std::string>& held) {
  const Message nearest = suggestion(named.name, held);
  return {Severity::error, "package.not_provided", named.where,
          kind == "rules"
              ? message("\"{0}\" is listed under \"{1}\", but the folder does not hold it",
                        named.name, kind)
              : message("\"{0}\" is listed under \"{1}\", but {2} does not hold it", named.name,
                        kind, "catalogue.xml"),
          nearest.empty() ? message("add it, or remove it from the list") : nearest};
}

Diagnostic undeclared(std::string_view kind, const Named& named) {
  return {Severity::error, "package.undeclared", named.where,
          message("the plugin adds \"{0}\", which is not listed under provides", named.name),
          message("add it to the list \"{0}\" in package.lua", kind)};
}

/// Compares the list of \a kind with what is there.
std::vector<Diagnostic> compare(const script::PluginManifest& manifest, std::string_view kind,
                                const std::vector<Named>& held) {
  std::vector<Diagnostic> faults;
  std::vector<std::string> names;
  for (const Named& named : held) names.push_back(named.name);
  for (const Named& named : manifest.provided(kind)) {
    if (std::find(names.begin(), names.end(), named.name) == names.end()) {
      faults.push_back(not_provided(kind, named, names));
    }
  }
  for (const Named& named : held) {
    if (!manifest.provides_one(kind, named.name)) faults.push_back(undeclared(kind, named));
  }
  return faults;
}

/// "indicators/2.c.1/compute" is of 2.c.1.
std::string_view indicator_of(std::string_view id) {
  constexpr std::string_view folder = "indicators/";
  if (!id.starts_with(folder)) return {};
  id.remove_prefix(folder.size());
  return id.substr(0, id.rfind('/'));
}

/// The file of core or of a model that \a rule would change.
const RuleFile* rule_below(const Package& package, const RuleFile& rule,
                           const script::PackageSet& set) {
  for (const Package& other : set.packages) {
    const bool below =
        other.layer == Layer::core ||
        (other.layer == Layer::model && (package.model.empty() || package.model == other.model));
    if (!below) continue;
    for (const RuleFile& known : other.rules) {
      if (known.id == rule.id) return &known;
    }
  }
  return nullptr;
}

void check_own(Package& package, const RuleFile& rule, const script::PackageSet& set) {
  const Position where{rule.path.string(), 1, 0};
  const auto fault = [&](Message what, Message remedy) {
    package.faults.push_back(
        {Severity::error, "rule.plugin_override", where, std::move(what), std::move(remedy)});
  };
  const std::string_view indicator = indicator_of(rule.id);
  if (const RuleFile* below = rule_below(package, rule, set)) {
    fault(message("the plugin changes rule {0}, which {1} defines; plugins add rules only", rule.id,
                  below->path.string()),
          message("give the rule another name"));
  } else if (!indicator.empty() && !package.plugin->provides_one("indicators", indicator)) {
    std::vector<std::string> codes;
    for (const Named& named : package.plugin->provided("indicators")) codes.push_back(named.name);
    const std::string nearest = nearest_name(indicator, codes);
    fault(message("the plugin changes indicator {0}, which it does not add", indicator),
          nearest.empty() ? message("a plugin judges indicators of its own only")
                          : message("did you mean \"{0}\"?", nearest));
  }
}

template <class Entry>
std::vector<Named> named(const std::vector<Entry>& entries, std::string Entry::*name) {
  std::vector<Named> all;
  for (const Entry& entry : entries) all.push_back({entry.*name, entry.where});
  return all;
}

}  // namespace

void check_rules(Package& package, const script::PackageSet& set) {
  std::vector<Named> held;
  for (const RuleFile& rule : package.rules) held.push_back({rule.id, {rule.path.string(), 1, 0}});
  for (Diagnostic& fault : compare(*package.plugin, "rules", held)) {
    package.faults.push_back(std::move(fault));
  }
  for (const RuleFile& rule : package.rules) check_own(package, rule, set);
  if (!package.catalogue.empty()) return;
  Diagnostics found;
  check_catalogue(package, {}, found);
  package.faults.insert(package.faults.end(), found.all().begin(), found.all().end());
}

void check_catalogue(const Package& package, const model::Catalogue& catalogue,
                     Diagnostics& found) {
  if (!package.plugin) return;
  const auto check = [&](std::string_view kind, const std::vector<Named>& held) {
    for (Diagnostic& fault : compare(*package.plugin, kind, held)) {
      found.add(std::move(fault));
    }
  };
  check("objectives", named(catalogue.objectives, &model::Objective::id));
  check("indicators", named(catalogue.indicators, &model::Indicator::code));
  check("missions", named(catalogue.missions, &model::Mission::id));
  check("groups", named(catalogue.groups, &model::Group::id));
  check("steps", named(catalogue.calendar, &model::Step::id));
}

}  // namespace cpom::plugin
