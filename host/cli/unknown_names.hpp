/// Names in settings and packages that mean nothing.
#pragma once

#include <vector>

#include "base/diagnostic.hpp"
#include "cli/workspace.hpp"
#include "model/parameter.hpp"

namespace cpom::cli {

/// parameter.unknown for what plugins, region and contract set: a parameter that no rule needs and
/// the program does not know, or one of an indicator or objective that does not exist.
/// rule.unknown_indicator for a folder of the region's packages named after no indicator. Each with
/// the nearest name; what plugins set goes to \a of_plugins. A package that is not made for this
/// very model may speak of what other models and plugins have: all that are known are then looked
/// at.
void check_names(const LoadedContract& loaded, const std::vector<model::Parameter>& parameters,
                 Workspace& workspace, Diagnostics& found, Diagnostics& of_plugins);

}  // namespace cpom::cli
