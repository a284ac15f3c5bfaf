/// What `cpom new` writes is made of files, with names between @ for what differs.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace cpom::scaffold {

/// "NAME" to "ma-region".
using Values = std::map<std::string, std::string, std::less<>>;

/// The template at \a path ("region/package.lua") with every @NAME@ replaced. Throws
/// std::logic_error for a template that does not exist and a name without a value.
std::string filled(std::string_view path, const Values& values);

/// Paths of all templates.
std::vector<std::string> template_paths();

}  // namespace cpom::scaffold
