#include "script/packages.hpp"

#include <algorithm>
#include <set>
#include <system_error>
#include <tuple>

#include "base/folders.hpp"
#include "lua/state.hpp"
#include "script/choice.hpp"
#include "script/manifest.hpp"
#include "script/package_folder.hpp"

namespace cpom::script {
namespace {

namespace fs = std::filesystem;

constexpr int deepest = 8;

class PackageFinder {
 public:
  explicit PackageFinder(Diagnostics& found) : found_(found) {}

  /// \a of_plugins: what a manifest that cannot be read there is taken for.
  void search(const fs::path& root, bool of_plugins) {
    of_plugins_ = of_plugins;
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
    // Stable: of two with one name, the one found first stays before the other.
    std::stable_sort(set_.packages.begin(), set_.packages.end(),
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
      if (!fs::is_directory(path, fault) || is_left_out(path)) continue;
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
    Diagnostics own;
    Package package = read(folder, file, own);
    package.folder = folder;
    package.found = set_.packages.size();
    const bool sound = !own.has_errors();
    check_new(package, own);
    if (!package.by_name()) {
      found_.append(own);
      if (own.has_errors()) return;
      read_package_folder(package, found_);
      set_.packages.push_back(std::move(package));
      return;
    }
    if (sound) read_package_folder(package, own);
    for (const Diagnostic& fault : own.all()) {
      if (fault.severity == Severity::error) {
        package.faults.push_back(fault);
      } else {
        found_.add(fault);
      }
    }
    set_.packages.push_back(std::move(package));
  }

  /// What could be read of the manifest; at least a name and a layer.
  Package read(const fs::path& folder, const fs::path& file, Diagnostics& own) {
    std::optional<Package> package;
    std::error_code fault;
    if (fs::is_symlink(file, fault)) {
      own.error("package.link", {file.string(), 0, 0}, message("the link leads out of the package"),
                message("copy into the package what belongs to it"));
    } else if (const auto source = read_code(file, own)) {
      package = read_manifest(state_, *source, file.string(), own);
    }
    if (!package) {
      package.emplace();
      package->where = {file.string(), 1, 0};
    }
    // Where no layer can be read, a folder of plugins tells what was meant.
    if (of_plugins_ && own.has_errors() && package->layer == model::Layer::core) {
      package->layer = model::Layer::plugin;
    }
    if (package->name.empty()) package->name = folder.filename().string();
    return *std::move(package);
  }

  void check_new(const Package& package, Diagnostics& own) {
    const auto twin =
        std::find_if(set_.packages.begin(), set_.packages.end(),
                     [&](const Package& known) { return known.name == package.name; });
    if (twin == set_.packages.end()) return;
    own.error("package.duplicate", package.where,
              message("a package \"{0}\" is already in {1}", package.name, twin->where.file),
              message("give one of the two another name"));
  }

  Diagnostics& found_;
  lua::State state_;
  std::set<fs::path> seen_;
  bool of_plugins_ = false;
  bool met_package_ = false;
  PackageSet set_;
};

}  // namespace

const Package* PackageSet::find(std::string_view name) const {
  const auto found = std::find_if(packages.begin(), packages.end(),
                                  [name](const Package& package) { return package.name == name; });
  return found == packages.end() ? nullptr : &*found;
}

std::vector<const Package*> PackageSet::applying_to(const model::Model& model,
                                                    const model::Contract& contract) const {
  return choose(*this, {&model, contract.region, contract.id, contract.packages});
}

PackageSet find_packages(const PackageRoots& roots, Diagnostics& found) {
  PackageFinder finder(found);
  for (const fs::path& root : roots.rules) finder.search(root, false);
  for (const fs::path& root : roots.plugins) finder.search(root, true);
  return finder.take();
}

}  // namespace cpom::script
