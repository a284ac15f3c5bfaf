/// Folders below a place that hold nothing anybody wrote there.
#pragma once

#include <filesystem>

namespace cpom {

/// Whether \a folder, met below another, is left out when inputs are looked for: a hidden one
/// (its name begins with '.'), a build tree of CMake (it holds CMakeCache.txt), one that says of
/// itself that its content is derived (CACHEDIR.TAG), installed modules (node_modules). A folder
/// that the user names himself is looked into all the same.
bool is_left_out(const std::filesystem::path& folder);

}  // namespace cpom
