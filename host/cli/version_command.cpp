#include <string>

#include <fmt/core.h>

#include "base/files.hpp"
#include "cli/commands.hpp"
#include "cli/data_folder.hpp"
#include "cli/versions.hpp"
#include "lua/state.hpp"
#include "report/writer.hpp"
#include "script/packages.hpp"

namespace cpom::cli {

ExitCode version_command(const Options& options) {
  const auto say = [&](const Message& text) { return render(text, options.language); };
  const Message lua = has_system_lua()
                          ? message("{0}, of this system (CPOM_SYSTEM_LUA)", LUA_RELEASE)
                          : message("{0}, built into the program", LUA_RELEASE);
  std::string text = fmt::format("cpom {}\n", CPOM_VERSION);
  text += say(lua) + "\n";
  text += say(message("Packages of rules: API {0}, oldest {1}", script::api_revision,
                      script::oldest_api)) +
          "\n";
  text += say(message("JSON reports: schema {0}", report::json_schema_version)) + "\n";
  std::string libraries;
  for (const std::string& library : library_versions()) {
    libraries += (libraries.empty() ? "" : ", ") + library;
  }
  text += say(message("Libraries: {0}", libraries)) + "\n";
  text += say(message("Definitions and rules: {0}", data_folder().string())) + "\n";
  write_standard_output(text);
  return ExitCode::done;
}

}  // namespace cpom::cli
