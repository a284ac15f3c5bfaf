#include "cli/options.hpp"

#include "base/diagnostic.hpp"
#include "support/catch.hpp"

using namespace cpom;
using namespace cpom::cli;

namespace {

Options parse(std::vector<std::string> words, Language fallback = Language::english) {
  words.insert(words.begin(), "cpom");
  std::vector<const char*> arguments;
  for (const std::string& word : words) arguments.push_back(word.c_str());
  return parse_options(static_cast<int>(arguments.size()), arguments.data(), fallback);
}

std::string fault_of(std::vector<std::string> words, Language language = Language::english) {
  try {
    parse(std::move(words), language);
  } catch (const Error& error) {
    return render(error.diagnostic(), language);
  }
  return "no fault";
}

}  // namespace

TEST_CASE("options: everything that evaluate takes") {
  const Options options = parse(
      {"evaluate",  "a.xml",     "--values",     "v.csv",      "b.xml",        "--values=w.csv",
       "--years",   "2024-2026", "--as-of",      "2026-03-15", "--rules",      "r",
       "--rules",   "s",         "--plugins",    "p",          "--model",      "m.xml",
       "--format",  "json",      "--output",     "out.json",   "--lang",       "fr",
       "--color",   "never",     "--width",      "80",         "--fail-on",    "late, invalid",
       "--fail-on", "awaited",   "--keep-going", "-vv",        "--log-format", "json"});
  CHECK(options.command == Command::evaluate);
  using Paths = std::vector<std::filesystem::path>;
  CHECK(options.sources.contracts == Paths{"a.xml", "b.xml"});
  CHECK(options.sources.values == Paths{"v.csv", "w.csv"});
  CHECK(options.sources.rules == Paths{"r", "s"});
  CHECK(options.sources.plugins == Paths{"p"});
  CHECK(options.sources.models == Paths{"m.xml"});
  CHECK(options.first_year == 2024);
  CHECK(options.last_year == 2026);
  CHECK(options.as_of == make_date(2026, 3, 15));
  CHECK(options.format == Format::json);
  CHECK(options.output == "out.json");
  CHECK(options.language == Language::french);
  CHECK(options.colour == Colour::never);
  CHECK(options.width == 80);
  CHECK(options.fail_on == std::vector<std::string>{"late", "invalid", "awaited"});
  CHECK(options.keep_going);
  CHECK(options.verbosity == 2);
  CHECK(options.log_format == LogFormat::json);
}

TEST_CASE("options: what is not said") {
  const Options options = parse({"evaluate", "a.xml"}, Language::french);
  CHECK(options.language == Language::french);
  CHECK(options.format == Format::text);
  CHECK(options.colour == Colour::automatic);
  CHECK(options.verbosity == 0);
  CHECK(options.output.empty());
  CHECK_FALSE(options.first_year.has_value());
  CHECK_FALSE(options.as_of.has_value());
  CHECK_FALSE(options.width.has_value());
  CHECK_FALSE(options.keep_going);
}

TEST_CASE("options: one year, other commands, and options before the command") {
  const Options one = parse({"evaluate", "a.xml", "--year=2025"});
  CHECK(one.first_year == 2025);
  CHECK(one.last_year == 2025);
  CHECK(parse({"check", "a.xml", "--values", "v.csv"}).command == Command::check);
  CHECK(parse({"version"}).command == Command::version);
  CHECK(parse({"--version"}).command == Command::version);
  const Options before = parse({"--lang", "fr", "-v", "check", "a.xml"});
  CHECK(before.language == Language::french);
  CHECK(before.verbosity == 1);
}

TEST_CASE("options: a file may begin with a dash after --") {
  const Options options = parse({"evaluate", "--", "-a.xml"});
  CHECK(options.sources.contracts == std::vector<std::filesystem::path>{"-a.xml"});
}

