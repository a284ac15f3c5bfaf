#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>

#include "analysis/subject.hpp"
#include "base/files.hpp"
#include "base/number.hpp"
#include "cli/binding.hpp"
#include "cli/commands.hpp"
#include "cli/data_folder.hpp"
#include "cli/output.hpp"
#include "cli/workspace.hpp"
#include "reference/annotations.hpp"
#include "reference/editor_files.hpp"
#include "reference/manual.hpp"
#include "script/rule_layers.hpp"

namespace cpom::cli {
namespace {

namespace fs = std::filesystem;

/// Annotations replace annotations, and nothing that a person wrote.
void refuse_foreign(const fs::path& file) {
  std::error_code ignored;
  if (!fs::exists(file, ignored)) return;
  if (read_file(file).starts_with(reference::annotation_head)) return;
  throw Error("output.foreign_file", {file.string(), 0, 0},
              message("this file was not written by cpom stubs"),
              message("give --output another folder"));
}

void write_annotations(const std::vector<reference::TextFile>& files, const Options& options) {
  const fs::path& folder = options.output;
  for (const auto& file : files) refuse_foreign(folder / file.name);
  std::error_code fault;
  fs::create_directories(folder, fault);
  if (fault) {
    throw Error("file.not_writable", {folder.string(), 0, 0},
                message("the folder cannot be made: {0}", fault.message()),
                message("give --output another folder"));
  }
  std::string told;
  for (const auto& file : files) {
    write_file(folder / file.name, file.text);
    told +=
        render(message("written: {0}", (folder / file.name).generic_string()), options.language) +
        "\n";
  }
  write_standard_output(told);
}

ExitCode write_stubs(const Options& options) {
  if (options.sources.contracts.empty()) {
    write_annotations(reference::annotations(options.language), options);
    return ExitCode::done;
  }
  Findings found;
  Workspace workspace(options.sources, data_folder(), found);
  const Binding binding(workspace, found);
  print_findings(found.all(), options);
  if (found.inputs.has_errors() || binding.contracts().empty()) return ExitCode::not_loaded;
  const BoundContract& bound = binding.contracts().front();
  const model::Contract& contract = *bound.loaded->contract;
  const auto file_name = report_file_names(data_folder());
  const auto names = reference::names_of(
      *bound.loaded->model, contract, bound.parameters,
      [&](const std::string& file) { return file_name(file, contract.where.file); });
  write_annotations(reference::annotations(options.language, &names), options);
  return ExitCode::done;
}

/// Ids of the shipped rules that need the parameter.
std::vector<std::string> rules_that_need(const std::string& parameter,
                                         const std::vector<script::LayeredRule>& rules) {
  std::vector<std::string> ids;
  for (const script::LayeredRule& rule : rules) {
    const auto& needs = rule.layers.back().needs;
    const bool any = std::any_of(needs.begin(), needs.end(), [&](const engine::Need& need) {
      return need.name == "param." + parameter;
    });
    if (any && rule.indicator.empty()) ids.push_back(rule.id);
  }
  return ids;
}

/// What the settings of the core say, and which of its rules read them.
std::vector<reference::SettingRow> core_settings(Findings& found) {
  Workspace workspace({}, data_folder(), found);
  std::vector<reference::SettingRow> rows;
  const script::PackageSet& all = workspace.packages();
  script::PackageSet core;
  std::copy_if(all.packages.begin(), all.packages.end(), std::back_inserter(core.packages),
               [](const script::Package& package) { return package.layer == model::Layer::core; });
  const auto models = workspace.all_models();
  if (core.packages.empty() || models.empty()) return rows;
  const script::Package& package = core.packages.front();
  const auto rules = script::rule_layers(core, *models.front(),
                                         analysis::whole_contract(*models.front(), package));
  for (const model::Parameter& parameter :
       workspace.settings().of(package, found.inputs).parameters) {
    rows.push_back({parameter.name, decimal_text(parameter.value), parameter.reason,
                    rules_that_need(parameter.name, rules)});
  }
  return rows;
}

}  // namespace

ExitCode stubs_command(const Options& options) {
  using Form = StubsOptions::Form;
  switch (options.stubs.form) {
    case Form::luacats: return write_stubs(options);
    case Form::luarc:
      write_report(reference::language_server_configuration({reference::annotation_folder}),
                   options);
      return ExitCode::done;
    case Form::luacheckrc:
      write_report(reference::luacheck_configuration(), options);
      return ExitCode::done;
    case Form::markdown: break;
  }
  Findings found;
  const auto settings = core_settings(found);
  print_findings(found.all(), options);
  if (found.inputs.has_errors()) return ExitCode::not_loaded;
  write_report(reference::manual(options.language, settings), options);
  return ExitCode::done;
}

}  // namespace cpom::cli
