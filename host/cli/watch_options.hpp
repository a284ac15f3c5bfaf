/// What the user asked `cpom watch` for.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "base/language.hpp"

namespace cpom::cli {

struct Options;
struct RawOptions;

struct WatchOptions {
  /// Between two looks at the files.
  std::chrono::milliseconds interval = std::chrono::milliseconds(500);
  /// How many rounds to go before it ends; unset: until it is interrupted.
  std::optional<int> rounds;
};

/// As typed.
struct RawWatchOptions {
  std::vector<std::string> contracts;
  std::vector<std::string> interval;
  std::vector<std::string> rounds;
  bool once = false;
};

void add_watch(CLI::App& app, RawOptions& raw, Language language);

/// Sets options.watch, and adds the contracts of --contract to those of \a raw. Throws Error
/// (usage.*).
void read_watch(RawOptions& raw, Options& options);

}  // namespace cpom::cli
