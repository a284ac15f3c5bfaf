#include "script/choice.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <string_view>

namespace cpom::script {
namespace {

using model::Layer;

class Choice {
 public:
  Choice(const PackageSet& set, const Chooser& chooser) : set_(set), chooser_(chooser) {}

  std::vector<const Package*> make() {
    for (const model::PackageUse& use : chooser_.packages) ask_for(use.name);
    for (const Package& package : set_.packages) {
      if (!package.by_name() && applies(package)) add(package);
    }
    // The set is sorted by name within each layer.
    std::sort(chosen_.begin(), chosen_.end(), [](const Package* one, const Package* other) {
      return one->layer != other->layer ? one->layer < other->layer : std::less<>{}(one, other);
    });
    order_plugins();
    return std::move(chosen_);
  }

 private:
  bool applies(const Package& package) const {
    switch (package.layer) {
      case Layer::core: return true;
      case Layer::model:
      case Layer::plugin: return package.is_for(*chooser_.model);
      case Layer::region:
        return package.region == chooser_.region && package.is_for(*chooser_.model);
      case Layer::contract: break;
    }
    return package.contract == chooser_.contract;
  }

  void ask_for(std::string_view name) {
    const Package* package = set_.find(name);
    if (package != nullptr && package->by_name() && applies(*package)) add(*package);
  }

  void add(const Package& package) {
    if (!seen_.insert(&package).second) return;
    chosen_.push_back(&package);
    for (const Requirement& requirement : package.requirements) ask_for(requirement.name);
  }

  /// By name, but each behind those it requires.
  void order_plugins() {
    const auto is_plugin = [](const Package* package) { return package->layer == Layer::plugin; };
    const auto first = std::find_if(chosen_.begin(), chosen_.end(), is_plugin);
    const auto last = std::find_if_not(first, chosen_.end(), is_plugin);
    std::vector<const Package*> plugins(first, last);
    std::vector<const Package*> ordered;
    std::set<const Package*> placed;
    for (const Package* plugin : plugins) place(plugin, plugins, placed, ordered);
    std::copy(ordered.begin(), ordered.end(), first);
  }

  void place(const Package* plugin, const std::vector<const Package*>& plugins,
             std::set<const Package*>& placed, std::vector<const Package*>& ordered) const {
    if (!placed.insert(plugin).second) return;
    for (const Requirement& requirement : plugin->requirements) {
      const Package* required = set_.find(requirement.name);
      const bool chosen = std::find(plugins.begin(), plugins.end(), required) != plugins.end();
      if (chosen) place(required, plugins, placed, ordered);
    }
    ordered.push_back(plugin);
  }

  const PackageSet& set_;
  const Chooser& chooser_;
  std::set<const Package*> seen_;
  std::vector<const Package*> chosen_;
};

}  // namespace

std::vector<const Package*> choose(const PackageSet& set, const Chooser& chooser) {
  return Choice(set, chooser).make();
}

}  // namespace cpom::script
