#include "cli/doctor_options.hpp"

#include "cli/command_grammar.hpp"
#include "cli/option_values.hpp"

namespace cpom::cli {

void add_doctor(CLI::App& app, RawOptions& raw, Language language) {
  CLI::App* const command = app.add_subcommand(
      "doctor", render(message("Tell what is installed, which packages and models are found, in "
                               "which order they apply, and what is odd"),
                       language));
  Grammar grammar(*command, language);
  grammar.words(message("CONTRACT"), raw.contracts,
                message("Contracts (XML) whose packages are shown in the order in which they "
                        "apply"));
  grammar.packages(raw);
  grammar.models(raw);
  grammar.value("--format", raw.format, message("text|json"),
                message("Form of the answer; by default text"));
  grammar.report(raw);
  grammar.common(raw);
  command->footer(render(message("Exit codes:\n"
                                 "  0  nothing is odd\n"
                                 "  1  something is odd\n"
                                 "  2  wrong usage\n"
                                 "  3  the output could not be written"),
                         language));
}

void read_doctor(const RawOptions& raw) {
  const auto format = single("--format", raw.format);
  if (format && *format != "text" && *format != "json") {
    wrong_word("--format", *format, {"text", "json"});
  }
}

}  // namespace cpom::cli
