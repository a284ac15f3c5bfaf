#include <algorithm>
#include <cstdio>
#include <set>
#include <string>

#include "base/files.hpp"
#include "cli/check_targets.hpp"
#include "cli/checking.hpp"
#include "cli/commands.hpp"
#include "cli/data_folder.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "report/findings_report.hpp"
#include "xml/assumptions.hpp"

namespace cpom::cli {
namespace {

bool is_text(const Options& options) { return options.format == Format::text; }

std::string whole_report(const std::vector<report::Finding>& findings, const Options& options) {
  const report::FindingsStyle style = findings_style(options);
  if (options.format == Format::json) return report::findings_json(findings, style);
  if (options.format == Format::sarif) return report::findings_sarif(findings, style);
  std::string text;
  for (const report::Finding& finding : findings) text += report::finding_text(finding, style);
  return text;
}

void print(const Diagnostics& found, const Options& options) {
  if (!is_text(options)) {
    write_report(whole_report(with_lines(found), options), options);
  } else if (options.log_format == LogFormat::json) {
    print_findings(found, options);
  } else if (!options.output.empty()) {
    write_report(whole_report(with_lines(found), options), options);
    print_count(found, options);
  } else {
    const std::string text = whole_report(with_lines(found), options);
    std::fwrite(text.data(), 1, text.size(), stderr);
    print_count(found, options);
  }
}

/// The files whose judgements hold for what is checked: models, settings, contracts.
std::set<std::string> judged_files(const Workspace& workspace, const analysis::Subject& subject) {
  std::set<std::string> files;
  std::set<const script::Package*> packages = subject.asked;
  for (const LoadedContract& loaded : workspace.contracts()) {
    files.insert(loaded.contract->where.file);
    files.insert(loaded.model->where.file);
  }
  for (const analysis::Context& context : subject.contexts) {
    if (!context.made_up()) packages.insert(context.packages.begin(), context.packages.end());
  }
  for (const model::Model* model : subject.asked_models) files.insert(model->where.file);
  for (const script::Package* package : packages) {
    if (!package->settings.empty()) files.insert(package->settings.string());
  }
  return files;
}

ExitCode list_assumptions(const Workspace& workspace, const analysis::Subject& subject,
                          const Options& options) {
  Diagnostics assumed;
  for (const std::string& file : judged_files(workspace, subject)) {
    if (const auto bytes = read_input(file, assumed)) {
      assumed.append(xml::find_assumptions(*bytes, file));
    }
  }
  if (!is_text(options)) {
    write_report(whole_report(with_lines(assumed), options), options);
    return ExitCode::done;
  }
  std::string text;
  for (const Diagnostic& each : assumed.all()) {
    text +=
        text_of(each.where) + ": " + render(each.what, options.language) + " [" + each.code + "]\n";
  }
  const auto count = static_cast<long>(assumed.all().size());
  text += render(plural_message("{0} assumption to be confirmed", "{0} assumptions to be confirmed",
                                count, count),
                 options.language) +
          "\n";
  write_report(text, options);
  return ExitCode::done;
}

Message what_was_read(const Workspace& workspace, const analysis::Subject& subject) {
  const auto contracts = static_cast<long>(workspace.contracts().size());
  const auto values = static_cast<long>(workspace.observations().size());
  if (contracts > 0) {
    return message("{0}, {1}: no finding",
                   plural_message("{0} contract", "{0} contracts", contracts, contracts),
                   plural_message("{0} value", "{0} values", values, values));
  }
  const auto packages = static_cast<long>(subject.asked.size());
  const auto models = static_cast<long>(subject.asked_models.size());
  return message("{0}, {1}: no finding",
                 plural_message("{0} package", "{0} packages", packages, packages),
                 plural_message("{0} model", "{0} models", models, models));
}

}  // namespace

ExitCode check_command(const Options& options) {
  const std::filesystem::path data = data_folder();
  const Targets targets = targets_of(options.sources, data);
  Options given = options;
  given.sources = targets.sources;
  refuse_overwriting(given);
  Checking checking(targets, data);
  if (options.assumptions && !checking.found().inputs.has_errors()) {
    return list_assumptions(checking.workspace(), checking.subject(), options);
  }
  const Diagnostics all = checking.all_findings();
  print(all, options);
  if (std::any_of(all.all().begin(), all.all().end(), is_unreadable)) return ExitCode::not_loaded;
  if (all.count(Severity::error) + all.count(Severity::warning) > 0) return ExitCode::findings;
  if (is_text(options)) {
    write_standard_output(
        render(what_was_read(checking.workspace(), checking.subject()), options.language) + "\n");
  }
  return ExitCode::done;
}

}  // namespace cpom::cli
