#include "cli/watch_round.hpp"

#include <algorithm>
#include <cstdlib>
#include <system_error>
#include <thread>

#include "cli/checking.hpp"
#include "cli/data_folder.hpp"
#include "cli/request.hpp"
#include "cli/terminal.hpp"
#include "cli/test_materials.hpp"
#include "report/writer.hpp"
#include "testing/runner.hpp"
#include "testing/suite.hpp"

namespace cpom::cli {
namespace {

namespace fs = std::filesystem;

constexpr int most_jobs = 64;

/// A contract of a folder may also be named by itself.
void keep_each_once(std::vector<fs::path>& files) {
  std::vector<fs::path> once;
  for (const fs::path& file : files) {
    const bool known = std::any_of(once.begin(), once.end(), [&](const fs::path& other) {
      std::error_code ignored;
      return fs::equivalent(file, other, ignored);
    });
    if (!known) once.push_back(file);
  }
  files = std::move(once);
}

Targets targets_for(const Options& options, const fs::path& data) {
  Targets targets = targets_of(options.sources, data);
  keep_each_once(targets.sources.contracts);
  keep_each_once(targets.sources.models);
  return targets;
}

class RoundMaker {
 public:
  explicit RoundMaker(const Options& options) : options_(options), data_(data_folder()) {}

  Round make() {
    try {
      const Targets targets = targets_for(options_, data_);
      check_and_evaluate(targets);
      if (!targets.package_roots.empty()) test(targets);
    } catch (const Error& error) {
      round_.findings.add(error.diagnostic());
    }
    return std::move(round_);
  }

 private:
  void check_and_evaluate(const Targets& targets) {
    Checking checking(targets, data_);
    round_.findings = checking.all_findings();
    const std::size_t wanted = targets.sources.contracts.size();
    if (!checking.can_evaluate() || checking.workspace().contracts().size() < wanted) return;
    evaluate(checking.binding());
  }

  void evaluate(Binding& binding) {
    std::vector<engine::Evaluation> evaluations;
    for (const BoundContract& bound : binding.contracts()) {
      evaluations.push_back(engine::evaluate(*bound.prepared, *bound.observations, binding.rules(),
                                             request_for(bound, options_)));
      add_new(round_.findings, engine::failures_of(evaluations.back()));
    }
    report::Style style;
    style.language = options_.language;
    style.file_name = report_file_names(data_);
    round_.results = compare::results_of(evaluations, style);
  }

  void test(const Targets& targets) {
    Options how = options_;
    how.sources = targets.sources;
    how.test.paths = targets.package_roots;
    Diagnostics found;
    const auto read = read_test_materials(how, data_, found);
    if (!found.has_errors()) {
      const testing::Suite suite =
          testing::collect_tests(read->materials, read->tested, read->only, found);
      testing::RunOptions run;
      run.jobs = std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, most_jobs);
      keep(testing::run_tests(suite, read->materials, run));
    }
    add_new(round_.findings, found);
  }

  void keep(const testing::TestRun& run) {
    for (const testing::FileResults& file : run.files) {
      for (const testing::CaseResult& result : file.results) {
        const bool was_run = result.verdict == testing::Verdict::passed ||
                             result.verdict == testing::Verdict::failed;
        if (!was_run) continue;
        compare::Test test{
            result.where, result.name, result.verdict == testing::Verdict::passed, {}};
        for (const testing::Difference& each : result.differences) {
          test.why.push_back(message("{0}; {1}", message("expected: {0}", each.expected),
                                     message("found: {0}", each.found)));
        }
        for (const Diagnostic& fault : result.faults) test.why.push_back(fault.what);
        round_.tests.push_back(std::move(test));
      }
    }
  }

  const Options& options_;
  fs::path data_;
  Round round_;
};

}  // namespace

long Round::failed_tests() const {
  return std::count_if(tests.begin(), tests.end(),
                       [](const compare::Test& test) { return !test.passed; });
}

bool Round::is_good() const {
  const auto& all = findings.all();
  return results && std::none_of(all.begin(), all.end(), [](const Diagnostic& found) {
           return found.severity == Severity::error && !found.code.starts_with("observation.");
         });
}

Round make_round(const Options& options) { return RoundMaker(options).make(); }

std::vector<fs::path> watched_paths(const Options& options) {
  const Sources& given = options.sources;
  std::vector<fs::path> paths;
  for (const auto* group :
       {&given.contracts, &given.values, &given.rules, &given.plugins, &given.models}) {
    paths.insert(paths.end(), group->begin(), group->end());
  }
  const fs::path data = data_folder();
  for (const fs::path& path : paths) {
    std::error_code ignored;
    if (fs::exists(path, ignored)) continue;
    throw Error("file.not_found", {path.string(), 0, 0}, message("there is no such file or folder"),
                message("check the path"));
  }
  const Targets targets = targets_for(options, data);
  paths.insert(paths.end(), targets.package_roots.begin(), targets.package_roots.end());
  const bool nothing_given = given.contracts.empty() && given.rules.empty() &&
                             given.plugins.empty() && given.models.empty();
  if (nothing_given) paths.emplace_back(".");
  const char* const chosen = std::getenv("CPOM_DATA");
  if (chosen != nullptr && *chosen != '\0') {
    for (const char* const name : {"rules", "plugins", "contracts"}) {
      std::error_code ignored;
      if (fs::exists(data / name, ignored)) paths.push_back(data / name);
    }
  }
  return paths;
}

}  // namespace cpom::cli
