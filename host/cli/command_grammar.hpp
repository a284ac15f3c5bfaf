/// The options that commands share, each declared once.
#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

#include "base/language.hpp"
#include "cli/raw_options.hpp"

namespace cpom::cli {

/// Adds options with their texts in the reader's language.
class Grammar {
 public:
  Grammar(CLI::App& app, Language language) : app_(app), language_(language) {
    app.set_help_flag("-h,--help", say(message("Show this help")));
    app.allow_extras();
  }

  /// An option with one value, kept in a list so that a second use can be told.
  void value(const std::string& name, std::vector<std::string>& values, const Message& type,
             const Message& description) {
    app_.add_option(name, values, say(description))
        ->type_name(say(type))
        ->expected(1, CLI::detail::expected_max_vector_size)
        ->allow_extra_args(false);
  }

  void flag(const std::string& name, bool& value, const Message& description) {
    app_.add_flag(name, value, say(description));
  }

  void words(const Message& name, std::vector<std::string>& values, const Message& description) {
    app_.add_option(say(name), values, say(description))->type_name("");
  }

  /// A word of which there is one.
  void word(const Message& name, std::vector<std::string>& values, const Message& description) {
    app_.add_option(say(name), values, say(description))
        ->type_name("")
        ->expected(1)
        ->allow_extra_args(false);
  }

  void contracts(RawOptions& raw) {
    words(message("CONTRACT"), raw.contracts, message("Contract files (XML)"));
  }

  void common(RawOptions& raw) {
    app_.add_option("--lang", raw.language,
                    say(message("Language of messages and reports; by default that of the "
                                "environment (LC_ALL, LC_MESSAGES, LANG), otherwise French")))
        ->type_name("fr|en")
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    app_.add_flag("-v,--verbose", raw.verbosity, say(message("Tell what is done; -vv tells more")));
    app_.add_option("--log-format", raw.log_format,
                    say(message("Form of what is written to standard error; json writes one "
                                "object per line")))
        ->type_name("text|json")
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  }

  void models(RawOptions& raw) {
    value("--model", raw.models, message("FILE"),
          message("A contract model (XML) that is not among the shipped ones; may be repeated"));
  }

  void packages(RawOptions& raw) {
    value("--rules", raw.rules, message("FOLDER"),
          message("Packages of rules besides the shipped ones; may be repeated. A folder with a "
                  "package of layer core replaces the shipped ones"));
    plugins(raw);
  }

  void plugins(RawOptions& raw) {
    value("--plugins", raw.plugins, message("FOLDER"),
          message("Plugins besides the shipped ones; may be repeated. A plugin applies to the "
                  "contracts that name it"));
  }

  void sources(RawOptions& raw) {
    contracts(raw);
    others(raw);
  }

  /// What contracts are read with.
  void others(RawOptions& raw) {
    value("--values", raw.values, message("FILE"), message("Values (CSV); may be repeated"));
    packages(raw);
    models(raw);
  }

  void report(RawOptions& raw) {
    value("--output", raw.output, message("FILE"),
          message("Write the report to this file, whole or not at all"));
    look(raw);
  }

  /// How text is shown.
  void look(RawOptions& raw) {
    value("--color", raw.colour, message("auto|always|never"),
          message("Colours in text; by default on a terminal only"));
    value("--width", raw.width, message("COLUMNS"),
          message("Width of text; by default that of the terminal, otherwise 100"));
  }

 private:
  std::string say(const Message& text) const { return render(text, language_); }

  CLI::App& app_;
  Language language_;
};

}  // namespace cpom::cli
