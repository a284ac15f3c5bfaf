/// What the program is built with.
#pragma once

#include <string>
#include <vector>

namespace cpom::cli {

/// Whether the interpreter is that of the operating system, and not the one built in.
bool has_system_lua();

/// "CLI11 2.1.2", for those who report a fault; in a fixed order.
std::vector<std::string> library_versions();

}  // namespace cpom::cli
