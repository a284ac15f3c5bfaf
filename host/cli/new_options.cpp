#include "cli/new_options.hpp"

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "base/names.hpp"
#include "cli/command_grammar.hpp"
#include "cli/option_values.hpp"
#include "cli/options.hpp"
#include "model/region.hpp"

namespace cpom::cli {
namespace {

using What = NewOptions::What;

constexpr std::array<std::pair<std::string_view, What>, 5> kinds_of_new = {
    {{"region", What::region},
     {"plugin", What::plugin},
     {"contract", What::contract},
     {"rule", What::rule},
     {"test", What::test}}};

class NewGrammar {
 public:
  NewGrammar(CLI::App& app, RawOptions& raw, Language language)
      : app_(app), raw_(raw), language_(language) {}

  Grammar add(const std::string& name, const Message& description, const Message& words,
              const Message& of_words) {
    CLI::App* const command = app_.add_subcommand(name, render(description, language_));
    Grammar grammar(*command, language_);
    grammar.words(words, raw_.create.words, of_words);
    return grammar;
  }

  void made(Grammar& grammar, bool has_region) {
    if (has_region) {
      grammar.value("--region", raw_.create.region, message("REGION"),
                    message("Code of the region in the official geographic code, such as 53"));
    }
    grammar.value("--model", raw_.create.model, message("MODEL"),
                  message("Id of the contract model, or the file (XML) of one"));
    grammar.common(raw_);
  }

  void added(Grammar& grammar) {
    grammar.packages(raw_);
    grammar.models(raw_);
    grammar.common(raw_);
  }

