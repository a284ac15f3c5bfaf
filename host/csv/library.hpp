/// What this layer is built with, for those who report a fault.
#pragma once

#include <string>

namespace cpom::csv {

/// "libcsv 3.0.3".
std::string csv_library();

}  // namespace cpom::csv
