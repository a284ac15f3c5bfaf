#include "cli/test_materials.hpp"

#include <algorithm>
#include <system_error>
#include <tuple>

#include "base/files.hpp"
#include "cli/inputs.hpp"
#include "cli/test_contracts.hpp"
#include "plugin/checks.hpp"
#include "plugin/settings.hpp"
#include "script/package_folder.hpp"
#include "testing/contract_expectations.hpp"
#include "xml/readers.hpp"

namespace cpom::cli {
namespace {

namespace fs = std::filesystem;

/// The package that \a path is part of; empty when it is in none.
fs::path package_around(const fs::path& path) {
  std::error_code ignored;
  fs::path at = path;
  // A relative name says nothing of the folders above it.
  if (at.is_relative()) {
    for (fs::path near = at;; near = near.parent_path()) {
      if (fs::exists(near / "package.lua", ignored)) return near.empty() ? "." : near;
      if (near.empty()) break;
    }
    at = fs::absolute(at, ignored);
  }
  for (;; at = at.parent_path()) {
    if (fs::exists(at / "package.lua", ignored)) return at;
    if (at == at.parent_path()) return {};
  }
}

class MaterialsReader {
 public:
  MaterialsReader(const Options& options, const fs::path& data, Diagnostics& found)
      : options_(options), data_(data), found_(found), result_(std::make_unique<TestMaterials>()) {}

  std::unique_ptr<TestMaterials> read() {
    read_paths();
    read_packages();
    read_models();
    read_settings();
    compose_as_needed();
    load_contracts_as_needed();
    choose();
    return std::move(result_);
  }

 private:
  void read_paths() {
    std::error_code ignored;
    for (const fs::path& path : options_.test.paths) {
      if (!fs::exists(path, ignored)) {
        found_.error("test.no_path", {path.string(), 0, 0},
                     message("there is no such file or folder"), message("check the path"));
        continue;
      }
      fs::path package = package_around(path);
      if (package.empty()) {
        if (fs::is_directory(path, ignored)) {
          roots_.push_back(path);
        } else {
          found_.error("test.no_package", {path.string(), 0, 0},
                       message("this file is part of no package"),
                       message("tests stand in the folder tests/ of a package, which has a "
                               "package.lua"));
        }
        continue;
      }
      if (!fs::equivalent(package, path, ignored)) result_->only.push_back(path);
      roots_.push_back(std::move(package));
    }
  }

  /// A package of the user's own replaces the shipped one of its name, and a core of his own all
  /// that is shipped.
  void read_packages() {
    std::vector<fs::path> own = roots_;
    own.insert(own.end(), options_.sources.rules.begin(), options_.sources.rules.end());
    script::PackageSet& set = result_->materials.packages;
    if (!own.empty() || !options_.sources.plugins.empty()) {
      set = script::find_packages({own, options_.sources.plugins}, found_);
    }
    const bool has_core = std::any_of(
        set.packages.begin(), set.packages.end(),
        [](const script::Package& package) { return package.layer == model::Layer::core; });
    if (!has_core) {
      script::PackageRoots shipped{{data_ / "rules"}, {}};
      std::error_code ignored;
      if (fs::is_directory(data_ / "plugins", ignored))
        shipped.plugins.push_back(data_ / "plugins");
      script::PackageSet more = script::find_packages(shipped, found_);
      if (options_.test.paths.empty()) {
        roots_ = shipped.rules;
        roots_.insert(roots_.end(), shipped.plugins.begin(), shipped.plugins.end());
      }
      const std::size_t found_before = set.packages.size();
      for (script::Package& package : more.packages) {
        package.found += found_before;
        const bool known =
            std::any_of(set.packages.begin(), set.packages.end(),
                        [&](const script::Package& other) { return other.name == package.name; });
        if (!known) set.packages.push_back(std::move(package));
      }
    }
    std::sort(set.packages.begin(), set.packages.end(),
              [](const script::Package& one, const script::Package& other) {
                return std::tie(one.layer, one.name) < std::tie(other.layer, other.name);
              });
    plugin::check_packages(set);
  }

