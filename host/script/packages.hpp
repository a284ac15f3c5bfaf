/// Packages of rules: folders with a package.lua, each belonging to one layer.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "model/contract.hpp"
#include "model/contract_model.hpp"
#include "model/vocabulary.hpp"
#include "script/api.hpp"
#include "script/plugin_manifest.hpp"
#include "script/version.hpp"

namespace cpom::script {

/// A rule file of a package: its id is its path, "compute/share" or "indicators/2.c.1/compute".
struct RuleFile {
  std::string id;
  std::filesystem::path path;
  std::string source;
  /// What the program itself made of the source (lua::encode), to be run in its place; empty but
  /// in tests of how well the rules are tested.
  std::string chunk = {};
};

/// A plugin that a package builds on.
struct Requirement {
  std::string name;
  std::optional<Version> least;
  Position where;
};

/// A folder of rules and settings with its manifest.
struct Package {
  std::string name;
  model::Layer layer = model::Layer::core;
  std::string summary;
  /// What it applies to: a model id or family (model; plugin and region may restrict themselves
  /// to one), a region code (region), a contract id (contract). Empty for core.
  std::string model;
  std::string region;
  std::string contract;
  std::filesystem::path folder;
  /// In the order of their paths.
  std::vector<RuleFile> rules;
  /// Path of its settings.xml; empty when it has none.
  std::filesystem::path settings;
  /// Its package.lua.
  Position where;
  /// A plugin has one, a region may have one.
  std::optional<Version> version = {};
  /// Region: applies only to contracts that name it.
  bool proposal = false;
  std::vector<Requirement> requirements = {};
  /// Of a plugin, nothing otherwise.
  std::optional<PluginManifest> plugin = {};
  /// Paths of its catalogue.xml and its README; empty when it has none.
  std::filesystem::path catalogue = {};
  std::filesystem::path readme = {};
  /// How many packages were found before it.
  std::size_t found = 0;
  /// Why it is of no use, told at the cost of those contracts that use it. Of a package that
  /// applies by name, and of a region whose requirements are not met.
  std::vector<Diagnostic> faults = {};

  /// Applies only to contracts that ask for it, or use a package that requires it.
  bool by_name() const { return layer == model::Layer::plugin || proposal; }
  /// Whether it is made for \a model; true for a package that names none.
  bool is_for(const model::Model& wanted) const {
    return model.empty() || model == wanted.id || model == wanted.family;
  }
};

/// All packages found under the given roots, sorted by layer and name.
struct PackageSet {
  std::vector<Package> packages;

  /// nullptr when there is none; of several with one name, the first that was found.
  const Package* find(std::string_view name) const;

  /// Those that apply to \a contract, from general to particular; see choice.hpp.
  std::vector<const Package*> applying_to(const model::Model& model,
                                          const model::Contract& contract) const;
};

/// Where packages are looked for. A folder may itself be a package.
struct PackageRoots {
  /// A manifest there that cannot be read could be that of any layer.
  std::vector<std::filesystem::path> rules;
  /// One that cannot be read is taken for that of a plugin, named after its folder.
  std::vector<std::filesystem::path> plugins;
};

/// Reads every package below each root; hidden folders and build trees (base/folders.hpp) are left
/// out. Links out of a root or a package are not followed.
/// Diagnoses package.no_folder, package.none (warning), package.syntax, package.error,
/// package.shape, package.unknown_key, package.missing_key, package.wrong_type,
/// package.misplaced_key, package.api, package.version, package.unknown_region, package.duplicate,
/// package.link, package.stray_file, package.bad_name, what plugin_manifest_reader.hpp names, and
/// file.* for what cannot be read. The faults of a package that applies by name stay with it. Of
/// the others, one with a faulty manifest is left out; one with faulty files keeps the others.
PackageSet find_packages(const PackageRoots& roots, Diagnostics& found);

}  // namespace cpom::script
