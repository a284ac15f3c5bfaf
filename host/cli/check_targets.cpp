#include "cli/check_targets.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <system_error>

#include "base/diagnostic.hpp"
#include "base/files.hpp"
#include "base/folders.hpp"
#include "cli/inputs.hpp"

namespace cpom::cli {
namespace {

namespace fs = std::filesystem;

constexpr int deepest = 8;

enum class Root { contract, model, settings, other };

/// The name of the root element, behind declarations and comments.
Root root_of(const fs::path& file) {
  Diagnostics ignored;
  const auto bytes = read_input(file, ignored);
  if (!bytes) return Root::other;
  std::string_view rest = *bytes;
  while (true) {
    const auto opening = rest.find('<');
    if (opening == std::string_view::npos) return Root::other;
    rest.remove_prefix(opening + 1);
    if (!rest.starts_with('!') && !rest.starts_with('?')) break;
    const auto closing = rest.find(rest.starts_with("!--") ? "-->" : ">");
    if (closing == std::string_view::npos) return Root::other;
    rest.remove_prefix(closing);
  }
  if (rest.starts_with("contract")) return Root::contract;
  if (rest.starts_with("model")) return Root::model;
  if (rest.starts_with("settings") || rest.starts_with("catalogue")) return Root::settings;
  return Root::other;
}

bool is_package(const fs::path& folder) {
  std::error_code ignored;
  return fs::exists(folder / "package.lua", ignored);
}

/// The package that \a file is part of.
std::optional<fs::path> package_around(const fs::path& file) {
  fs::path folder = file.parent_path();
  for (int depth = 0; depth < deepest; ++depth) {
    if (folder.empty()) folder = ".";
    if (is_package(folder)) return folder;
    const fs::path last = folder.filename();
    folder = last == "." || last == ".." ? folder / ".." : folder.parent_path();
  }
  return std::nullopt;
}

class Sorter {
 public:
  Sorter(const Sources& given, const fs::path& data) : data_(data) {
    targets_.sources = given;
    targets_.sources.contracts.clear();
    targets_.package_roots = given.rules;
    targets_.rules_for_contracts = given.rules;
    auto& roots = targets_.package_roots;
    roots.insert(roots.end(), given.plugins.begin(), given.plugins.end());
  }

  void add(const fs::path& path) {
    std::error_code ignored;
    if (!fs::is_directory(path, ignored)) {
      add_file(path);
      return;
    }
    const std::size_t before = count();
    add_folder(path.lexically_normal(), 0);
    if (count() == before) {
      throw Error("usage.nothing_to_check", {path.string(), 0, 0},
                  message("this folder holds no contract, no model and no package"),
                  message("name a contract (XML), a model, or a folder with a package.lua"));
    }
  }

  Targets take() { return std::move(targets_); }

 private:
  std::size_t count() const {
    return targets_.sources.contracts.size() + targets_.sources.models.size() +
           targets_.package_roots.size();
  }

  bool is_shipped(const fs::path& folder) const {
    return is_within(folder, data_ / "rules") || is_within(folder, data_ / "plugins");
  }

  void add_package(const fs::path& folder) {
    auto& roots = targets_.package_roots;
    if (std::find(roots.begin(), roots.end(), folder) != roots.end()) return;
    roots.push_back(folder);
    if (!is_shipped(folder)) targets_.sources.rules.push_back(folder);
  }

  void add_file(const fs::path& file) {
    const bool is_code = file.extension() == ".lua";
    const Root root = is_code ? Root::settings : root_of(file);
    if (root == Root::model) {
      targets_.sources.models.push_back(file);
      return;
    }
    const auto package = root == Root::settings ? package_around(file) : std::nullopt;
    if (package) {
      add_package(*package);
    } else {
      targets_.sources.contracts.push_back(file);
    }
  }

  void add_folder(const fs::path& folder, int depth) {
    if (is_package(folder)) {
      add_package(folder);
      return;
    }
    std::vector<fs::path> paths;
    std::error_code fault;
    for (fs::directory_iterator at(folder, fault), end; !fault && at != end; at.increment(fault)) {
      paths.push_back(folder == "." ? at->path().filename() : at->path());
    }
    std::sort(paths.begin(), paths.end());
    for (const fs::path& path : paths) {
      if (path.filename().string().starts_with('.') || fs::is_symlink(path, fault)) continue;
      if (fs::is_directory(path, fault)) {
        if (depth < deepest && !is_left_out(path)) add_folder(path, depth + 1);
      } else if (path.extension() == ".xml") {
        const Root root = root_of(path);
        if (root == Root::contract) targets_.sources.contracts.push_back(path);
        if (root == Root::model) targets_.sources.models.push_back(path);
      }
    }
  }

  const fs::path& data_;
  Targets targets_;
};

}  // namespace

Targets targets_of(const Sources& given, const fs::path& data) {
  Sorter sorter(given, data);
  if (given.contracts.empty() && given.rules.empty() && given.plugins.empty() &&
      given.models.empty()) {
    sorter.add(".");
  }
  for (const fs::path& path : given.contracts) sorter.add(path);
  return sorter.take();
}

}  // namespace cpom::cli
