#include "cli/test_contracts.hpp"

#include <algorithm>
#include <array>
#include <sstream>
#include <string_view>
#include <system_error>
#include <utility>

#include "analysis/check.hpp"
#include "cli/binding.hpp"
#include "cli/check_subject.hpp"
#include "cli/data_folder.hpp"
#include "cli/inputs.hpp"
#include "cli/request.hpp"
#include "cli/value_checks.hpp"
#include "cli/workspace.hpp"

namespace cpom::cli {
namespace {

namespace fs = std::filesystem;
using testing::ContractCase;

/// A case with everything that it points to.
struct LoadedCase {
  LoadedCase(const Sources& sources, script::PackageSet packages, const fs::path& data)
      : workspace(sources, std::move(packages), data, found), binding(workspace, found) {}

  Findings found;
  Workspace workspace;
  Binding binding;
  /// What the analysis of the rules finds; only when check.txt wants to know.
  Diagnostics analysed;
  ContractCase one;
};

/// With \a prefix at the beginning of a word written as \a instead.
std::string renamed(const std::string& text, const std::string& prefix,
                    const std::string& instead) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const bool begins = at == 0 || text[at - 1] == ' ' || text[at - 1] == '(';
    if (begins && text.compare(at, prefix.size(), prefix) == 0) {
      result += instead;
      at += prefix.size();
    } else {
      result += text[at++];
    }
  }
  return result;
}

/// "plugins/x" for what comes with the program, the name of the folder otherwise.
std::string shown_folder(const script::Package& package, const fs::path& data) {
  std::error_code ignored;
  const fs::path folder = fs::canonical(package.folder, ignored);
  const fs::path below = folder.lexically_relative(fs::weakly_canonical(data, ignored));
  const bool shipped = !below.empty() && *below.begin() != "..";
  return (shipped ? below : folder.filename()).generic_string();
}

/// What cpom evaluate would make of the words; nullopt, with the reason in \a found, when it would
/// not take them.
std::optional<Options> options_of(const ContractFiles& files, Diagnostics& found) {
  constexpr std::array<std::string_view, 4> taken = {"--year", "--years", "--as-of", "--term"};
  const Position where{files.words_file.string(), files.words.empty() ? 0 : 1, 0};
  std::vector<std::string> words = {"cpom", "evaluate", files.contract.string()};
  for (const std::string& word : files.words) {
    const std::string name = word.substr(0, word.find('='));
    if (word.starts_with('-') && std::find(taken.begin(), taken.end(), name) == taken.end()) {
      found.error("test.bad_arguments", where, message("{0} cannot be given for a case", name),
                  message("only these can: {0}", "--year, --years, --as-of, --term"));
      return std::nullopt;
    }
    words.push_back(word);
  }
  std::vector<const char*> arguments;
  for (const std::string& word : words) arguments.push_back(word.c_str());
  try {
    Options options =
        parse_options(static_cast<int>(arguments.size()), arguments.data(), Language::french);
    if (options.sources.contracts.size() == 1) return options;
    found.error("test.bad_arguments", where, message("a case has one contract"),
                message("only these can: {0}", "--year, --years, --as-of, --term"));
  } catch (const Error& error) {
    found.error("test.bad_arguments", where, error.diagnostic().what, error.diagnostic().remedy);
  }
  return std::nullopt;
}

/// Packages that would meet \a tested only because both are tested: of its layer, and not asked for
/// by name.
script::PackageSet without_others(const script::PackageSet& packages,
                                  const script::Package& tested) {
  script::PackageSet rest = packages;
  std::erase_if(rest.packages, [&](const script::Package& package) {
    return package.name != tested.name && package.layer == tested.layer &&
           package.layer > model::Layer::plugin && !package.by_name();
  });
  return rest;
}

void append_errors(const Diagnostics& all, Diagnostics& errors) {
  for (const Diagnostic& fault : all.all()) {
    if (fault.severity == Severity::error) errors.add(fault);
  }
}

/// Without those of \a others.
Diagnostics difference_of(const Diagnostics& all, const Diagnostics& others) {
  Diagnostics rest;
  for (const Diagnostic& fault : all.all()) {
    const auto& known = others.all();
    if (std::find(known.begin(), known.end(), fault) == known.end()) rest.add(fault);
  }
  return rest;
}

/// What is wrong before a rule looks at the contract.
Diagnostics faults_of(const Findings& found, const Diagnostics& validations) {
  Diagnostics faults = found.inputs;
  faults.append(found.plugins);
  faults.append(found.values);
  faults.append(difference_of(found.rules, validations));
  return faults;
}

