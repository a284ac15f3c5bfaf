#include "testing/mutation.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <exception>
#include <mutex>
#include <set>
#include <string_view>
#include <system_error>
#include <thread>
#include <utility>

#include "base/files.hpp"
#include "base/language.hpp"
#include "base/text.hpp"
#include "testing/contract_comparison.hpp"
#include "testing/coverage.hpp"
#include "testing/spec.hpp"

namespace cpom::testing {
namespace {

namespace fs = std::filesystem;

/// A line of tests/mutants.txt: file | part of the line | part of the change | reason.
struct Explanation {
  const script::Package* package = nullptr;
  std::string file;
  std::string line;
  std::string change;
  std::string reason;
  Position where;
  bool used = false;
};

std::array<std::string, 4> fields_of(std::string_view line) {
  std::array<std::string, 4> fields;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const auto bar = i + 1 < fields.size() ? line.find(" | ") : std::string_view::npos;
    fields[i] = std::string(trim(line.substr(0, bar)));
    if (bar == std::string_view::npos) break;
    line.remove_prefix(bar + 3);
  }
  return fields;
}

void read_explanations(const script::Package& package, std::vector<Explanation>& all,
                       Diagnostics& found) {
  const fs::path path = package.folder / "tests" / "mutants.txt";
  std::error_code ignored;
  if (!fs::exists(path, ignored)) return;
  std::string text;
  try {
    text = read_file(path);
  } catch (const Error& error) {
    found.add(error.diagnostic());
    return;
  }
  std::string_view rest = text;
  for (int number = 1; !rest.empty(); ++number) {
    const auto end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = trim(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.empty() || line.starts_with('#')) continue;
    auto [file, part, change, reason] = fields_of(line);
    const Position where{path.string(), number, 0};
    if (file.empty() || part.empty() || reason.empty()) {
      found.error("test.mutants_format", where, message("the line explains no change of a rule"),
                  message("write: file | part of the line | part of the change | reason"));
      continue;
    }
    all.push_back({&package, std::move(file), std::move(part), std::move(change), std::move(reason),
                   where, false});
  }
}

/// A table's row, a whole spec, or a whole contract.
struct CaseOfSuite {
  const TestFile* file = nullptr;
  std::size_t index = 0;
};

std::vector<CaseOfSuite> cases_of(const Suite& suite) {
  std::vector<CaseOfSuite> all;
  for (const TestFile& file : suite.files) {
    const std::size_t count = file.is_whole() ? 1 : file.cases.size();
    for (std::size_t i = 0; i < count; ++i) all.push_back({&file, i});
  }
  return all;
}

bool has_failed(const std::vector<CaseResult>& results) {
  return std::any_of(results.begin(), results.end(),
                     [](const CaseResult& result) { return result.verdict == Verdict::failed; });
}

bool fails(const CaseOfSuite& one, Bench& bench) {
  const TestFile& file = *one.file;
  if (file.contract != nullptr) return has_failed(run_contract_case(*file.contract, bench, false));
  if (!file.is_spec) {
    return run_case(file.cases[one.index], *file.package, bench, false).verdict == Verdict::failed;
  }
  Diagnostics found;
  Spec spec(file.source, file.path.string(), *file.package, bench, found);
  const auto results = spec.run(false);
  return found.has_errors() || has_failed(results);
}

class MutantRun {
 public:
  MutantRun(const ProbeMap& map, const Sightings& sightings, const Suite& suite,
            const Materials& materials)
      : map_(map),
        sightings_(sightings),
        materials_(materials),
        cases_(cases_of(suite)),
        mutants_(mutants_of(map)),
        results_(mutants_.size()) {}

  std::vector<MutantResult> run(int jobs) {
    std::vector<std::thread> others;
    for (int i = 1; i < jobs; ++i) others.emplace_back([this] { work(); });
    work();
    for (std::thread& other : others) other.join();
    if (failure_) std::rethrow_exception(failure_);
    return std::move(results_);
  }

 private:
  void work() {
    try {
      for (std::size_t at = next_++; at < mutants_.size(); at = next_++) decide(at);
    } catch (...) {
      const std::lock_guard lock(mutex_);
      failure_ = std::current_exception();
    }
  }

