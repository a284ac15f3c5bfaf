#include <csignal>
#include <exception>

#include "base/diagnostic.hpp"
#include "cli/commands.hpp"
#include "cli/findings.hpp"
#include "cli/log.hpp"

int main(int count, char** arguments) {
  using namespace cpom;
  // A reader that has gone and a file that grows too large are told like other faults.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  const Language fallback = cli::language_of_environment();
  cli::Options options = cli::first_look(count, arguments, fallback);
  cli::ExitCode code = cli::ExitCode::not_loaded;
  try {
    options = cli::parse_options(count, arguments, fallback);
    cli::start_log(options);
    code = cli::run(options);
  } catch (const Error& error) {
    cli::print_finding(error.diagnostic(), options);
    code = cli::exit_code_of(error.diagnostic());
  } catch (const std::exception& error) {
    cli::print_finding({Severity::error,
                        "program.fault",
                        {},
                        message("the program met a fault of its own: {0}", error.what()),
                        message("please report it with the output of cpom version")},
                       options);
  }
  return static_cast<int>(code);
}
