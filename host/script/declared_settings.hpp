/// The settings that a plugin declares in its manifest.
#pragma once

#include <vector>

#include "script/manifest_fields.hpp"
#include "script/plugin_manifest.hpp"

namespace cpom::script {

/// `settings`, in the order of their names. Errors: package.unknown_key, package.missing_key,
/// package.wrong_type, package.setting_bounds (none can be respected), package.setting_default (of
/// another type, or out of bounds).
std::vector<Setting> read_declared_settings(const Field& root, ManifestFaults& faults);

/// What is wrong with \a value for \a setting: its type, or its bounds; empty when nothing is.
Message fault_of_type(const Setting& setting, double value);
Message fault_of_bounds(const Setting& setting, double value);
/// What \a setting accepts: "a whole number from 0 to 5".
Message accepted_by(const Setting& setting);

}  // namespace cpom::script
