#include "cli/watch_options.hpp"

#include "base/number.hpp"
#include "cli/command_grammar.hpp"
#include "cli/option_values.hpp"
#include "cli/options.hpp"

namespace cpom::cli {
namespace {

constexpr int shortest_interval = 10;
constexpr int longest_interval = 60000;
constexpr int most_rounds = 1000000;

std::string examples(Language language) {
  return render(message("Examples:\n"
                        "  cpom watch rules-bretagne\n"
                        "  cpom watch rules-bretagne --contract contract.xml --values values.csv\n"
                        "  cpom watch . --values values.csv --year 2025"),
                language);
}

std::string exit_codes(Language language) {
  return render(message("Exit codes:\n"
                        "  0  ended by Ctrl+C, or after the rounds asked for with nothing wrong\n"
                        "  1  the last round of --once or --rounds found something wrong\n"
                        "  2  wrong usage\n"
                        "  3  the last round could not load an input, or a path is not there"),
                language);
}

std::optional<int> whole_number(std::string_view option, const Texts& given, int least, int most) {
  const auto text = single(option, given);
  if (!text) return std::nullopt;
  const auto number = parse_integer(*text);
  if (number && *number >= least && *number <= most) return number;
  misuse("wrong_value", message("{0}: \"{1}\" is not known", option, *text),
         message("give a whole number from {0} to {1}", least, most));
}

}  // namespace

void add_watch(CLI::App& app, RawOptions& raw, Language language) {
  CLI::App* const command = app.add_subcommand(
      "watch",
      render(message("Check, test and evaluate on each save, and show what changed"), language));
  Grammar grammar(*command, language);
  grammar.words(message("PATH"), raw.contracts,
                message("Contracts and models (XML), packages, folders with any of these; by "
                        "default the folder the program is started in"));
  grammar.value("--contract", raw.watch.contracts, message("FILE"),
                message("A contract to evaluate that is not among the paths; may be repeated"));
  grammar.others(raw);
  grammar.value("--year", raw.year, message("YEAR"),
                message("Year to evaluate; by default the last one with a value"));
  grammar.value("--years", raw.years, message("FIRST-LAST"), message("Years to evaluate"));
  grammar.value("--as-of", raw.as_of, message("DATE"),
                message("What was known on this day (2026-03-15); by default all of the input"));
  grammar.flag("--once", raw.watch.once,
               message("One round, of what is there, and no more; same as --rounds 1"));
  grammar.value("--rounds", raw.watch.rounds, message("NUMBER"),
                message("End after so many rounds; the first one is made at once, each other one "
                        "when something changes"));
  grammar.value("--interval", raw.watch.interval, message("MILLISECONDS"),
                message("Time between two looks at the files; by default {0}", 500));
  grammar.look(raw);
  grammar.common(raw);
  command->footer(examples(language) + "\n\n" + exit_codes(language));
}

void read_watch(RawOptions& raw, Options& options) {
  WatchOptions& watch = options.watch;
  if (const auto interval =
          whole_number("--interval", raw.watch.interval, shortest_interval, longest_interval)) {
    watch.interval = std::chrono::milliseconds(*interval);
  }
  watch.rounds = whole_number("--rounds", raw.watch.rounds, 1, most_rounds);
  if (raw.watch.once) {
    if (watch.rounds) {
      misuse("contradiction", message("--once and --rounds are both given"),
             message("give one of the two"));
    }
    watch.rounds = 1;
  }
  raw.contracts.insert(raw.contracts.end(), raw.watch.contracts.begin(), raw.watch.contracts.end());
}

}  // namespace cpom::cli
