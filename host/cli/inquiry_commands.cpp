#include <algorithm>
#include <string>
#include <vector>

#include "base/names.hpp"
#include "cli/binding.hpp"
#include "cli/commands.hpp"
#include "cli/data_folder.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "cli/request.hpp"
#include "cli/terminal.hpp"
#include "explain/layers.hpp"
#include "explain/requirements.hpp"
#include "explain/writer.hpp"

namespace cpom::cli {
namespace {

/// All that the command line names, read; nothing when it cannot be worked with.
class Inquirer {
 public:
  explicit Inquirer(const Options& options)
      : options_(options),
        workspace_(options.sources, data_folder(), found_),
        binding_(workspace_, found_) {
    print_findings(found_.all(), options);
  }

  bool can_answer() const {
    if (found_.inputs.has_errors()) return false;
    if (!found_.values.has_errors()) return true;
    const auto& faults = found_.values.all();
    return options_.keep_going && std::none_of(faults.begin(), faults.end(), is_unreadable);
  }

  const Workspace& workspace() const { return workspace_; }
  Binding& binding() { return binding_; }
  const BoundContract& contract() const { return binding_.contracts().front(); }

  report::Style style() const {
    report::Style style;
    style.language = options_.language;
    style.width = width_for(options_);
    style.colour = colours_for(options_);
    style.file_name = report_file_names(data_folder());
    return style;
  }

  /// Throws Error (usage.unknown_indicator).
  const model::Selection& selection() const {
    const model::Contract& contract = *this->contract().loaded->contract;
    const std::string& code = options_.inquiry.indicator;
    if (const model::Selection* found = contract.selection(code)) return *found;
    if (this->contract().loaded->model->indicator(code) != nullptr) {
      throw Error("usage.unknown_indicator", contract.where,
                  message("indicator \"{0}\" is in the catalogue, but the contract does not follow "
                          "it",
                          code),
                  message("nothing is computed for it"));
    }
    std::vector<std::string> codes;
    for (const auto& each : contract.selections) codes.push_back(each.indicator.code);
    throw Error("usage.unknown_indicator", contract.where,
                message("no indicator \"{0}\" in contract \"{1}\"", code, contract.id),
                suggestion(code, codes));
  }

  /// Throws Error (usage.unknown_strand).
  bool is_asked(const model::Strand& strand) const {
    const auto& asked = options_.inquiry.strand;
    return !asked || strand.id == *asked;
  }

  void check_strand() const {
    const auto& asked = options_.inquiry.strand;
    const model::Contract& contract = *this->contract().loaded->contract;
    if (!asked || contract.strand(*asked) != nullptr) return;
    std::vector<std::string> ids;
    for (const model::Strand& strand : contract.strands) {
      if (!strand.id.empty()) ids.push_back(strand.id);
    }
    throw Error("usage.unknown_strand", contract.where, message("no strand \"{0}\"", *asked),
                ids.empty() ? message("the contract has no strands; leave --strand out")
                            : suggestion(*asked, ids));
  }

 private:
  const Options& options_;
  Findings found_;
  Workspace workspace_;
  Binding binding_;
};

std::string explanation(const std::vector<explain::Derivation>& derivations,
                        const report::Style& style, Inquiry::Form form) {
  switch (form) {
    case Inquiry::Form::json: return explain::json_explanation(derivations, style);
    case Inquiry::Form::html: return explain::html_explanation(derivations, style);
    case Inquiry::Form::text: break;
  }
  return explain::text_explanation(derivations, style);
}

}  // namespace

ExitCode explain_command(const Options& options) {
  refuse_overwriting(options);
  Inquirer inquirer(options);
  if (!inquirer.can_answer()) return ExitCode::not_loaded;
  const BoundContract& bound = inquirer.contract();
  const model::Selection& selection = inquirer.selection();
  inquirer.check_strand();
  const engine::Evaluation evaluation =
      engine::evaluate(*bound.prepared, *bound.observations, inquirer.binding().rules(),
                       request_for(bound, options));
  script::TracedRules traced(inquirer.workspace().packages(), *bound.loaded->model,
                             *bound.loaded->contract);
  const explain::Subject subject{*bound.prepared,
                                 *bound.observations,
                                 inquirer.workspace().observations(),
                                 bound.parameters,
                                 inquirer.workspace().packages(),
                                 inquirer.binding().rules(),
                                 traced};
  std::vector<explain::Derivation> derivations;
  for (const engine::Result& result : evaluation.results) {
    const bool asked = result.selection == &selection && inquirer.is_asked(*result.strand);
    if (asked) derivations.push_back(explain::derive(subject, evaluation, result));
  }
  if (derivations.empty()) {
    throw Error("usage.not_followed", selection.where,
                message("the contract, as known on {0}, does not follow indicator {1} yet",
                        evaluation.as_of, selection.indicator.code),
                message("give a later --as-of"));
  }
  write_report(explanation(derivations, inquirer.style(), options.inquiry.form), options);
  return ExitCode::done;
}

ExitCode layers_command(const Options& options) {
  refuse_overwriting(options);
  Inquirer inquirer(options);
  if (!inquirer.can_answer()) return ExitCode::not_loaded;
  const BoundContract& bound = inquirer.contract();
  const model::Selection* const selection =
      options.inquiry.indicator.empty() ? nullptr : &inquirer.selection();
  const std::vector<explain::Layers> layers = {
      explain::layers_of(*bound.loaded->model, *bound.loaded->contract, bound.parameters,
                         inquirer.workspace().packages(), selection)};
  write_report(options.inquiry.form == Inquiry::Form::json
                   ? explain::json_layers(layers, inquirer.style())
                   : explain::text_layers(layers, inquirer.style()),
               options);
  return ExitCode::done;
}

ExitCode requires_command(const Options& options) {
  refuse_overwriting(options);
  Inquirer inquirer(options);
  if (!inquirer.can_answer()) return ExitCode::not_loaded;
  const BoundContract& bound = inquirer.contract();
  const model::Contract& contract = *bound.loaded->contract;
  engine::Request request = request_for(bound, options);
  // Asking about a year to come does not make that year known.
  if (!options.as_of) {
    request.as_of =
        engine::default_request(*bound.loaded->model, contract, *bound.observations).as_of;
  }
  if (!options.first_year) {
    request.years.clear();
    for (int year = contract.first_assessed_year(); year <= contract.last_year(); ++year) {
      request.years.push_back(year);
    }
  }
  const std::vector<explain::Requirements> all = {
      explain::requirements_of(*bound.prepared, *bound.observations, request.years, request.as_of)};
  const auto& rows = all.front().all;
  const bool complete = std::all_of(rows.begin(), rows.end(), [](const explain::Requirement& row) {
    return row.presence == explain::Presence::received;
  });
  const report::Style style = inquirer.style();
  const bool checks = !options.inquiry.check.empty();
  std::string report;
  if (options.inquiry.makes_template) {
    report = explain::csv_template(all, style);
  } else if (options.inquiry.form == Inquiry::Form::json) {
    report = explain::json_requirements(all, style);
  } else {
    report =
        checks ? explain::text_completeness(all, style) : explain::text_requirements(all, style);
  }
  write_report(report, options);
  return checks && !complete ? ExitCode::findings : ExitCode::done;
}

}  // namespace cpom::cli
