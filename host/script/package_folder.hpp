/// What stands in the folder of a package.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "script/packages.hpp"

namespace cpom::script {

/// The names of a folder, sorted; nothing when it cannot be read (file.unreadable).
std::vector<std::filesystem::path> sorted_entries(const std::filesystem::path& folder,
                                                  Diagnostics& found);

/// The bytes of a file of code; a fault goes to \a found.
std::optional<std::string> read_code(const std::filesystem::path& path, Diagnostics& found);

/// Sets the rules, the settings, the catalogue and the README of \a package from its folder.
void read_package_folder(Package& package, Diagnostics& found);

}  // namespace cpom::script
