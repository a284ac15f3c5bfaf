#include "script/plugin_manifest.hpp"

#include <algorithm>

namespace cpom::script {

const std::vector<Named>& PluginManifest::provided(std::string_view kind) const {
  static const std::vector<Named> none;
  const auto found = std::find_if(provides.begin(), provides.end(),
                                  [kind](const Provided& each) { return each.kind == kind; });
  return found == provides.end() ? none : found->names;
}

bool PluginManifest::provides_one(std::string_view kind, std::string_view name) const {
  const auto& names = provided(kind);
  return std::any_of(names.begin(), names.end(),
                     [name](const Named& named) { return named.name == name; });
}

}  // namespace cpom::script
