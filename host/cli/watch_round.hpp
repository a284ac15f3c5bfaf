/// One round of `cpom watch`: check, test, evaluate, and keep what came of it.
#pragma once

#include <optional>
#include <vector>

#include "base/diagnostic.hpp"
#include "cli/options.hpp"
#include "compare/lists.hpp"
#include "compare/results.hpp"

namespace cpom::cli {

/// Points to nothing that was read: it outlives files, contracts and rules.
struct Round {
  Diagnostics findings;
  /// As they were run.
  std::vector<compare::Test> tests;
  /// Unset when the contracts could not be evaluated.
  std::optional<compare::Results> results;

  long failed_tests() const;
  /// Nothing is wrong that makes results doubtful: they may serve to be compared with.
  bool is_good() const;
};

/// Faults of any kind are findings of the round; none is thrown.
Round make_round(const Options& options);

/// The paths that a round reads: those given, packages around files that were given, and what comes
/// with the program when CPOM_DATA names it.
std::vector<std::filesystem::path> watched_paths(const Options& options);

}  // namespace cpom::cli
