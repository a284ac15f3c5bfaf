/// What the paths given to `cpom check` are.
#pragma once

#include <filesystem>
#include <vector>

#include "cli/options.hpp"

namespace cpom::cli {

struct Targets {
  /// The paths, each at its place: contracts, models, folders of packages.
  Sources sources;
  /// Folders below which packages are checked by themselves: those given, and those of --rules
  /// and --plugins.
  std::vector<std::filesystem::path> package_roots;
  /// Those of --rules: given for the contracts.
  std::vector<std::filesystem::path> rules_for_contracts = {};
};

/// Sorts the paths among the contracts of \a given: a contract or a model (XML), a file or a
/// folder of a package, a folder with any of these at any depth; none at all means the folder the
/// program is started in. Hidden folders and build trees are left out (base/folders.hpp). What is
/// none of these counts as a contract, so that reading it tells what is wrong. Throws Error
/// (usage.nothing_to_check) when a folder holds nothing. \a data is the folder of what comes with
/// the program: packages there are known already.
Targets targets_of(const Sources& given, const std::filesystem::path& data);

}  // namespace cpom::cli
