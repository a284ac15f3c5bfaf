/// The command line of `cpom new`.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "base/date.hpp"
#include "base/language.hpp"
#include "engine/rules.hpp"

namespace cpom::cli {

struct Options;
struct RawOptions;

/// As typed.
struct RawNewOptions {
  std::vector<std::string> words;
  std::vector<std::string> region;
  std::vector<std::string> model;
  std::vector<std::string> start;
  std::vector<std::string> end;
};

struct NewOptions {
  enum class What { region, plugin, contract, rule, test };
  What what = What::region;
  /// The folder to make, or that of the package that gets a rule or a test.
  std::filesystem::path folder;
  /// Last part of the folder: the name of what is made.
  std::string name;
  /// Id of a model, or the file of one.
  std::string model;
  std::string region;
  Date start;
  Date end;
  /// Of a rule or a test: the indicator, the rule, or its id ("compute/share").
  std::string subject;
  engine::RuleKind kind = engine::RuleKind::compute;
};

void add_new(CLI::App& app, RawOptions& raw, Language language);

/// \a command is "new region"… Throws Error (usage.*).
void read_new(const RawOptions& raw, const std::string& command, Options& options);

}  // namespace cpom::cli
