/// Plugins and proposals as text.
#pragma once

#include <string>
#include <vector>

#include "base/language.hpp"
#include "plugin/inspection.hpp"
#include "report/page.hpp"

namespace cpom::cli {

/// A row for each package: name, version, layer, what it extends, whether it can be used.
void write_table(const std::vector<plugin::Inspection>& packages, Language language,
                 report::Page& page);

/// All that \a package says of itself.
void write_package(const plugin::Inspection& package, Language language, report::Page& page);

}  // namespace cpom::cli
