/// Packages of rules: folders with a package.lua, each belonging to one layer.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "model/contract.hpp"
#include "model/contract_model.hpp"
#include "model/vocabulary.hpp"
#include "script/api.hpp"

namespace cpom::script {

/// A rule file of a package: its id is its path, "compute/share" or "indicators/2.c.1/compute".
struct RuleFile {
  std::string id;
  std::filesystem::path path;
  std::string source;
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
};

/// All packages found under the given roots, sorted by layer and name.
struct PackageSet {
  std::vector<Package> packages;

  /// Those that apply to \a contract, from general to particular.
  std::vector<const Package*> applying_to(const model::Model& model,
                                          const model::Contract& contract) const;
};

/// Reads every package below each root; a root may itself be a package. Links out of a root or a
/// package are not followed. Diagnoses package.no_folder, package.none (warning), package.syntax,
/// package.error, package.shape, package.unknown_key, package.missing_key, package.wrong_type,
/// package.misplaced_key, package.api, package.duplicate, package.link, package.stray_file,
/// package.bad_name, and file.* for what cannot be read. A package with a faulty manifest is left
/// out; one with faulty files keeps the others.
PackageSet find_packages(const std::vector<std::filesystem::path>& roots, Diagnostics& found);

}  // namespace cpom::script