 private:
  CLI::App& app_;
  RawOptions& raw_;
  Language language_;
};

std::string needed(std::string_view option, const Texts& values, const Message& remedy) {
  const auto text = single(option, values);
  if (text && !text->empty()) return *text;
  misuse("missing_option", message("{0} is missing", option), remedy);
}

Date day(std::string_view option, const Texts& values) {
  const std::string text =
      needed(option, values, message("write it as year-month-day, such as {0}", "2026-03-15"));
  if (const auto date = parse_iso_date(text)) return *date;
  misuse("wrong_value", message("{0}: \"{1}\" is not a day of the calendar", option, text),
         message("write it as year-month-day, such as {0}", "2026-03-15"));
}

void read_name(const std::string& word, NewOptions& made) {
  made.folder = std::filesystem::path(word).lexically_normal();
  if (!made.folder.has_filename()) made.folder = made.folder.parent_path();
  made.name = made.folder.filename().string();
  if (is_identifier(made.name) && made.name.find_first_not_of('.') != std::string::npos) return;
  misuse("wrong_value", message("\"{0}\" cannot be a name", made.name),
         message("letters, digits, '_', '.', '-', 64 at most"));
}

void read_region(const RawNewOptions& raw, NewOptions& made) {
  const Message remedy =
      message("write its code in the official geographic code: \"{0}\" is Bretagne", "53");
  made.region = needed("--region", raw.region, remedy);
  if (!model::is_region(made.region)) {
    misuse("wrong_value", message("there is no region \"{0}\"", made.region), remedy);
  }
}

engine::RuleKind kind_of(const std::string& word) {
  Texts known;
  for (const engine::RuleKind kind : engine::all_rule_kinds) {
    if (engine::word_of(kind) == word) return kind;
    known.emplace_back(engine::word_of(kind));
  }
  misuse("wrong_value", message("there is no kind of rule \"{0}\"", word), suggestion(word, known));
}

/// FOLDER INDICATOR KIND, FOLDER NAME KIND or FOLDER KIND/NAME.
void read_rule(const Texts& words, NewOptions& made) {
  const Message remedy =
      message("write cpom new rule FOLDER INDICATOR KIND, or cpom new rule FOLDER NAME KIND");
  if (words.size() == 2 && words[1].find('/') != std::string::npos) {
    const auto slash = words[1].find('/');
    made.kind = kind_of(words[1].substr(0, slash));
    made.subject = words[1];
  } else if (words.size() == 3) {
    made.kind = kind_of(words[2]);
    made.subject = words[1];
    if (!is_identifier(made.subject)) {
      misuse("wrong_value", message("\"{0}\" cannot be a name", made.subject),
             message("letters, digits, '_', '.', '-', 64 at most"));
    }
  } else {
    misuse("words", message("a rule needs a package, a name and a kind"), remedy);
  }
  const std::string name = made.subject.substr(made.subject.find('/') + 1);
  if (is_identifier(name)) return;
  misuse("wrong_value", message("\"{0}\" cannot be a name", name),
         message("letters, digits, '_', '.', '-', 64 at most"));
}

}  // namespace

void add_new(CLI::App& app, RawOptions& raw, Language language) {
  CLI::App* const command = app.add_subcommand(
      "new", render(message("Write files to begin with: a region's package, a plugin, a "
                            "contract, a rule, a test"),
                    language));
  Grammar(*command, language).common(raw);
  command->require_subcommand(0, 1);
  NewGrammar news(*command, raw, language);
  const Message folder = message("The folder to make; its name is that of what is made");
  Grammar region = news.add("region", message("A package of rules and settings for a region"),
                            message("FOLDER"), folder);
  news.made(region, true);
  Grammar plugin = news.add("plugin", message("A package that adds an indicator to a model"),
                            message("FOLDER"), folder);
  news.made(plugin, false);
  Grammar contract = news.add("contract", message("A contract with a package of its own rules"),
                              message("FOLDER"), folder);
  contract.value("--start", raw.create.start, message("DATE"), message("First day (2026-01-01)"));
  contract.value("--end", raw.create.end, message("DATE"), message("Last day (2028-12-31)"));
  news.made(contract, true);
  Grammar rule =
      news.add("rule", message("A rule, on top of that of the layers below where there is one"),
               message("FOLDER NAME KIND"),
               message("The package, an indicator or the name of a rule, and compute, check, "
                       "classify, rollup, weather, term, validate, column or section"));
  news.added(rule);
  Grammar test = news.add("test", message("A table of cases for a rule"), message("FOLDER NAME"),
                          message("The package, and an indicator or the id of a rule, such as "
                                  "compute/share"));
  news.added(test);
}

void read_new(const RawOptions& raw, const std::string& command, Options& options) {
  NewOptions& made = options.create;
  const Texts& words = raw.create.words;
  made.what = choice("new", command.substr(command.find(' ') + 1), kinds_of_new);
  if (made.what == What::rule || made.what == What::test) {
    options.sources.rules.assign(raw.rules.begin(), raw.rules.end());
    options.sources.plugins.assign(raw.plugins.begin(), raw.plugins.end());
    options.sources.models.assign(raw.models.begin(), raw.models.end());
    if (made.what == What::rule) {
      read_rule(words, made);
    } else if (words.size() == 2) {
      made.subject = words[1];
    } else {
      misuse(
          "words", message("a test needs a package and what it is about"),
          message("write cpom new test FOLDER INDICATOR, or cpom new test FOLDER compute/share"));
    }
    made.folder = words[0];
    return;
  }
  if (words.size() != 1) {
    misuse("words", message("one name is needed"), message("write cpom {0} FOLDER", command));
  }
  read_name(words[0], made);
  made.model = needed("--model", raw.create.model, message("cpom {0} --help shows them", command));
  if (made.what != What::plugin) read_region(raw.create, made);
  if (made.what != What::contract) return;
  made.start = day("--start", raw.create.start);
  made.end = day("--end", raw.create.end);
  if (made.end < made.start) {
    misuse("wrong_value", message("the contract ends before it starts"),
           message("exchange --start and --end"));
  }
}

}  // namespace cpom::cli
