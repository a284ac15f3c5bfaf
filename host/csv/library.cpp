#include "csv/library.hpp"

#include <csv.h>

namespace cpom::csv {

std::string csv_library() {
  return "libcsv " + std::to_string(CSV_MAJOR) + "." + std::to_string(CSV_MINOR) + "." +
         std::to_string(CSV_RELEASE);
}

}  // namespace cpom::csv
