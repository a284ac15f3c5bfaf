/// What the user asked for on the command line.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/language.hpp"
#include "cli/inquiry.hpp"
#include "cli/new_options.hpp"
#include "cli/stubs_options.hpp"
#include "cli/test_options.hpp"
#include "cli/watch_options.hpp"
#include "engine/evaluation.hpp"

namespace cpom::cli {

enum class Command {
  evaluate,
  check,
  calendar,
  explain,
  layers,
  requirements,
  test,
  watch,
  doctor,
  stubs,
  create,
  plugins_list,
  plugins_show,
  plugins_check,
  version,
  help,
  code_page,
};
enum class Format { text, json, csv, sarif };
enum class Colour { automatic, always, never };
enum class LogFormat { text, json };

/// Where contracts, values and rules come from.
struct Sources {
  std::vector<std::filesystem::path> contracts;
  std::vector<std::filesystem::path> values;
  std::vector<std::filesystem::path> rules;
  std::vector<std::filesystem::path> plugins;
  /// Files of models that are not among the shipped ones, or replace one of them.
  std::vector<std::filesystem::path> models;
};

struct Options {
  Command command = Command::help;
  /// The text to print for Command::help.
  std::string help;
  Language language = Language::french;
  /// By --lang.
  bool language_given = false;
  int verbosity = 0;
  LogFormat log_format = LogFormat::text;
  Sources sources;
  bool keep_going = false;
  /// Both set or neither.
  std::optional<int> first_year;
  std::optional<int> last_year;
  /// Of --term.
  std::optional<engine::Term> term;
  /// Day of --as-of, of --on for a calendar.
  std::optional<Date> as_of;
  Format format = Format::text;
  /// Empty: standard output.
  std::filesystem::path output;
  Colour colour = Colour::automatic;
  std::optional<int> width;
  std::vector<std::string> fail_on;
  /// List what an agency has to confirm instead of checking.
  bool assumptions = false;
  /// The code of a finding whose page is asked for.
  std::string code;
  /// Name of the package that plugins show is about.
  std::string package;
  /// Folders that plugins check looks at; empty: all there are.
  std::vector<std::filesystem::path> folders;
  Inquiry inquiry;
  TestOptions test;
  WatchOptions watch;
  StubsOptions stubs;
  NewOptions create;
};

/// Language and log format as far as they can be told before the rest is understood: for messages
/// about the command line itself. \a fallback is the language of the environment.
Options first_look(int count, const char* const* arguments, Language fallback);

/// Throws Error (usage.*) for what cannot be meant.
Options parse_options(int count, const char* const* arguments, Language fallback);

/// The language of LC_ALL, LC_MESSAGES or LANG, the first of them that is set; French unless it
/// says English.
Language language_of_environment();

}  // namespace cpom::cli