  void read_models() {
    std::vector<fs::path> files;
    for (const fs::path& path : script::sorted_entries(data_ / "contracts", found_)) {
      if (path.extension() == ".xml") files.push_back(path);
    }
    files.insert(files.end(), options_.sources.models.begin(), options_.sources.models.end());
    auto& models = result_->models;
    for (const fs::path& file : files) {
      const auto bytes = read_input(file, found_);
      if (!bytes) continue;
      auto model = xml::read_model(*bytes, file.string(), found_);
      if (!model) continue;
      std::erase_if(models, [&](const auto& other) { return other->id == model->id; });
      models.push_back(std::make_unique<model::Model>(*std::move(model)));
    }
    // Those given come last, so that they serve where a package names no model.
    const auto given = static_cast<long>(options_.sources.models.size());
    const auto end = models.end() - std::min(given, static_cast<long>(models.size()));
    std::sort(models.begin(), end, [](const auto& one, const auto& other) {
      return std::tie(one->valid_from, one->id) < std::tie(other->valid_from, other->id);
    });
    for (const auto& model : models) result_->materials.models.push_back(model.get());
  }

  void read_settings() {
    for (const script::Package& package : result_->materials.packages.packages) {
      std::vector<model::Parameter> all = plugin::defaults_of(package);
      const auto& settings = result_->settings.of(package, found_).parameters;
      all.insert(all.end(), settings.begin(), settings.end());
      if (!all.empty()) result_->materials.settings[package.name] = std::move(all);
    }
  }

  void compose_as_needed() {
    TestMaterials& result = *result_;
    result.materials.compose = [&result](const model::Model& base,
                                         const std::vector<const script::Package*>& packages) {
      const std::lock_guard lock(result.composing);
      return result.composer.compose(base, packages, result.faults_of_catalogues).model.get();
    };
  }

  void load_contracts_as_needed() {
    const script::PackageSet& packages = result_->materials.packages;
    result_->materials.load_contract = [&packages, sources = options_.sources, data = data_](
                                           const script::Package& package, const fs::path& folder,
                                           Diagnostics& found) {
      Diagnostics faults;
      auto wanted = testing::read_expectations(folder, faults);
      const ContractFiles files = contract_files_in(folder, faults);
      auto loaded =
          load_contract_case(files, std::move(wanted), package, packages, sources, data, faults);
      found.append(faults);
      return faults.has_errors() ? nullptr : loaded;
    };
  }

  void tell_faults_of(const script::Package& package) {
    for (const Diagnostic& fault : package.faults) found_.add(fault);
    composed_model(result_->materials, package, {});
    found_.append(result_->faults_of_catalogues);
    result_->faults_of_catalogues = {};
  }

  void choose() {
    for (const script::Package& package : result_->materials.packages.packages) {
      const bool chosen = std::any_of(roots_.begin(), roots_.end(), [&](const fs::path& root) {
        return is_within(package.folder, root);
      });
      if (!chosen) continue;
      result_->tested.push_back(&package);
      tell_faults_of(package);
      const bool empty =
          package.rules.empty() && package.settings.empty() && package.catalogue.empty();
      if (empty && !options_.test.paths.empty()) {
        found_.warning("test.empty_package", package.where,
                       message("package \"{0}\" has neither rules nor settings", package.name),
                       message("put its rules into compute/, check/…"));
      }
      if (result_->materials.model_of(package) == nullptr) {
        found_.error("test.no_model", package.where,
                     message("package \"{0}\" is for model \"{1}\", which is not known",
                             package.name, package.model),
                     message("give the file of the model by --model"));
      }
    }
  }

  const Options& options_;
  fs::path data_;
  Diagnostics& found_;
  std::unique_ptr<TestMaterials> result_;
  std::vector<fs::path> roots_;
};

}  // namespace

std::unique_ptr<TestMaterials> read_test_materials(const Options& options, const fs::path& data,
                                                   Diagnostics& found) {
  return MaterialsReader(options, data, found).read();
}

}  // namespace cpom::cli
