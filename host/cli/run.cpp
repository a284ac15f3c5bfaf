#include "base/files.hpp"
#include "cli/commands.hpp"

namespace cpom::cli {

ExitCode run(const Options& options) {
  switch (options.command) {
    case Command::evaluate: return evaluate_command(options);
    case Command::check: return check_command(options);
    case Command::calendar: return calendar_command(options);
    case Command::plugins_list: return plugins_list_command(options);
    case Command::plugins_show: return plugins_show_command(options);
    case Command::plugins_check: return plugins_check_command(options);
    case Command::explain: return explain_command(options);
    case Command::layers: return layers_command(options);
    case Command::requirements: return requires_command(options);
    case Command::test: return test_command(options);
    case Command::watch: return watch_command(options);
    case Command::doctor: return doctor_command(options);
    case Command::create: return new_command(options);
    case Command::stubs: return stubs_command(options);
    case Command::version: return version_command(options);
    case Command::code_page: return help_command(options);
    case Command::help: break;
  }
  write_standard_output(options.help);
  return ExitCode::done;
}

}  // namespace cpom::cli
