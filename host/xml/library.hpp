/// What this layer is built with, for those who report a fault.
#pragma once

#include <string>

namespace cpom::xml {

/// "pugixml 1.13".
std::string xml_library();

}  // namespace cpom::xml
