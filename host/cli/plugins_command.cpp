#include <algorithm>
#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

#include "base/files.hpp"
#include "base/names.hpp"
#include "cli/commands.hpp"
#include "cli/data_folder.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "cli/plugins_report.hpp"
#include "cli/terminal.hpp"
#include "cli/workspace.hpp"
#include "plugin/inspection.hpp"

namespace cpom::cli {
namespace {

namespace fs = std::filesystem;

/// All that is known, inspected.
struct Known {
  explicit Known(const Sources& sources)
      : workspace(sources, data_folder(), found),
        models(workspace.library().all()),
        packages(plugin::inspect(workspace.packages(), models, workspace.composer())) {}

  Findings found;
  Workspace workspace;
  std::vector<const model::Model*> models;
  std::vector<plugin::Inspection> packages;
};

template <class Write>
void show(const Options& options, Write write) {
  refuse_overwriting(options);
  report::Page page(width_for(options), colours_for(options));
  write(page);
  write_report(page.take(), options);
}

ExitCode code_of(const Known& known) {
  return known.found.inputs.has_errors() ? ExitCode::not_loaded : ExitCode::done;
}

bool is_asked_for(const script::Package& package, const std::vector<fs::path>& folders) {
  return folders.empty() || std::any_of(folders.begin(), folders.end(), [&](const auto& folder) {
           return is_within(package.folder, folder);
         });
}

}  // namespace

ExitCode plugins_list_command(const Options& options) {
  const Known known(options.sources);
  print_findings(known.found.inputs, options);
  show(options, [&](report::Page& page) { write_table(known.packages, options.language, page); });
  return code_of(known);
}

ExitCode plugins_show_command(const Options& options) {
  const Known known(options.sources);
  print_findings(known.found.inputs, options);
  const auto found = std::find_if(
      known.packages.begin(), known.packages.end(),
      [&](const plugin::Inspection& each) { return each.package->name == options.package; });
  if (found == known.packages.end()) {
    std::vector<std::string> names;
    for (const plugin::Inspection& each : known.packages) names.push_back(each.package->name);
    throw Error("usage.unknown_package", {},
                message("there is no package \"{0}\"", options.package),
                suggestion(options.package, names));
  }
  show(options, [&](report::Page& page) { write_package(*found, options.language, page); });
  return code_of(known);
}

ExitCode plugins_check_command(const Options& options) {
  Sources sources = options.sources;
  sources.plugins.insert(sources.plugins.end(), options.folders.begin(), options.folders.end());
  const Known known(sources);
  Diagnostics all = known.found.inputs;
  long count = 0;
  for (const plugin::Inspection& each : known.packages) {
    if (!is_asked_for(*each.package, options.folders)) continue;
    ++count;
    for (const Diagnostic& fault : each.faults) all.add(fault);
  }
  print_findings(all, options);
  if (std::any_of(all.all().begin(), all.all().end(), is_unreadable)) return ExitCode::not_loaded;
  if (all.count(Severity::error) + all.count(Severity::warning) > 0) return ExitCode::findings;
  const Message read =
      message("{0}: no finding", plural_message("{0} package", "{0} packages", count, count));
  write_standard_output(render(read, options.language) + "\n");
  return ExitCode::done;
}

}  // namespace cpom::cli
