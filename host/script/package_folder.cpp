#include "script/package_folder.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <system_error>
#include <utility>

#include "base/files.hpp"
#include "base/names.hpp"
#include "engine/rules.hpp"
#include "lua/sandbox.hpp"

namespace cpom::script {
namespace {

namespace fs = std::filesystem;

constexpr int deepest = 8;

class FolderReader {
 public:
  FolderReader(Package& package, Diagnostics& found) : package_(package), found_(found) {}

  void read() { read_folder(package_.folder, 0); }

 private:
  void read_folder(const fs::path& folder, int depth) {
    for (const fs::path& path : sorted_entries(folder, found_)) {
      const std::string name = path.filename().string();
      if (name.starts_with('.') || (depth == 0 && name == "tests")) continue;
      std::error_code ignored;
      if (fs::is_directory(path, ignored)) {
        if (is_followed(path, true) && depth < deepest) read_folder(path, depth + 1);
      } else if (depth == 0 && name.starts_with("README")) {
        package_.readme = path;
      } else if (depth == 0 && name.ends_with(".xml")) {
        read_definitions(path, name);
      } else if (name.ends_with(".lua") && !name.ends_with("_test.lua")) {
        if (depth == 0 && name == "package.lua") continue;
        if (is_followed(path, false)) read_rule(path);
      }
    }
  }

  void read_definitions(const fs::path& path, const std::string& name) {
    const model::Layer layer = package_.layer;
    const bool plugin = layer == model::Layer::plugin;
    if (name == "settings.xml" && !plugin) {
      if (is_followed(path, false)) package_.settings = path;
    } else if (name == "catalogue.xml" && (plugin || layer == model::Layer::region)) {
      if (is_followed(path, false)) package_.catalogue = path;
    } else {
      stray_definitions(path, name);
    }
  }

  void stray_definitions(const fs::path& path, const std::string& name) {
    const std::vector<std::string> known = {"settings.xml", "catalogue.xml"};
    Message remedy = suggestion(name, known);
    if (name == "settings.xml") {
      remedy = message("the settings of a plugin stand in its package.lua, with their defaults");
    } else if (name == "catalogue.xml") {
      remedy = message("only a plugin or a region adds to a model");
    }
    found_.error(
        "package.stray_file", {path.string(), 0, 0},
        message("a package of layer \"{0}\" has no file {1}", word_of(package_.layer), name),
        std::move(remedy));
  }

  /// A link may lead to another file of the package only.
  bool is_followed(const fs::path& path, bool is_folder) {
    std::error_code fault;
    if (!fs::is_symlink(path, fault)) return true;
    if (!is_folder && is_within(path, package_.folder)) return true;
    found_.error("package.link", {path.string(), 0, 0},
                 is_folder ? message("a link to a folder is not followed")
                           : message("the link leads out of the package"),
                 message("copy into the package what belongs to it"));
    return false;
  }

  void read_rule(const fs::path& path) {
    const fs::path relative = path.lexically_relative(package_.folder);
    const std::string id = fs::path(relative).replace_extension().generic_string();
    if (!is_rule(relative)) {
      found_.error("package.stray_file", {path.string(), 0, 0},
                   message("\"{0}\" is no place for a rule", relative.generic_string()),
                   message("rules stand in {0}, those of one indicator in {1}", folders_of_rules(),
                           "indicators/<code>/compute.lua, check.lua, classify.lua"));
      return;
    }
    for (const fs::path& part : fs::path(id)) {
      if (is_identifier(part.string())) continue;
      found_.error("package.bad_name", {path.string(), 0, 0},
                   message("\"{0}\" cannot be part of a rule's name", part.string()),
                   message("letters, digits, '_', '.', '-', 64 at most"));
      return;
    }
    if (auto source = read_code(path, found_)) {
      package_.rules.push_back({id, path, *std::move(source)});
    }
  }

  static std::string folders_of_rules() {
    std::string list;
    for (const engine::RuleKind kind : engine::all_rule_kinds) {
      list += (list.empty() ? "" : ", ") + std::string(engine::word_of(kind)) + "/";
    }
    return list;
  }

  static bool is_rule(const fs::path& relative) {
    const std::vector<fs::path> parts(relative.begin(), relative.end());
    const auto is_kind = [](const std::string& word, std::span<const engine::RuleKind> kinds) {
      return std::any_of(kinds.begin(), kinds.end(),
                         [&](engine::RuleKind kind) { return engine::word_of(kind) == word; });
    };
    if (parts.size() == 2) return is_kind(parts[0].string(), engine::all_rule_kinds);
    // An objective has no rule of its own.
    constexpr std::array of_indicators = {engine::RuleKind::compute, engine::RuleKind::check,
                                          engine::RuleKind::classify};
    return parts.size() == 3 && parts[0] == "indicators" &&
           is_kind(parts[2].stem().string(), of_indicators);
  }

  Package& package_;
  Diagnostics& found_;
};

}  // namespace

std::vector<fs::path> sorted_entries(const fs::path& folder, Diagnostics& found) {
  std::vector<fs::path> paths;
  std::error_code fault;
  for (fs::directory_iterator at(folder, fault), end; !fault && at != end; at.increment(fault)) {
    paths.push_back(at->path());
  }
  if (fault) {
    found.error("file.unreadable", {folder.string(), 0, 0}, message("the folder cannot be read"),
                message("check its permissions"));
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::optional<std::string> read_code(const fs::path& path, Diagnostics& found) {
  try {
    return read_file(path, lua::largest_source);
  } catch (const Error& error) {
    found.add(error.diagnostic());
    return std::nullopt;
  }
}

void read_package_folder(Package& package, Diagnostics& found) {
  FolderReader(package, found).read();
}

}  // namespace cpom::script
