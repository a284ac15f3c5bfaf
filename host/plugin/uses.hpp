/// The packages that a contract asks for, beside those that there are.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "script/choice.hpp"
#include "script/packages.hpp"

namespace cpom::plugin {

/// Errors, each at the place of its use: contract.unknown_package (with the nearest name),
/// contract.package_twice, contract.package_not_by_name (one that applies by itself),
/// contract.package_other_model (of a required one too), contract.package_other_region,
/// contract.package_version.
void check_uses(const script::PackageSet& set, const script::Chooser& chooser, Diagnostics& found);

/// contract.package_unusable for every package of \a unusable, where \a chooser asks for it; at
/// \a contract for one that applies without being named.
void refuse(const std::vector<const script::Package*>& unusable, const script::Chooser& chooser,
            const Position& contract, Diagnostics& found);

}  // namespace cpom::plugin
