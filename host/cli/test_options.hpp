/// What the user asked `cpom test` for.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "base/language.hpp"

namespace cpom::cli {

struct Options;
struct RawOptions;

enum class TestFormat { text, tap, junit };

struct TestOptions {
  /// Packages, folders above them, tests of theirs; empty: what is shipped.
  std::vector<std::filesystem::path> paths;
  TestFormat format = TestFormat::text;
  int jobs = 1;
  bool record = false;
  std::string indicator;
  std::string strand;
  bool coverage = false;
  bool mutate = false;
  /// Percent that every measure of coverage must reach.
  std::optional<double> minimum;
  std::filesystem::path html;
  std::filesystem::path lcov;
};

/// As typed.
struct RawTestOptions {
  std::vector<std::string> paths;
  std::vector<std::string> jobs;
  bool record = false;
  std::vector<std::string> strand;
  bool coverage = false;
  bool mutate = false;
  std::vector<std::string> minimum;
  std::vector<std::string> html;
  std::vector<std::string> lcov;
};

/// Adds the command to the grammar.
void add_test(CLI::App& app, RawOptions& raw, Language language);

/// Sets options.test and what it takes from the common ones. Throws Error (usage.*).
void read_test(const RawOptions& raw, Options& options);

}  // namespace cpom::cli
