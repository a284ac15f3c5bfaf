#include "plugin/checks.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/names.hpp"
#include "plugin/provided.hpp"
#include "plugin/settings.hpp"

namespace cpom::plugin {
namespace {

using model::Layer;
using script::Package;
using script::PackageSet;
using script::Requirement;

void add(Package& package, std::string code, Position where, Message what, Message remedy) {
  package.faults.push_back(
      {Severity::error, std::move(code), std::move(where), std::move(what), std::move(remedy)});
}

class RequirementCheck {
 public:
  explicit RequirementCheck(PackageSet& set) : set_(set) {
    for (const Package& package : set.packages) {
      if (package.layer == Layer::plugin) plugins_.push_back(package.name);
    }
  }

  void check(Package& package) const {
    for (const Requirement& requirement : package.requirements) check(package, requirement);
    std::vector<const Package*> path = {&package};
    if (!leads_back(path)) return;
    std::string names;
    for (const Package* each : path) names += each->name + " → ";
    const auto first = std::find_if(
        package.requirements.begin(), package.requirements.end(), [&](const Requirement& each) {
          return each.name == (path.size() > 1 ? path[1] : path[0])->name;
        });
    add(package, "package.requirement_cycle", first->where,
        message("packages require each other in a circle: {0}", names + package.name),
        message("remove one of these requirements"));
  }

 private:
  void check(Package& package, const Requirement& requirement) const {
    const Package* required = set_.find(requirement.name);
    if (required == nullptr) {
      const Message nearest = suggestion(requirement.name, plugins_);
      add(package, "package.requirement_missing", requirement.where,
          message("there is no plugin \"{0}\", which package \"{1}\" requires", requirement.name,
                  package.name),
          nearest.empty() ? message("give its folder by --plugins") : nearest);
    } else if (required->layer != Layer::plugin) {
      add(package, "package.requirement_layer", requirement.where,
          message("\"{0}\" is a package of layer \"{1}\", and only plugins can be required",
                  required->name, word_of(required->layer)),
          message("remove it: it applies by itself, or when a contract names it"));
    } else if (requirement.least && required->version && *required->version < *requirement.least) {
      add(package, "package.requirement_version", requirement.where,
          message("package \"{0}\" needs \"{1}\" {2}, this is {3}", package.name, required->name,
                  text_of(*requirement.least), text_of(*required->version)),
          message("install a later version of \"{0}\"", required->name));
    }
  }

  /// Follows requirements from the last of \a path until one leads back to the first.
  bool leads_back(std::vector<const Package*>& path) const {
    for (const Requirement& requirement : path.back()->requirements) {
      const Package* next = set_.find(requirement.name);
      if (next == nullptr) continue;
      if (next == path.front()) return true;
      if (std::find(path.begin(), path.end(), next) != path.end()) continue;
      path.push_back(next);
      if (leads_back(path)) return true;
      path.pop_back();
    }
    return false;
  }

  const PackageSet& set_;
  std::vector<std::string> plugins_;
};

/// Whether there can be a contract to which both apply.
bool can_meet(const Package& one, const Package& other) {
  return one.model.empty() || other.model.empty() || one.model == other.model;
}

/// \a later was found after \a earlier.
void check_twice(const Package& earlier, Package& later) {
  const auto tell = [&](std::string_view kind, const script::Named& named, const Position& first) {
    add(later, "package.provided_twice", named.where,
        message("plugin \"{0}\" already provides \"{1}\" ({2}), at {3}", earlier.name, named.name,
                kind, text_of(first)),
        message("give it another name, or use one of the two plugins"));
  };
  for (const script::Provided& provided : later.plugin->provides) {
    for (const script::Named& named : provided.names) {
      for (const script::Named& known : earlier.plugin->provided(provided.kind)) {
        if (known.name == named.name) tell(provided.kind, named, known.where);
      }
    }
  }
  for (const script::Setting& setting : later.plugin->settings) {
    for (const script::Setting& known : earlier.plugin->settings) {
      if (known.name == setting.name && known.indicator == setting.indicator) {
        tell("settings", {setting.name, setting.where}, known.where);
      }
    }
  }
}

bool is_sound_plugin(const Package& package) { return package.plugin && package.faults.empty(); }

/// The one found later has the fault: a plugin that others rely on is not lost by a newcomer.
void check_conflicts(PackageSet& set) {
  std::vector<Package*> plugins;
  for (Package& package : set.packages) {
    if (is_sound_plugin(package)) plugins.push_back(&package);
  }
  std::stable_sort(plugins.begin(), plugins.end(), [](const Package* one, const Package* other) {
    return one->found < other->found;
  });
  for (auto later = plugins.begin(); later != plugins.end(); ++later) {
    for (auto earlier = plugins.begin(); earlier != later; ++earlier) {
      if (can_meet(**earlier, **later)) check_twice(**earlier, **later);
    }
  }
}

/// What requires a package of no use is of no use.
void spread(PackageSet& set) {
  bool changed = true;
  while (changed) {
    changed = false;
    for (Package& package : set.packages) {
      if (!package.faults.empty()) continue;
      for (const Requirement& requirement : package.requirements) {
        const Package* required = set.find(requirement.name);
        if (required == nullptr || required->faults.empty()) continue;
        add(package, "package.requirement_unusable", requirement.where,
            message("package \"{0}\" requires \"{1}\", which cannot be used", package.name,
                    required->name),
            message("correct the faults of \"{0}\" first", required->name));
        changed = true;
      }
    }
  }
}

}  // namespace

void check_packages(PackageSet& set) {
  const RequirementCheck requirements(set);
  for (Package& package : set.packages) {
    if (package.faults.empty() && package.plugin) {
      check_rules(package, set);
      check_needed(package, set);
    }
    requirements.check(package);
  }
  check_conflicts(set);
  spread(set);
}

void tell_faults(const PackageSet& set, Diagnostics& found) {
  for (const Package& package : set.packages) {
    for (const Diagnostic& fault : package.faults) found.add(fault);
  }
}

}  // namespace cpom::plugin
