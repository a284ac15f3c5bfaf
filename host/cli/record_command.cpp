#include <algorithm>
#include <system_error>

#include "base/files.hpp"
#include "base/names.hpp"
#include "cli/binding.hpp"
#include "cli/data_folder.hpp"
#include "cli/output.hpp"
#include "cli/request.hpp"
#include "cli/test_command.hpp"
#include "cli/test_materials.hpp"
#include "testing/record.hpp"
#include "testing/runner.hpp"
#include "testing/table_reader.hpp"
#include "testing/test_report.hpp"

namespace cpom::cli {
namespace {

namespace fs = std::filesystem;
using engine::Result;

[[noreturn]] void refuse(std::string code, Message what, Message remedy) {
  throw Error(std::move(code), {}, std::move(what), std::move(remedy));
}

std::vector<std::string> codes_of(const model::Contract& contract) {
  std::vector<std::string> codes;
  for (const auto& selection : contract.selections) codes.push_back(selection.indicator.code);
  return codes;
}

/// The result asked for; the first strand's where none is named.
const Result& chosen(const engine::Evaluation& evaluation, const Options& options) {
  const std::string& code = options.test.indicator;
  const std::string& strand = options.test.strand;
  const model::Contract& contract = *evaluation.contract;
  if (contract.selection(code) == nullptr) {
    refuse("test.unknown_indicator",
           message("contract \"{0}\" does not follow \"{1}\"", contract.id, code),
           suggestion(code, codes_of(contract)));
  }
  if (!strand.empty() && contract.strand(strand) == nullptr) {
    std::vector<std::string> ids;
    for (const model::Strand& each : contract.strands) {
      if (!each.id.empty()) ids.push_back(each.id);
    }
    refuse("test.unknown_strand",
           message("contract \"{0}\" has no strand \"{1}\"", contract.id, strand),
           ids.empty() ? message("the contract has no strands; leave --strand out")
                       : suggestion(strand, ids));
  }
  for (const Result& result : evaluation.results) {
    const bool of_strand = strand.empty() || result.strand->id == strand;
    if (of_strand && result.selection->indicator.code == code) return result;
  }
  refuse("test.not_followed",
         message("contract \"{0}\" does not follow \"{1}\" in that year", contract.id, code),
         message("choose another year with --year"));
}

std::string existing_table(const fs::path& file) {
  std::error_code ignored;
  return !file.empty() && fs::exists(file, ignored) ? read_file(file) : std::string();
}

/// The package whose tests the file is one of, otherwise the plugin that defines the indicator or
/// the most particular package that applies.
const script::Package* package_for(const script::PackageSet& packages, const Options& options,
                                   const model::Model& model, const model::Contract& contract) {
  const fs::path& output = options.output;
  for (const script::Package& package : packages.packages) {
    if (!output.empty() && is_within(output, package.folder)) return &package;
  }
  const std::string& plugin = contract.selection(options.test.indicator)->indicator.plugin;
  if (!plugin.empty()) return packages.find(plugin);
  const auto applying = packages.applying_to(model, contract);
  return applying.empty() ? nullptr : applying.back();
}

/// What a case cannot hold (a decision of a person, an amendment) shows when it is run.
void check_case(const std::string& table, const model::Model& model,
                const model::Contract& contract, const Options& options) {
  Diagnostics found;
  const auto read = read_test_materials(options, data_folder(), found);
  const script::Package* package = package_for(read->materials.packages, options, model, contract);
  if (package == nullptr) return;
  testing::TableSubject subject;
  subject.decisions = true;
  subject.find_model = [&](const std::string& id) {
    return composed_model(read->materials, *package, id);
  };
  subject.model_ids = [&] { return std::vector<std::string>{model.id}; };
  const auto cases = testing::read_cases(table, "", subject, found);
  if (cases.empty()) {
    refuse(
        "test.not_recordable",
        message("it is no case of package \"{0}\": {1}", package->name, found.all().front().what),
        message("add it to a table of the package that defines the indicator"));
  }
  testing::Bench bench(read->materials);
  const testing::CaseResult result = testing::run_case(cases.back(), *package, bench, false);
  if (result.differences.empty()) return;
  const testing::Difference& different = result.differences.front();
  refuse("test.not_recordable",
         message("run as a case the result is another one: {0} is {1} instead of {2}",
                 different.name, different.found, different.expected),
         message("a decision, an amendment or a layer above package \"{0}\" plays a part that a "
                 "case does not hold",
                 package->name));
}

}  // namespace

ExitCode record_command(const Options& options) {
  Findings found;
  Workspace workspace(options.sources, data_folder(), found);
  Binding binding(workspace, found);
  if (found.inputs.has_errors() || found.values.has_errors() || binding.contracts().empty()) {
    print_findings(found.all(), options);
    return ExitCode::not_loaded;
  }
  const BoundContract& bound = binding.contracts().front();
  const engine::Evaluation evaluation = engine::evaluate(
      *bound.prepared, *bound.observations, binding.rules(), request_for(bound, options));
  const Result& result = chosen(evaluation, options);
  const auto& plans = bound.prepared->plan().indicators;
  const auto plan = std::find_if(plans.begin(), plans.end(), [&](const auto& each) {
    return each.selection == result.selection;
  });
  const auto cells = testing::recorded_cells(result, *plan, evaluation, options.language);
  Diagnostics faults;
  check_case(testing::table_with(cells, {}, "", faults), *bound.loaded->model,
             *bound.loaded->contract, options);
  const std::string table =
      testing::table_with(cells, existing_table(options.output), options.output.string(), faults);
  if (faults.has_errors()) {
    print_findings(faults, options);
    return ExitCode::not_loaded;
  }
  write_report(table, options);
  return ExitCode::done;
}

}  // namespace cpom::cli
