/// What must hold among packages before any of them is used.
#pragma once

#include "base/diagnostic.hpp"
#include "script/packages.hpp"

namespace cpom::plugin {

/// Adds to the faults of each package what is wrong with it beside the others: what it requires
/// (package.requirement_missing, .requirement_layer, .requirement_version, .requirement_cycle,
/// .requirement_unusable), what its folder holds that it does not announce or the other way round
/// (package.undeclared, package.not_provided), rules that are not its own (rule.plugin_override),
/// settings of no use (package.setting_unused), and what a package found earlier provides already
/// (package.provided_twice). Contents of catalogues are checked when a model is composed.
void check_packages(script::PackageSet& set);

/// The faults of all packages, each once.
void tell_faults(const script::PackageSet& set, Diagnostics& found);

}  // namespace cpom::plugin
