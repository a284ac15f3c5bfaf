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
  Workspace workspace(options.sources, data_folder(), found);
  if (found.inputs.has_errors() || workspace.contracts().empty()) {
    print_findings(found.all(), options);
    return ExitCode::not_loaded;
  }
  std::vector<report::ContractCalendar> calendars;
  for (const LoadedContract& loaded : workspace.contracts()) {
    const model::Contract& contract = *loaded.contract;
    const int first = options.first_year.value_or(contract.first_assessed_year());
    const int last = options.last_year.value_or(contract.last_year());
    require_year(first, contract);
    require_year(last, contract);
    const bool given = !options.sources.values.empty();
    Diagnostics faults;
    const engine::ObservationIndex observations(*loaded.model, contract, workspace.observations(),
                                                faults);
    if (given) add_new(found.values, faults);
    calendars.push_back({loaded.model, &contract,
                         engine::due_steps(*loaded.model, contract, first, last),
                         engine::due_values(*loaded.model, contract, first, last,
                                            given ? &observations : nullptr, options.as_of)});
  }
  print_findings(found.all(), options);
  report::Style style;
  style.language = options.language;
  style.width = width_for(options);
  style.colour = colours_for(options);
  write_report(report::calendar_report(calendars, options.as_of, style), options);
  const bool faulty = found.plugins.has_errors() || found.values.has_errors();
  return faulty ? ExitCode::findings : ExitCode::done;
}

}  // namespace cpom::cli
