#include "cli/versions.hpp"

#include <CLI/Version.hpp>
#include <fmt/core.h>
#include <spdlog/version.h>

#include "base/libraries.hpp"
#include "csv/library.hpp"
#include "report/writer.hpp"
#include "xml/library.hpp"

namespace cpom::cli {
namespace {

std::string fmt_version() {
  return fmt::format("{}.{}.{}", FMT_VERSION / 10000, FMT_VERSION / 100 % 100, FMT_VERSION % 100);
}

std::string spdlog_version() {
  return fmt::format("{}.{}.{}", SPDLOG_VER_MAJOR, SPDLOG_VER_MINOR, SPDLOG_VER_PATCH);
}

}  // namespace

bool has_system_lua() {
#ifdef CPOM_SYSTEM_LUA
  return true;
#else
  return false;
#endif
}

std::vector<std::string> library_versions() {
  return {base_libraries(),
          csv::csv_library(),
          std::string("CLI11 ") + CLI11_VERSION,
          "fmt " + fmt_version(),
          report::json_library(),
          xml::xml_library(),
          "spdlog " + spdlog_version()};
}

}  // namespace cpom::cli