  void decide(std::size_t at) {
    const Mutant& mutant = mutants_[at];
    MutantResult& result = results_[at];
    const script::RuleFile& rule = *map_.files()[mutant.file].rule;
    const std::string path = rule.path.string();
    result.file = mutant.file;
    result.where = {path, map_.instructions()[mutant.instruction].line, 0};
    result.change = mutant.change;
    const auto wanted = cases_running(mutant);
    result.never_run = wanted.empty();
    result.fate = Fate::survived;
    if (wanted.empty()) return;
    Bench bench(materials_, {{path, mutant.chunk}});
    for (const std::uint32_t number : wanted) {
      if (!fails(cases_[number], bench)) continue;
      result.fate = Fate::noticed;
      return;
    }
  }

  /// What the loading of a file runs concerns all cases that run anything of it.
  std::vector<std::uint32_t> cases_running(const Mutant& mutant) const {
    const bool at_loading = map_.instructions()[mutant.instruction].function == 0;
    if (!at_loading) return sightings_.cases[mutant.instruction];
    const ProbedFile& file = map_.files()[mutant.file];
    std::set<std::uint32_t> all;
    for (std::size_t i = file.first; i < file.first + file.count; ++i) {
      all.insert(sightings_.cases[i].begin(), sightings_.cases[i].end());
    }
    return {all.begin(), all.end()};
  }

  const ProbeMap& map_;
  const Sightings& sightings_;
  const Materials& materials_;
  std::vector<CaseOfSuite> cases_;
  std::vector<Mutant> mutants_;
  std::vector<MutantResult> results_;
  std::atomic<std::size_t> next_ = 0;
  std::mutex mutex_;
  std::exception_ptr failure_;
};

bool says(const Message& change, const std::string& part) {
  return render(change, Language::french).find(part) != std::string::npos ||
         render(change, Language::english).find(part) != std::string::npos;
}

void explain(std::vector<MutantResult>& results, const ProbeMap& map,
             std::vector<Explanation>& explanations) {
  for (MutantResult& result : results) {
    if (result.fate != Fate::survived) continue;
    const ProbedFile& file = map.files()[result.file];
    const std::string line = line_of(file.rule->source, result.where.line);
    const std::string name = file.rule->path.lexically_relative(file.package->folder).string();
    for (Explanation& explanation : explanations) {
      const bool fits = explanation.package == file.package && explanation.file == name &&
                        line.find(explanation.line) != std::string::npos &&
                        says(result.change, explanation.change);
      if (!fits) continue;
      explanation.used = true;
      result.fate = Fate::explained;
      result.explanation = explanation.reason;
      break;
    }
  }
}

}  // namespace

std::vector<MutantResult> run_mutants(const ProbeMap& map, const Sightings& sightings,
                                      const Suite& suite, const Materials& materials, int jobs,
                                      Diagnostics& found) {
  std::vector<Explanation> explanations;
  std::set<const script::Package*> packages;
  for (const ProbedFile& file : map.files()) {
    if (packages.insert(file.package).second) read_explanations(*file.package, explanations, found);
  }
  auto results = MutantRun(map, sightings, suite, materials).run(jobs);
  explain(results, map, explanations);
  for (const Explanation& explanation : explanations) {
    if (explanation.used) continue;
    found.warning("test.mutants_unused", explanation.where,
                  message("no change that goes unnoticed is explained by this line"),
                  message("take it out"));
  }
  return results;
}

std::string text_mutants(const std::vector<MutantResult>& results, const ProbeMap& map,
                         const ReportStyle& style) {
  const auto say = [&](const Message& what) { return render(what, style.language); };
  std::string text;
  std::array<long, 3> counts{};
  for (const MutantResult& result : results) {
    ++counts[static_cast<std::size_t>(result.fate)];
    if (result.fate != Fate::survived) continue;
    Position where = result.where;
    if (style.file_name) where.file = style.file_name(where.file);
    text +=
        say(result.never_run
                ? message("{0}: no case runs what was changed: {1}", text_of(where), result.change)
                : message("{0}: no case notices: {1}", text_of(where), result.change)) +
        "\n      " + printable(line_of(map.files()[result.file].rule->source, where.line)) + "\n";
  }
  const auto figure = [](long count) { return Figure{static_cast<double>(count)}; };
  const long all = static_cast<long>(results.size());
  text += say(message("{0}: {1} noticed, {2} explained, {3} left",
                      plural_message("{0} change of the rules", "{0} changes of the rules", all,
                                     figure(all)),
                      figure(counts[0]), figure(counts[1]), figure(counts[2]))) +
          "\n";
  return text;
}

}  // namespace cpom::testing
