#include "cli/test_coverage.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <system_error>

#include "base/files.hpp"
#include "base/text.hpp"
#include "cli/inputs.hpp"
#include "csv/cells.hpp"
#include "testing/coverage_report.hpp"
#include "testing/suggest.hpp"

namespace cpom::cli {
namespace {

/// What the package asks of its own tests: a percentage in tests/minimum.txt.
std::optional<double> own_minimum(const script::Package& package, Diagnostics& found) {
  const std::filesystem::path file = package.folder / "tests" / "minimum.txt";
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) return std::nullopt;
  const auto bytes = read_input(file, found);
  if (!bytes) return std::nullopt;
  const auto minimum = csv::read_number(trim(*bytes)).value;
  if (minimum && *minimum >= 0 && *minimum <= 100) return minimum;
  found.error("test.bad_minimum", {file.string(), 1, 0},
              message("the file must hold one percentage"), message("write for example {0}", "90"));
  return std::nullopt;
}

}  // namespace

CoverageRun::CoverageRun(const TestMaterials& read, const Options& options)
    : read_(read), options_(options), map_(read.tested), sightings_(map_) {}

void CoverageRun::prepare(testing::RunOptions& how) {
  how.replaced = map_.chunks();
  how.watch = [this](testing::Bench& bench) -> testing::Watch* {
    probes_.push_back(std::make_unique<testing::Probe>(map_, bench, options_.test.mutate));
    return probes_.back().get();
  };
}

void CoverageRun::finish(testing::TestRun& run) {
  for (testing::FileResults& file : run.files) {
    for (testing::CaseResult& result : file.results) {
      map_.restore(result.rule_at);
      for (Diagnostic& fault : result.faults) map_.restore(fault.where);
    }
  }
  for (const auto& probe : probes_) sightings_.add(probe->sightings());
  if (!options_.test.coverage) return;
  coverage_ = measure_coverage(map_, sightings_, read_.materials, read_.tested);
  suggest_cases(map_, sightings_, read_.materials, coverage_);
}

bool CoverageRun::mutate(const testing::Suite& suite, Diagnostics& found) {
  mutants_ = run_mutants(map_, sightings_, suite, read_.materials, options_.test.jobs, found);
  return std::none_of(mutants_->begin(), mutants_->end(), [](const testing::MutantResult& result) {
    return result.fate == testing::Fate::survived;
  });
}

void CoverageRun::check(Diagnostics& found) const {
  for (const testing::PackageCoverage& package : coverage_.packages) {
    const auto minimum =
        options_.test.minimum ? options_.test.minimum : own_minimum(*package.package, found);
    if (!minimum) continue;
    for (const testing::Measure measure : testing::all_measures) {
      const testing::Share& share = package.share(measure);
      if (share.percent() >= *minimum) continue;
      found.error("test.coverage", package.package->where,
                  message("package \"{0}\": {1} are covered to {2} %, and {3} % are asked for",
                          package.package->name, label_of(measure),
                          Figure{std::floor(share.percent() * 10) / 10}, Figure{*minimum}),
                  message("add the cases that the report suggests"));
    }
  }
}

void CoverageRun::write_files(const testing::ReportStyle& style) const {
  if (!options_.test.html.empty()) {
    write_file(options_.test.html, html_coverage(coverage_, map_, sightings_, style));
  }
  if (!options_.test.lcov.empty()) {
    write_file(options_.test.lcov, lcov_coverage(map_, sightings_, style));
  }
}

std::string CoverageRun::text(const testing::ReportStyle& style) const {
  std::string text;
  if (options_.test.coverage) text = "\n" + text_coverage(coverage_, map_, style);
  if (mutants_) text += "\n" + text_mutants(*mutants_, map_, style);
  return text;
}

}  // namespace cpom::cli
