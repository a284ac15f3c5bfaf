#include <string>
#include <string_view>

#include <CLI/Version.hpp>
#include <fmt/core.h>
#include <spdlog/version.h>

#include "base/files.hpp"
#include "base/libraries.hpp"
#include "cli/commands.hpp"
#include "cli/data_folder.hpp"
#include "csv/library.hpp"
#include "lua/state.hpp"
#include "report/writer.hpp"
#include "script/packages.hpp"
#include "xml/library.hpp"

namespace cpom::cli {
namespace {

#ifdef CPOM_SYSTEM_LUA
constexpr bool system_lua = true;
#else
constexpr bool system_lua = false;
#endif

std::string fmt_version() {
  return fmt::format("{}.{}.{}", FMT_VERSION / 10000, FMT_VERSION / 100 % 100, FMT_VERSION % 100);
}

std::string spdlog_version() {
  return fmt::format("{}.{}.{}", SPDLOG_VER_MAJOR, SPDLOG_VER_MINOR, SPDLOG_VER_PATCH);
}

}  // namespace

ExitCode version_command(const Options& options) {
  const auto say = [&](const Message& text) { return render(text, options.language); };
  const Message lua = system_lua ? message("{0}, of this system (CPOM_SYSTEM_LUA)", LUA_RELEASE)
                                 : message("{0}, built into the program", LUA_RELEASE);
  std::string text = fmt::format("cpom {}\n", CPOM_VERSION);
  text += say(lua) + "\n";
  text += say(message("Packages of rules: API {0}, oldest {1}", script::api_revision,
                      script::oldest_api)) +
          "\n";
  text += say(message("JSON reports: schema {0}", report::json_schema_version)) + "\n";
  text += say(message("Libraries: {0}",
                      fmt::format("{}, {}, CLI11 {}, fmt {}, {}, {}, spdlog {}", base_libraries(),
                                  csv::csv_library(), CLI11_VERSION, fmt_version(),
                                  report::json_library(), xml::xml_library(), spdlog_version()))) +
          "\n";
  text += say(message("Definitions and rules: {0}", data_folder().string())) + "\n";
  write_standard_output(text);
  return ExitCode::done;
}

}  // namespace cpom::cli
