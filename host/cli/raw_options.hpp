/// The command line as words: which options exist, and what was typed after each.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "base/language.hpp"
#include "cli/inquiry.hpp"
#include "cli/new_options.hpp"
#include "cli/test_options.hpp"
#include "cli/watch_options.hpp"

namespace cpom::cli {

/// Texts as typed. They are checked later, where a fault can be told with its remedy.
struct RawOptions {
  std::string language;
  int verbosity = 0;
  std::string log_format;
  std::vector<std::string> contracts;
  std::vector<std::string> values;
  std::vector<std::string> rules;
  std::vector<std::string> plugins;
  std::vector<std::string> models;
  bool keep_going = false;
  std::vector<std::string> year;
  std::vector<std::string> years;
  std::vector<std::string> term;
  std::vector<std::string> as_of;
  std::vector<std::string> on;
  std::vector<std::string> format;
  std::vector<std::string> output;
  std::vector<std::string> colour;
  std::vector<std::string> width;
  std::vector<std::string> fail_on;
  /// Of the commands of plugins: the name to show, the folders to check.
  std::vector<std::string> packages;
  RawInquiry inquiry;
  bool version = false;
  bool assumptions = false;
  std::vector<std::string> codes;
  RawTestOptions test;
  RawWatchOptions watch;
  RawNewOptions create;
};

/// The grammar, with descriptions in \a language, that fills \a raw when it parses.
std::unique_ptr<CLI::App> make_grammar(RawOptions& raw, Language language);

}  // namespace cpom::cli
