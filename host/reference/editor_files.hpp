/// The files by which an editor and luacheck know what a package may use.
#pragma once

#include <string>
#include <vector>

namespace cpom::reference {

/// The folder of annotations inside a package; names that begin with a point are no rules.
inline constexpr const char* annotation_folder = ".cpom";

/// .luarc.json of lua-language-server: Lua's own libraries off, annotations read from \a folders,
/// each as seen from the package.
std::string language_server_configuration(const std::vector<std::string>& folders);

/// .luacheckrc: the names that rules and specs may use, and nothing else.
std::string luacheck_configuration();

}  // namespace cpom::reference