/// The findings of cpom check, but those of validate rules.
void prepare_findings(LoadedCase& loaded, const Sources& sources, const Diagnostics& validations) {
  check_values(loaded.binding, loaded.found.values);
  const CheckSubject subject({sources, {}}, loaded.workspace, loaded.binding, loaded.found);
  loaded.analysed = analysis::check(subject.subject());
  loaded.one.findings = [before = faults_of(loaded.found, validations),
                         analysed = loaded.analysed](const Diagnostics& of_rules) {
    Diagnostics all = before;
    all.append(of_rules);
    return analysis::merged(all, analysed);
  };
}

bool applies(const script::Package& package, const LoadedContract& loaded) {
  return std::any_of(loaded.packages.begin(), loaded.packages.end(),
                     [&](const auto* each) { return each->name == package.name; });
}

/// Fills in what an evaluation needs; false when the case tests nothing.
bool bind(LoadedCase& loaded, const ContractFiles& files, const Options& options,
          const script::Package& package, Diagnostics& found) {
  const BoundContract& bound = loaded.binding.contracts().front();
  if (!applies(package, *bound.loaded)) {
    found.error("test.not_applied", {files.contract.string(), 1, 0},
                message("package \"{0}\" does not apply to this contract", package.name),
                message("choose a contract of its model and region, which names the package in "
                        "<packages> where it applies by name"));
    return false;
  }
  ContractCase& one = loaded.one;
  try {
    one.request = request_for(bound, options);
  } catch (const Error& error) {
    found.error("test.bad_arguments", {files.words_file.string(), 1, 0}, error.diagnostic().what,
                error.diagnostic().remedy);
    return false;
  }
  one.packages = &loaded.workspace.packages();
  one.model = bound.loaded->model;
  one.contract = bound.loaded->contract.get();
  one.parameters = &bound.parameters;
  one.observations = &*bound.observations;
  return true;
}

}  // namespace

ContractFiles contract_files_in(const fs::path& folder, Diagnostics& found) {
  ContractFiles files;
  files.folder = folder;
  files.contract = folder / "contract.xml";
  files.words_file = folder / "arguments";
  std::error_code ignored;
  if (fs::exists(folder / "values.csv", ignored)) files.values = {folder / "values.csv"};
  if (fs::exists(files.words_file, ignored)) {
    std::istringstream text(read_input(files.words_file, found).value_or(""));
    for (std::string word; text >> word;) files.words.push_back(word);
  }
  return files;
}

std::shared_ptr<const ContractCase> load_contract_case(const ContractFiles& files,
                                                       testing::ContractExpectations wanted,
                                                       const script::Package& package,
                                                       const script::PackageSet& packages,
                                                       const Sources& sources, const fs::path& data,
                                                       Diagnostics& found) {
  std::error_code ignored;
  if (!fs::exists(files.contract, ignored)) {
    found.error("test.no_contract", {files.contract.string(), 0, 0},
                message("the folder of a case has no contract"),
                message("put its {0} beside what is expected of it", "contract.xml"));
    return nullptr;
  }
  const auto options = options_of(files, found);
  if (!options) return nullptr;
  Sources inputs;
  inputs.contracts = {files.contract};
  inputs.values = files.values;
  inputs.models = sources.models;
  const auto loaded = std::make_shared<LoadedCase>(inputs, without_others(packages, package), data);
  Diagnostics validations;
  if (!loaded->binding.contracts().empty()) {
    if (!bind(*loaded, files, *options, package, found)) return nullptr;
    engine::validate(*loaded->binding.contracts().front().prepared, loaded->binding.rules(),
                     validations);
  }
  ContractCase& one = loaded->one;
  one.folder = files.folder;
  one.wanted = std::move(wanted);
  const bool only_findings = one.wanted.findings && one.wanted.size() == 1;
  if (!only_findings) append_errors(faults_of(loaded->found, validations), one.faults);
  if (one.wanted.findings) prepare_findings(*loaded, inputs, validations);
  one.file_name = report_file_names(data);
  one.shortened = [folder = package.folder.string() + "/", shown = shown_folder(package, data),
                   shipped = data.string() + "/"](const std::string& text) {
    return renamed(renamed(text, folder, shown + "/"), shipped, "");
  };
  return {loaded, &one};
}

}  // namespace cpom::cli
