/// What `cpom watch` says, in plain lines.
#pragma once

#include <string>

#include "cli/options.hpp"
#include "cli/watch_round.hpp"
#include "watch/watcher.hpp"

namespace cpom::cli {

/// What was before the round that is told of.
struct Before {
  /// Unset at the first round.
  const Round* round = nullptr;
  /// The results of the last good round; unset when there was none.
  const compare::Results* good = nullptr;
};

/// "--- 2 : regles/classify/standard.lua ---", with the files that made the round.
std::string round_heading(int number, const watch::Changes* changes, const Options& options);

/// Findings, tests and results: at the first round as they are, then as they changed.
std::string round_text(const Round& round, const Before& before, const Options& options);

}  // namespace cpom::cli
