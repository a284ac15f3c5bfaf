#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/data_folder.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "cli/request.hpp"
#include "cli/terminal.hpp"
#include "cli/workspace.hpp"
#include "report/calendar.hpp"

namespace cpom::cli {

ExitCode calendar_command(const Options& options) {
  refuse_overwriting(options);
  Findings found;
  const Workspace workspace(options.sources, data_folder(), found);
  print_findings(found.all(), options);
  if (found.inputs.has_errors()) return ExitCode::not_loaded;
  std::vector<report::ContractCalendar> calendars;
  for (const LoadedContract& loaded : workspace.contracts()) {
    const model::Contract& contract = *loaded.contract;
    const int first = options.first_year.value_or(contract.first_year());
    const int last = options.last_year.value_or(contract.last_year());
    require_year(first, contract);
    require_year(last, contract);
    calendars.push_back(
        {loaded.model, &contract, engine::due_steps(*loaded.model, contract, first, last)});
  }
  report::Style style;
  style.language = options.language;
  style.width = width_for(options);
  style.colour = colours_for(options);
  write_report(report::calendar_report(calendars, options.as_of, style), options);
  return ExitCode::done;
}

}  // namespace cpom::cli
