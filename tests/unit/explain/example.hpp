/// A shipped example with everything it takes to explain its results.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/binding.hpp"
#include "cli/data_folder.hpp"
#include "cli/log.hpp"
#include "explain/writer.hpp"

namespace cpom::test {

inline const std::filesystem::path sources_root = CPOM_SOURCE_DIR;

class ExplainedExample {
 public:
  explicit ExplainedExample(const std::string& name, const std::vector<std::string>& rules = {})
      : workspace(sources(name, rules), sources_root, found), binding(workspace, found) {
    bound = &binding.contracts().front();
    traced.emplace(workspace.packages(), *bound->loaded->model, *bound->loaded->contract);
    style.file_name = cli::report_file_names(sources_root);
  }

  explain::Subject subject() {
    return {*bound->prepared,
            *bound->observations,
            workspace.observations(),
            bound->parameters,
            workspace.packages(),
            binding.rules(),
            *traced};
  }

  /// All results of \a year, as known on \a as_of; the usual date when it is unset.
  engine::Evaluation evaluate(int year, std::optional<Date> as_of = {}) {
    auto request = engine::default_request(*bound->loaded->model, *bound->loaded->contract,
                                           *bound->observations);
    request.years = {year};
    if (as_of) request.as_of = *as_of;
    return engine::evaluate(*bound->prepared, *bound->observations, binding.rules(), request);
  }

  struct QuietLog {
    QuietLog() { cli::start_log({}); }
  };

  QuietLog log;
  cli::Findings found;
  cli::Workspace workspace;
  cli::Binding binding;
  const cli::BoundContract* bound = nullptr;
  std::optional<script::TracedRules> traced;
  report::Style style;

 private:
  static cli::Sources sources(const std::string& name, const std::vector<std::string>& rules) {
    const auto folder = sources_root / "examples" / name;
    cli::Sources sources;
    sources.contracts = {folder / "contract.xml"};
    sources.values = {folder / "values.csv"};
    for (const std::string& package : rules) sources.rules.push_back(folder / "rules" / package);
    return sources;
  }
};

}  // namespace cpom::test