TEST_CASE("options: help speaks the language asked for, for each command") {
  const Options english = parse({"--help"});
  CHECK(english.command == Command::help);
  CHECK(english.help.find("Usage: cpom COMMAND [options]") != std::string::npos);
  CHECK(english.help.find("Examples:\n  cpom evaluate") != std::string::npos);
  const Options french = parse({"evaluate", "--lang", "fr", "-h"});
  CHECK(french.command == Command::help);
  CHECK(french.help.find("Usage\u00A0: cpom evaluate CONTRAT… [options]") != std::string::npos);
  CHECK(french.help.find("Codes de retour\u00A0:") != std::string::npos);
  CHECK(french.help.find("OPTIONS") == std::string::npos);
}

TEST_CASE("options: wrong usage, with its remedy") {
  const std::vector<std::pair<std::vector<std::string>, std::string>> cases = {
      {{}, "error: no command is given (cpom --help shows what there is) [usage.no_command]"},
      {{"evalute", "a.xml"},
       "error: there is no command \"evalute\" (did you mean \"evaluate\"?) "
       "[usage.unknown_command]"},
      {{"evaluate"},
       "error: no contract is given (name at least one contract file (XML)) "
       "[usage.no_contract]"},
      {{"evaluate", "a.xml", "--formt", "json"},
       "error: cpom evaluate has no option --formt (did you mean \"--format\"?) "
       "[usage.unknown_option]"},
      {{"check", "a.xml", "--year", "2024"},
       "error: cpom check has no option --year (cpom --help shows what there is) "
       "[usage.unknown_option]"},
      {{"version", "more"},
       "error: \"more\" is not expected here (cpom --help shows what there is) "
       "[usage.unexpected]"},
      {{"evaluate", "a.xml", "--format", "jsn"},
       "error: --format: \"jsn\" is not known (did you mean \"json\"?) [usage.wrong_value]"},
      {{"evaluate", "a.xml", "--color", "on"},
       "error: --color: \"on\" is not known (known: auto, always, never) [usage.wrong_value]"},
      {{"evaluate", "a.xml", "--lang", "de"},
       "error: --lang: \"de\" is not known (known: fr, en) [usage.wrong_value]"},
      {{"evaluate", "a.xml", "--log-format", "xml"},
       "error: --log-format: \"xml\" is not known (known: text, json) [usage.wrong_value]"},
      {{"evaluate", "a.xml", "--year"},
       "error: --year needs a value (cpom --help shows what there is) [usage.missing_value]"},
      {{"evaluate", "a.xml", "--year", "2024", "--year", "2025"},
       "error: --year is given 2 times (give it once) [usage.repeated]"},
      {{"evaluate", "a.xml", "--year", "24"},
       "error: --year: \"24\" is not a year (write it with four digits, such as 2025) "
       "[usage.wrong_value]"},
      {{"evaluate", "a.xml", "--years", "2026-2024"},
       "error: --years: \"2026-2024\" is not a span of years (write the first and the last, such "
       "as 2024-2026) [usage.wrong_value]"},
      {{"evaluate", "a.xml", "--year", "2024", "--years", "2024-2025"},
       "error: --year and --years are both given (give one of the two) [usage.contradiction]"},
      {{"evaluate", "a.xml", "--as-of", "15/03/2026"},
       "error: --as-of: \"15/03/2026\" is not a day of the calendar (write it as year-month-day, "
       "such as 2026-03-15) [usage.wrong_value]"},
      {{"evaluate", "a.xml", "--width", "20"},
       "error: --width: \"20\" is not a width (give a whole number from 60 to 500) "
       "[usage.wrong_value]"},
      {{"evaluate", "a.xml", "--fail-on", "late,,invalid"},
       "error: --fail-on: \"late,,invalid\" holds an empty word (separate the words by single "
       "commas) [usage.wrong_value]"},
      {{"evaluate", "a.xml", "--output", ""},
       "error: --output: the name is empty (give a name) [usage.wrong_value]"},
      {{"evaluate", ""}, "error: CONTRACT: the name is empty (give a name) [usage.wrong_value]"},
  };
  for (const auto& [words, expected] : cases) CHECK(fault_of(words) == expected);
}

