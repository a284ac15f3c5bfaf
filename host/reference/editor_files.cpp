#include "reference/editor_files.hpp"

#include <array>
#include <map>

#include "reference/functions.hpp"

namespace cpom::reference {
namespace {

/// Those of lua-language-server, which would offer what the sandbox does not have. Without
/// "builtin", which holds the types themselves.
constexpr std::array standard_libraries = {"basic",   "bit",    "bit32", "coroutine", "debug",
                                           "ffi",     "io",     "jit",   "math",      "os",
                                           "package", "string", "table", "utf8"};

std::string name_in(const Function& function) {
  return function.name.substr(function.library.empty() ? 0 : function.library.size() + 1);
}

std::string list_of(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + ('"' + name + '"');
  return text;
}

}  // namespace

std::string language_server_configuration(const std::vector<std::string>& folders) {
  std::string text = "{\n  \"runtime.version\": \"Lua 5.4\",\n  \"runtime.builtin\": {\n";
  for (std::size_t i = 0; i < standard_libraries.size(); ++i) {
    text += "    \"" + std::string(standard_libraries[i]) + "\": \"disable\"" +
            (i + 1 < standard_libraries.size() ? ",\n" : "\n");
  }
  text += "  },\n  \"workspace.library\": [" + list_of(folders) +
          "],\n  \"workspace.checkThirdParty\": false\n}\n";
  return text;
}

std::string luacheck_configuration() {
  std::vector<std::string> plain;
  std::vector<std::string> of_specs;
  std::map<std::string, std::vector<std::string>> fields;
  for (const Function& function : functions()) {
    if (function.of_specs) {
      if (function.library.empty()) of_specs.push_back(function.name);
    } else if (function.library.empty()) {
      plain.push_back(function.name);
    } else {
      fields[function.library].push_back(name_in(function));
    }
  }
  std::string text = "-- cpom stubs\nstd = {\n  read_globals = {\n    " + list_of(plain) + ",\n";
  for (const auto& [library, names] : fields) {
    text += "    " + library + " = { fields = { " + list_of(names) + " } },\n";
  }
  text += "  },\n}\nfiles[\"**/*_test.lua\"] = { read_globals = { " + list_of(of_specs) +
          " } }\nexclude_files = { \"" + annotation_folder + "\" }\nmax_line_length = false\n";
  return text;
}

}  // namespace cpom::reference
