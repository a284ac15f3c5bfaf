// Comparison of a whole report with the approved one.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

#include "base/files.hpp"

namespace cpom::test {

/// The approved text tests/unit/report/expected/NAME. With CPOM_APPROVE set in the environment,
/// \a actual becomes the approved text.
inline std::string approved(const std::string& name, const std::string& actual) {
  const auto file =
      std::filesystem::path(CPOM_SOURCE_DIR) / "tests" / "unit" / "report" / "expected" / name;
  if (std::getenv("CPOM_APPROVE") != nullptr) write_file(file, actual);
  return read_file(file);
}

}  // namespace cpom::test
