#include <algorithm>
#include <string>
#include <vector>

#include <spdlog/spdlog.h>

#include "cli/binding.hpp"
#include "cli/commands.hpp"
#include "cli/data_folder.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "cli/request.hpp"
#include "cli/terminal.hpp"
#include "report/writer.hpp"

namespace cpom::cli {
namespace {

using engine::Evaluation;
using engine::Result;

/// One may go on in spite of bad cells, but not without a whole file of values.
bool can_evaluate(const Workspace& workspace, const Findings& found, const Options& options) {
  if (found.inputs.has_errors() || workspace.contracts().empty()) return false;
  if (!found.values.has_errors()) return true;
  const auto& faults = found.values.all();
  return options.keep_going && std::none_of(faults.begin(), faults.end(), is_unreadable);
}

/// All that apply, from general to particular.
std::vector<engine::UsedPackage> packages_of(const LoadedContract& loaded,
                                             const script::PackageSet& packages) {
  std::vector<engine::UsedPackage> used;
  for (const script::Package* package : packages.applying_to(*loaded.model, *loaded.contract)) {
    used.push_back({package->name, package->version ? text_of(*package->version) : std::string(),
                    package->layer});
  }
  return used;
}

std::vector<Evaluation> evaluate_all(Binding& binding, const script::PackageSet& packages,
                                     const Options& options) {
  std::vector<engine::Request> requests;
  for (const BoundContract& bound : binding.contracts()) {
    requests.push_back(request_for(bound, options));
  }
  std::vector<Evaluation> evaluations;
  auto request = requests.begin();
  for (const BoundContract& bound : binding.contracts()) {
    spdlog::info("evaluating contract {}", bound.loaded->contract->id);
    evaluations.push_back(
        engine::evaluate(*bound.prepared, *bound.observations, binding.rules(), *request++));
    evaluations.back().packages = packages_of(*bound.loaded, packages);
  }
  return evaluations;
}

void tell_matches(const std::vector<const Result*>& matches, Diagnostics& found) {
  if (matches.empty()) return;
  constexpr std::size_t most_named = 5;
  std::string codes;
  for (std::size_t i = 0; i < matches.size() && i < most_named; ++i) {
    codes += (i == 0 ? "" : ", ") + matches[i]->selection->indicator.code;
  }
  if (matches.size() > most_named) codes += "…";
  const auto count = static_cast<long>(matches.size());
  found.warning(
      "evaluation.fail_on", {},
      plural_message("{0} result is of a status given to --fail-on: {1}",
                     "{0} results are of a status given to --fail-on: {1}", count, count, codes));
}

std::string report_of(const std::vector<Evaluation>& evaluations, const Options& options) {
  report::Style style;
  style.language = options.language;
  style.width = width_for(options);
  style.colour = colours_for(options);
  style.file_name = report_file_names(data_folder());
  switch (options.format) {
    case Format::json: return json_report(evaluations, style);
    case Format::csv: return csv_report(evaluations, style);
    case Format::sarif:
    case Format::text: break;
  }
  return text_report(evaluations, style);
}

}  // namespace

ExitCode evaluate_command(const Options& options) {
  refuse_overwriting(options);
  Findings found;
  Workspace workspace(options.sources, data_folder(), found);
  if (!found.inputs.has_errors()) check_fail_on(options, workspace.contracts());
  Binding binding(workspace, found);
  if (!can_evaluate(workspace, found, options)) {
    print_findings(found.all(), options);
    return ExitCode::not_loaded;
  }
  const std::vector<Evaluation> evaluations = evaluate_all(binding, workspace.packages(), options);
  for (const Evaluation& evaluation : evaluations) {
    add_new(found.rules, engine::failures_of(evaluation));
  }
  const auto matches = matching(evaluations, options.fail_on);
  Diagnostics all = found.all();
  tell_matches(matches, all);
  print_findings(all, options);
  write_report(report_of(evaluations, options), options);
  const bool findings = !matches.empty() || found.plugins.has_errors() ||
                        found.rules.has_errors() || found.values.has_errors();
  return findings ? ExitCode::findings : ExitCode::done;
}

}  // namespace cpom::cli
