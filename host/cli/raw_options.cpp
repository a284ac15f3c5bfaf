#include "cli/raw_options.hpp"

#include "cli/command_grammar.hpp"
#include "cli/doctor_options.hpp"
#include "cli/help.hpp"
#include "cli/inquiry_options.hpp"

namespace cpom::cli {
namespace {

std::string examples(Language language) {
  return render(message("Examples:\n"
                        "  cpom evaluate contract.xml --values values.csv\n"
                        "  cpom evaluate contract.xml --values values.csv --years 2024-2026 "
                        "--as-of 2026-03-15\n"
                        "  cpom evaluate a.xml b.xml --values all.csv --format csv --output "
                        "results.csv\n"
                        "  cpom evaluate contract.xml --values values.csv --fail-on late,invalid\n"
                        "  cpom check contract.xml --values values.csv --rules rules-bretagne"),
                language);
}

std::string exit_codes(Language language) {
  return render(message("Exit codes:\n"
                        "  0  done\n"
                        "  1  findings: --fail-on is met, a rule failed or found a fault in a "
                        "contract, a plugin\n"
                        "     cannot be used (contracts that ask for it are left out), or faults "
                        "in the values\n"
                        "     with --keep-going\n"
                        "  2  wrong usage\n"
                        "  3  an input could not be loaded, no contract is left, or the output "
                        "not written"),
                language);
}

std::string environment(Language language) {
  return render(message("Environment:\n"
                        "  CPOM_DATA  folder with contracts/, rules/ and plugins/, instead of the "
                        "shipped ones\n"
                        "  NO_COLOR   no colours unless --color always"),
                language);
}

void add_evaluate(CLI::App& app, RawOptions& raw, Language language) {
  CLI::App* const command = app.add_subcommand(
      "evaluate", render(message("Evaluate contracts: value, target, status and reason of each "
                                 "indicator, weather of each objective"),
                         language));
  Grammar grammar(*command, language);
  grammar.sources(raw);
  grammar.value("--year", raw.year, message("YEAR"),
                message("Year to evaluate; by default the last one with a value"));
  grammar.value("--years", raw.years, message("FIRST-LAST"), message("Years to evaluate"));
  grammar.value("--term", raw.term, message("mid|end"),
                message("Also fold the years up to the middle or the end of the contract into one "
                        "result for each indicator"));
  grammar.value("--as-of", raw.as_of, message("DATE"),
                message("What was known on this day (2026-03-15); by default all of the input"));
  grammar.value("--format", raw.format, message("text|json|csv"),
                message("Form of the report; by default text"));
  grammar.report(raw);
  grammar.value("--fail-on", raw.fail_on, message("STATUS,…"),
                message("Exit with 1 when a result has one of these statuses or outcomes"));
  grammar.flag("--keep-going", raw.keep_going,
               message("Evaluate in spite of faults in the values; what they touch is invalid"));
  grammar.common(raw);
  command->footer(examples(language) + "\n\n" + exit_codes(language));
}

void add_check(CLI::App& app, RawOptions& raw, Language language) {
  CLI::App* const command = app.add_subcommand(
      "check", render(message("Check contracts, values and rules without evaluating; exits with 1 "
                              "when there are findings"),
                      language));
  Grammar grammar(*command, language);
  grammar.words(message("PATH"), raw.contracts,
                message("Contracts and models (XML), packages, folders with any of these; by "
                        "default the folder the program is started in"));
  grammar.others(raw);
  grammar.flag("--assumptions", raw.assumptions,
               message("List what is this project's judgement and an agency has to confirm"));
  grammar.value("--format", raw.format, message("text|json|sarif"),
                message("Form of the findings; by default text"));
  grammar.value("--output", raw.output, message("FILE"),
                message("Write the report to this file, whole or not at all"));
  grammar.value("--width", raw.width, message("COLUMNS"),
                message("Width of text; by default that of the terminal, otherwise 100"));
  grammar.common(raw);
  command->footer(examples(language));
}

void add_help(CLI::App& app, RawOptions& raw, Language language) {
  CLI::App* const command = app.add_subcommand(
      "help",
      render(message("Explain the code of a finding (cause, a wrong example, a right one) or a "
                     "function of rules"),
             language));
  Grammar grammar(*command, language);
  grammar.words(
      message("CODE"), raw.codes,
      message("Code of a finding, such as rule.no_result, or a function, such as cpom.round"));
  grammar.common(raw);
}

void add_calendar(CLI::App& app, RawOptions& raw, Language language) {
  CLI::App* const command = app.add_subcommand(
      "calendar", render(message("Show what the calendar of a contract's model says is due, when "
                                 "and by whom"),
                         language));
  Grammar grammar(*command, language);
  grammar.contracts(raw);
  grammar.packages(raw);
  grammar.models(raw);
  grammar.value("--values", raw.values, message("FILE"),
                message("Values (CSV) that were received: with --on, those that are late are told; "
                        "may be repeated"));
  grammar.value("--on", raw.on, message("DATE"),
                message("Tell what is to come, open and past on this day (2026-03-15)"));
  grammar.value("--years", raw.years, message("FIRST-LAST"),
                message("Assessed years; by default those of the contract"));
  grammar.report(raw);
  grammar.common(raw);
}

void add_plugins(CLI::App& app, RawOptions& raw, Language language) {
  CLI::App* const plugins = app.add_subcommand(
      "plugins",
      render(message("Show plugins and proposals of regions, and check them"), language));
  Grammar(*plugins, language).common(raw);
  plugins->require_subcommand(0, 1);
  const auto add = [&](const std::string& name, const Message& description) {
    Grammar grammar(*plugins->add_subcommand(name, render(description, language)), language);
    if (name == "show") grammar.words(message("NAME"), raw.packages, message("Name of a package"));
    if (name == "check") {
      grammar.words(message("PATH"), raw.packages,
                    message("Folders of packages; by default all that are known"));
    }
    grammar.packages(raw);
    grammar.models(raw);
    if (name != "check") grammar.report(raw);
    grammar.common(raw);
  };
  add("list", message("All of them in a table: version, layer, what they extend, whether they can "
                      "be used"));
  add("show", message("All that one of them says of itself: what it adds, its settings, what it "
                      "requires"));
  add("check", message("Tell all their faults; exits with 1 when there are findings"));
}

void add_version(CLI::App& app, RawOptions& raw, Language language) {
  CLI::App* const command = app.add_subcommand(
      "version",
      render(message("Show the versions of the program and of what it is built with"), language));
  Grammar(*command, language).common(raw);
}

}  // namespace

std::unique_ptr<CLI::App> make_grammar(RawOptions& raw, Language language) {
  auto app = std::make_unique<CLI::App>(
      render(message("Evaluates multi-year contracts of objectives and means (CPOM)"), language),
      "cpom");
  app->formatter(std::make_shared<HelpFormatter>(language));
  Grammar grammar(*app, language);
  grammar.common(raw);
  grammar.flag("--version", raw.version, message("Same as the command version"));
  app->require_subcommand(0, 1);
  add_evaluate(*app, raw, language);
  add_check(*app, raw, language);
  add_calendar(*app, raw, language);
  add_test(*app, raw, language);
  add_watch(*app, raw, language);
  add_new(*app, raw, language);
  add_stubs(*app, raw, language);
  add_inquiries(*app, raw, language);
  add_plugins(*app, raw, language);
  add_doctor(*app, raw, language);
  add_help(*app, raw, language);
  add_version(*app, raw, language);
  app->footer(examples(language) + "\n\n" + exit_codes(language) + "\n\n" + environment(language));
  return app;
}

}  // namespace cpom::cli
