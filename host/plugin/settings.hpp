/// The settings that plugins declare, as parameters of contracts.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "model/parameter.hpp"
#include "script/packages.hpp"

namespace cpom::plugin {

using Packages = std::vector<const script::Package*>;

/// The defaults of the settings of \a package, of layer plugin, at their places in the manifest.
std::vector<model::Parameter> defaults_of(const script::Package& package);

/// package.setting_taken for every one of \a parameters, which \a package brings, that would change
/// what \a below, of core and model, sets for all, or what the program knows for all indicators.
void check_not_taken(const script::Package& package,
                     const std::vector<model::Parameter>& parameters,
                     const std::vector<model::Parameter>& below, Diagnostics& found);

/// Adds package.setting_unused to the faults of \a package, a plugin, for each setting that no rule
/// of it, of what it requires, of core or of a model needs.
void check_needed(script::Package& package, const script::PackageSet& set);

/// Compares what region and contract set with the declarations of \a packages:
/// package.setting_type, package.setting_bounds, at the place where it is set.
void check_values(const Packages& packages, const std::vector<model::Parameter>& parameters,
                  Diagnostics& found);

/// Parameters that the program itself looks for: "weight", "minimum_denominator".
const std::vector<std::string>& host_parameters();

}  // namespace cpom::plugin
