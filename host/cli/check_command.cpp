#include <algorithm>
#include <string>

#include "base/files.hpp"
#include "cli/binding.hpp"
#include "cli/commands.hpp"
#include "cli/data_folder.hpp"
#include "cli/inputs.hpp"
#include "cli/value_checks.hpp"

namespace cpom::cli {

ExitCode check_command(const Options& options) {
  Findings found;
  Workspace workspace(options.sources, data_folder(), found);
  Binding binding(workspace, found);
  check_values(binding, found.values);
  const Diagnostics all = found.all();
  print_findings(all, options);
  if (std::any_of(all.all().begin(), all.all().end(), is_unreadable)) return ExitCode::not_loaded;
  if (all.count(Severity::error) + all.count(Severity::warning) > 0) return ExitCode::findings;
  const auto contracts = static_cast<long>(workspace.contracts().size());
  const auto values = static_cast<long>(workspace.observations().size());
  const Message read = message(
      "{0}, {1}: no finding", plural_message("{0} contract", "{0} contracts", contracts, contracts),
      plural_message("{0} value", "{0} values", values, values));
  write_standard_output(render(read, options.language) + "\n");
  return ExitCode::done;
}

}  // namespace cpom::cli