TEST_CASE("options: wrong usage in French") {
  CHECK(fault_of({"evaluate", "a.xml", "--format", "jsn"}, Language::french) ==
        "erreur\u00A0: --format\u00A0: «\u00A0jsn\u00A0» est inconnu (vouliez-vous dire "
        "«\u00A0json\u00A0»\u00A0?) [usage.wrong_value]");
}

TEST_CASE("options: a first look finds the language even where the rest is wrong") {
  const char* const arguments[] = {"cpom", "evalute", "--log-format=json", "--lang", "en"};
  const Options options = first_look(5, arguments, Language::french);
  CHECK(options.language == Language::english);
  CHECK(options.log_format == LogFormat::json);
}

TEST_CASE("options: a calendar has a day, years and values, and no term") {
  const Options options =
      parse({"calendar", "a.xml", "--on", "2026-03-15", "--years", "2024-2025"});
  CHECK(options.command == Command::calendar);
  CHECK(options.as_of == make_date(2026, 3, 15));
  CHECK(options.first_year == 2024);
  CHECK(options.last_year == 2025);
  CHECK(parse({"calendar", "a.xml", "--values", "v.csv"}).sources.values ==
        std::vector<std::filesystem::path>{"v.csv"});
  CHECK(fault_of({"calendar", "a.xml", "--term", "end"}).find("usage.unknown_option") !=
        std::string::npos);
}

TEST_CASE("options: a term is the middle or the end, and tells the years itself") {
  CHECK(parse({"evaluate", "a.xml", "--term", "mid"}).term == engine::Term::middle);
  CHECK(parse({"evaluate", "a.xml", "--term=end"}).term == engine::Term::end);
  CHECK_FALSE(parse({"evaluate", "a.xml"}).term.has_value());
  CHECK(fault_of({"evaluate", "a.xml", "--term", "mids"}) ==
        "error: --term: \"mids\" is not known (did you mean \"mid\"?) [usage.wrong_value]");
  CHECK(
      fault_of({"evaluate", "a.xml", "--term", "end", "--years", "2024-2025"}) ==
      "error: --term and --years are both given (give one of the two: a term tells which years it "
      "is made of) [usage.contradiction]");
  CHECK(fault_of({"evaluate", "a.xml", "--term", "end", "--year", "2024"}) ==
        "error: --term and --year are both given (give one of the two: a term tells which years it "
        "is made of) [usage.contradiction]");
}

TEST_CASE("options: the commands of plugins") {
  const Options list =
      parse({"plugins", "list", "--plugins", "p", "--rules", "r", "--width", "80"});
  CHECK(list.command == Command::plugins_list);
  CHECK(list.sources.plugins == std::vector<std::filesystem::path>{"p"});
  CHECK(list.sources.rules == std::vector<std::filesystem::path>{"r"});
  CHECK(list.width == 80);
  const Options show = parse({"plugins", "show", "dac"});
  CHECK(show.command == Command::plugins_show);
  CHECK(show.package == "dac");
  const Options check = parse({"plugins", "check", "a", "b"});
  CHECK(check.command == Command::plugins_check);
  CHECK(check.folders == std::vector<std::filesystem::path>{"a", "b"});
  CHECK(fault_of({"plugins"}) ==
        "error: cpom plugins needs one of its commands (cpom plugins --help shows them) "
        "[usage.no_command]");
  CHECK(fault_of({"plugins", "lst"}) ==
        "error: cpom plugins has no command \"lst\" (did you mean \"list\"?) "
        "[usage.unknown_command]");
  CHECK(fault_of({"plugins", "list", "x"}) ==
        "error: \"x\" is not expected here (cpom --help shows what there is) [usage.unexpected]");
  CHECK(fault_of({"plugins", "show", "a", "b"}) ==
        "error: cpom plugins show needs one name (cpom plugins list shows those that are known) "
        "[usage.no_package]");
  CHECK(fault_of({"plugins", "check", "--output", "x"}) ==
        "error: cpom plugins check has no option --output (cpom --help shows what there is) "
        "[usage.unknown_option]");
}
