#include "cli/test_options.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <thread>
#include <utility>

#include "base/number.hpp"
#include "cli/command_grammar.hpp"
#include "cli/option_values.hpp"
#include "cli/options.hpp"
#include "cli/raw_options.hpp"

namespace cpom::cli {
namespace {

constexpr int most_jobs = 64;

constexpr std::array<std::pair<std::string_view, TestFormat>, 3> formats = {
    {{"text", TestFormat::text}, {"tap", TestFormat::tap}, {"junit", TestFormat::junit}}};

std::string examples(Language language) {
  return render(message("Examples:\n"
                        "  cpom test rules-bretagne\n"
                        "  cpom test rules-bretagne/tests/compute/share.csv\n"
                        "  cpom test rules-bretagne --coverage --minimum 90 --html coverage.html\n"
                        "  cpom test rules-bretagne --mutate\n"
                        "  cpom test --record contract.xml C.1.02 --year 2025 --values values.csv "
                        "\\\n"
                        "      -o rules-bretagne/tests/cases.csv\n"
                        "  cpom test --record contract.xml --year 2025 --values values.csv \\\n"
                        "      -o rules-bretagne/tests/year-2025\n"
                        "  cpom test --record rules-bretagne/tests/year-2025"),
                language);
}

std::string exit_codes(Language language) {
  return render(message("Exit codes:\n"
                        "  0  all cases pass, and coverage is as asked for\n"
                        "  1  a case fails, a test cannot be read, no test was found, coverage\n"
                        "     is too low, or a change of a rule goes unnoticed\n"
                        "  2  wrong usage\n"
                        "  3  an input could not be loaded, or the output not written"),
                language);
}

int number_of_jobs(const Texts& given) {
  const auto text = single("--jobs", given);
  if (!text) {
    return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, most_jobs);
  }
  const auto jobs = parse_integer(*text);
  if (jobs && *jobs >= 1 && *jobs <= most_jobs) return *jobs;
  misuse("wrong_value", message("--jobs: \"{0}\" is no number of jobs", *text),
         message("give a whole number from {0} to {1}", 1, most_jobs));
}

void read_minimum(const Texts& given, TestOptions& test) {
  const auto text = single("--minimum", given);
  if (!text) return;
  test.minimum = parse_decimal(*text);
  if (!test.minimum || *test.minimum < 0 || *test.minimum > 100) {
    misuse("wrong_value", message("--minimum: \"{0}\" is no percentage", *text),
           message("give a number from {0} to {1}", 0, 100));
  }
  test.coverage = true;
}

void read_record(const RawOptions& raw, Options& options) {
  TestOptions& test = options.test;
  test.record = true;
  const Texts& words = raw.test.paths;
  if (words.empty() || words.size() > 2) {
    misuse("record", message("--record needs a contract"),
           message("write cpom test --record CONTRACT INDICATOR, or -o PACKAGE/tests/CASE"));
  }
  options.sources.contracts = {words[0]};
  if (words.size() == 2) test.indicator = words[1];
  options.sources.values.assign(raw.values.begin(), raw.values.end());
}

}  // namespace

void add_test(CLI::App& app, RawOptions& raw, Language language) {
  CLI::App* const command = app.add_subcommand(
      "test",
      render(message("Run the tests of packages of rules: tables of cases and specs"), language));
  Grammar grammar(*command, language);
  grammar.words(message("PATH"), raw.test.paths,
                message("Packages of rules, folders above them, or tests of theirs; by default all "
                        "that is shipped"));
  grammar.flag("--coverage", raw.test.coverage,
               message("Tell what no case reaches, with a case that would"));
  grammar.value("--minimum", raw.test.minimum, message("PERCENT"),
                message("Exit with 1 when a measure of coverage is below; implies --coverage"));
  grammar.value("--html", raw.test.html, message("FILE"),
                message("Write the coverage, line by line, as one HTML page"));
  grammar.value("--lcov", raw.test.lcov, message("FILE"),
                message("Write the coverage in the format of lcov"));
  grammar.flag("--mutate", raw.test.mutate,
               message("Change the rules one operation at a time, and tell which changes no case "
                       "notices"));
  grammar.flag(
      "--record", raw.test.record,
      message("Turn the evaluation of CONTRACT INDICATOR into a case, or that of CONTRACT into "
              "the folder of one"));
  grammar.value("--year", raw.year, message("YEAR"),
                message("With --record: the year; by default the last one with a value"));
  grammar.value("--as-of", raw.as_of, message("DATE"),
                message("With --record: what was known on this day"));
  grammar.value("--strand", raw.test.strand, message("STRAND"),
                message("With --record: the part of the contract"));
  grammar.value("--values", raw.values, message("FILE"),
                message("With --record: values (CSV); may be repeated"));
  grammar.value("--rules", raw.rules, message("FOLDER"),
                message("Packages of rules that those tested build on, besides the shipped ones; "
                        "may be repeated"));
  grammar.plugins(raw);
  grammar.models(raw);
  grammar.value("--jobs", raw.test.jobs, message("NUMBER"),
                message("Threads; by default one for each processor. The output is the same"));
  grammar.value("--format", raw.format, message("text|tap|junit"),
                message("Form of the results; by default text"));
  grammar.value("-o,--output", raw.output, message("FILE"),
                message("Write the results to this file, whole or not at all; with --record add "
                        "the case to this table, or make this folder"));
  grammar.common(raw);
  command->footer(examples(language) + "\n\n" + exit_codes(language));
}

void read_test(const RawOptions& raw, Options& options) {
  TestOptions& test = options.test;
  options.command = Command::test;
  test.jobs = number_of_jobs(raw.test.jobs);
  if (const auto format = single("--format", raw.format)) {
    test.format = choice("--format", *format, formats);
  }
  if (const auto output = single("--output", raw.output)) options.output = *output;
  if (const auto strand = single("--strand", raw.test.strand)) test.strand = *strand;
  if (const auto html = single("--html", raw.test.html)) test.html = *html;
  if (const auto lcov = single("--lcov", raw.test.lcov)) test.lcov = *lcov;
  test.coverage = raw.test.coverage || !test.html.empty() || !test.lcov.empty();
  test.mutate = raw.test.mutate;
  read_minimum(raw.test.minimum, test);
  options.sources.rules.assign(raw.rules.begin(), raw.rules.end());
  options.sources.plugins.assign(raw.plugins.begin(), raw.plugins.end());
  options.sources.models.assign(raw.models.begin(), raw.models.end());
  if (raw.test.record) {
    read_record(raw, options);
  } else {
    test.paths.assign(raw.test.paths.begin(), raw.test.paths.end());
  }
}

}  // namespace cpom::cli
