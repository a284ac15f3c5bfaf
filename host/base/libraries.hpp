/// What this layer is built with, for those who report a fault.
#pragma once

#include <string>

namespace cpom {

/// "Boost 1.74, utf8proc 2.8.0".
std::string base_libraries();

}  // namespace cpom
