#include "script/packages.hpp"

#include <algorithm>
#include <set>
#include <system_error>
#include <tuple>

#include "lua/state.hpp"
#include "script/manifest.hpp"
#include "script/package_folder.hpp"

namespace cpom::script {
namespace {

namespace fs = std::filesystem;
using model::Layer;

constexpr int deepest = 8;

bool applies_to_model(const Package& package, const model::Model& model) {
  return package.model.empty() || package.model == model.id || package.model == model.family;
}

bool applies(const Package& package, const model::Model& model, const model::Contract& contract) {
  switch (package.layer) {
    case Layer::core: return true;
    case Layer::model:
    case Layer::plugin: return applies_to_model(package, model);
    case Layer::region:
      return package.region == contract.region && applies_to_model(package, model);
    case Layer::contract: break;
  }
  return package.contract == contract.id;
}

class PackageFinder {
 public:
  explicit PackageFinder(Diagnostics& found) : found_(found) {}

  void search(const fs::path& root) {
    std::error_code fault;
    if (!fs::is_directory(root, fault)) {
      found_.error("package.no_folder", {root.string(), 0, 0},
                   message("there is no such folder of rules"), message("check the path"));
      return;
    }
    met_package_ = false;
    visit(root, 0);
    if (!met_package_ && !fs::is_empty(root, fault)) {
      found_.warning("package.none", {root.string(), 0, 0},
                     message("no package of rules is in this folder"),
                     message("a package is a folder with a file package.lua"));
    }
  }

  PackageSet take() {
    std::sort(set_.packages.begin(), set_.packages.end(),
              [](const Package& one, const Package& other) {
                return std::tie(one.layer, one.name) < std::tie(other.layer, other.name);
              });
    return std::move(set_);
  }

 private:
  void visit(const fs::path& folder, int depth) {
    std::error_code fault;
    if (fs::exists(folder / "package.lua", fault)) {
      met_package_ = true;
      if (seen_.insert(fs::weakly_canonical(folder, fault)).second) add(folder);
      return;
    }
    if (depth == deepest) return;
    for (const fs::path& path : sorted_entries(folder, found_)) {
      if (path.filename().string().starts_with('.') || !fs::is_directory(path, fault)) continue;
      if (fs::is_symlink(path, fault)) {
        found_.error("package.link", {path.string(), 0, 0},
                     message("a link to a folder is not followed"),
                     message("name the folder itself when you call the program"));
      } else {
        visit(path, depth + 1);
      }
    }
  }

  void add(const fs::path& folder) {
    const fs::path file = folder / "package.lua";
    std::error_code fault;
    if (fs::is_symlink(file, fault)) {
      found_.error("package.link", {file.string(), 0, 0},
                   message("the link leads out of the package"),
                   message("copy into the package what belongs to it"));
      return;
    }
    const auto source = read_code(file, found_);
    if (!source) return;
    auto package = read_manifest(state_, *source, file.string(), found_);
    if (!package || !is_new(*package)) return;
    package->folder = folder;
    read_package_folder(*package, found_);
    set_.packages.push_back(*std::move(package));
  }

  bool is_new(const Package& package) {
    const auto twin =
        std::find_if(set_.packages.begin(), set_.packages.end(),
                     [&](const Package& known) { return known.name == package.name; });
    if (twin == set_.packages.end()) return true;
    found_.error("package.duplicate", package.where,
                 message("a package \"{0}\" is already in {1}", package.name, twin->where.file),
                 message("give one of the two another name"));
    return false;
  }

  Diagnostics& found_;
  lua::State state_;
  std::set<fs::path> seen_;
  bool met_package_ = false;
  PackageSet set_;
};

}  // namespace

std::vector<const Package*> PackageSet::applying_to(const model::Model& model,
                                                    const model::Contract& contract) const {
  std::vector<const Package*> chosen;
  for (const Package& package : packages) {
    if (applies(package, model, contract)) chosen.push_back(&package);
  }
  return chosen;
}

PackageSet find_packages(const std::vector<fs::path>& roots, Diagnostics& found) {
  PackageFinder finder(found);
  for (const fs::path& root : roots) finder.search(root);
  return finder.take();
}

}  // namespace cpom::script
