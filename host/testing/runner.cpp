#include "testing/runner.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>

#include "testing/contract_comparison.hpp"
#include "testing/decision_case.hpp"
#include "testing/rule_case.hpp"
#include "testing/spec.hpp"

namespace cpom::testing {
namespace {

constexpr std::size_t cases_at_once = 250;

/// Some rows of one table, one spec, or one whole contract.
struct Task {
  std::size_t file = 0;
  std::size_t first = 0;
  std::size_t end = 0;
  std::size_t number = 0;
};

std::string name_of(const Case& one) {
  std::string name = one.rule;
  if (one.kind == Case::Kind::decision) {
    for (const char* const what : {"indicator", "form"}) {
      const GivenInput* given = one.input(what);
      const auto* text = given != nullptr ? std::get_if<std::string>(&given->value) : nullptr;
      if (text != nullptr && name.empty()) name = *text;
    }
  }
  return one.note.empty() ? name : name + " — " + one.note;
}

std::vector<Task> tasks_of(const Suite& suite) {
  std::vector<Task> tasks;
  std::size_t number = 0;
  for (std::size_t i = 0; i < suite.files.size(); ++i) {
    const TestFile& file = suite.files[i];
    if (file.is_whole()) {
      tasks.push_back({i, 0, 1, number++});
      continue;
    }
    for (std::size_t at = 0; at < file.cases.size(); at += cases_at_once) {
      const std::size_t end = std::min(at + cases_at_once, file.cases.size());
      tasks.push_back({i, at, end, number});
      number += end - at;
    }
  }
  return tasks;
}

class Workers {
 public:
  Workers(const Suite& suite, const Materials& materials, const RunOptions& options, TestRun& run)
      : suite_(suite),
        materials_(materials),
        options_(options),
        run_(run),
        tasks_(tasks_of(suite)) {}

  void work() {
    const auto wanted = static_cast<std::size_t>(std::max(options_.jobs, 1));
    const std::size_t count = std::min(wanted, std::max<std::size_t>(tasks_.size(), 1));
    std::vector<std::thread> others;
    for (std::size_t i = 1; i < count; ++i) others.emplace_back([this] { take_tasks(); });
    take_tasks();
    for (std::thread& other : others) other.join();
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  void take_tasks() {
    try {
      Bench bench(materials_, options_.replaced);
      Watch* watch = nullptr;
      if (options_.watch) {
        const std::lock_guard lock(mutex_);
        watch = options_.watch(bench);
      }
      for (std::size_t at = next_++; at < tasks_.size(); at = next_++) {
        do_task(tasks_[at], bench, watch);
      }
    } catch (...) {
      const std::lock_guard lock(mutex_);
      failure_ = std::current_exception();
    }
  }

  void do_task(const Task& task, Bench& bench, Watch* watch) {
    const TestFile& file = suite_.files[task.file];
    std::vector<CaseResult>& results = run_.files[task.file].results;
    if (file.contract != nullptr) {
      if (watch != nullptr) watch->begin(task.number);
      results = run_contract_case(*file.contract, bench, suite_.has_focused);
      return;
    }
    if (file.is_spec) {
      if (watch != nullptr) watch->begin(task.number);
      Diagnostics told_already;
      Spec spec(file.source, file.path.string(), *file.package, bench, told_already);
      results = spec.run(suite_.has_focused);
      return;
    }
    for (std::size_t at = task.first; at < task.end; ++at) {
      if (watch != nullptr) watch->begin(task.number + at - task.first);
      results[at] = run_case(file.cases[at], *file.package, bench, suite_.has_focused);
    }
  }

  const Suite& suite_;
  const Materials& materials_;
  const RunOptions& options_;
  TestRun& run_;
  std::vector<Task> tasks_;
  std::atomic<std::size_t> next_ = 0;
  std::mutex mutex_;
  std::exception_ptr failure_;
};

}  // namespace

Counts TestRun::counts() const {
  Counts counts;
  for (const FileResults& file : files) {
    for (const CaseResult& result : file.results) {
      switch (result.verdict) {
        case Verdict::passed: ++counts.passed; break;
        case Verdict::failed: ++counts.failed; break;
        case Verdict::skipped: ++counts.skipped; break;
        case Verdict::left_out: ++counts.left_out; break;
      }
      if (result.focused) ++counts.focused;
    }
  }
  return counts;
}

CaseResult run_case(const Case& one, const script::Package& tested, Bench& bench,
                    bool focused_only) {
  CaseResult result;
  result.name = name_of(one);
  result.where = one.where;
  result.focused = one.focused;
  if (one.skipped) {
    result.verdict = Verdict::skipped;
  } else if (focused_only && !one.focused) {
    result.verdict = Verdict::left_out;
  } else {
    if (one.kind == Case::Kind::rule) {
      run_rule_case(one, tested, bench, result);
    } else {
      run_decision_case(one, tested, bench, result);
    }
    const bool wrong = !result.differences.empty() || !result.faults.empty();
    result.verdict = wrong ? Verdict::failed : Verdict::passed;
  }
  return result;
}

TestRun run_tests(const Suite& suite, const Materials& materials, const RunOptions& options) {
  TestRun run;
  for (const TestFile& file : suite.files) {
    run.files.push_back({&file, std::vector<CaseResult>(file.is_whole() ? 0 : file.cases.size())});
  }
  Workers(suite, materials, options, run).work();
  return run;
}

}  // namespace cpom::testing
