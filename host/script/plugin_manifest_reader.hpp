/// The keys of a manifest that say what a package adds, declares and requires.
#pragma once

#include <vector>

#include "script/manifest_fields.hpp"
#include "script/packages.hpp"

namespace cpom::script {

/// `requires`, of a plugin or a region. Errors: package.requirement_syntax.
std::vector<Requirement> read_requirements(const Field& root, ManifestFaults& faults);

/// `extends`, `provides`, `settings`, `languages`. Errors: package.* for each key, and
/// package.setting_default, package.setting_bounds, package.provided_twice.
PluginManifest read_plugin_manifest(const Field& root, ManifestFaults& faults);

}  // namespace cpom::script
