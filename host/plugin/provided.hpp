/// What a plugin announces, beside what it holds.
#pragma once

#include "base/diagnostic.hpp"
#include "model/catalogue.hpp"
#include "script/packages.hpp"

namespace cpom::plugin {

/// The rules of \a package, a plugin: package.undeclared, package.not_provided, and
/// rule.plugin_override for a rule that a package of core or model has, or of an indicator that the
/// plugin does not add. Also package.not_provided for what only a catalogue.xml could hold, when it
/// has none.
void check_rules(script::Package& package, const script::PackageSet& set);

/// The same of what \a catalogue holds.
void check_catalogue(const script::Package& package, const model::Catalogue& catalogue,
                     Diagnostics& found);

}  // namespace cpom::plugin
