/// `cpom test --coverage`: what goes on beside the run of the tests.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/options.hpp"
#include "cli/test_materials.hpp"
#include "testing/coverage.hpp"
#include "testing/mutation.hpp"
#include "testing/runner.hpp"
#include "testing/test_report.hpp"

namespace cpom::cli {

class CoverageRun {
 public:
  /// \a read must outlive it.
  CoverageRun(const TestMaterials& read, const Options& options);

  /// Makes the run that \a how describes leave its traces here.
  void prepare(testing::RunOptions& how);
  /// After the run: gives its results the lines of the sources, and measures.
  void finish(testing::TestRun& run);

  /// Runs the changed rules; false when one that is not explained goes unnoticed.
  bool mutate(const testing::Suite& suite, Diagnostics& found);

  /// Diagnoses test.coverage for each measure of a package below --minimum,
  /// or below what the package itself asks for (tests/minimum.txt; test.bad_minimum).
  void check(Diagnostics& found) const;
  /// The files of --html and --lcov.
  void write_files(const testing::ReportStyle& style) const;
  std::string text(const testing::ReportStyle& style) const;

 private:
  const TestMaterials& read_;
  const Options& options_;
  testing::ProbeMap map_;
  std::vector<std::unique_ptr<testing::Probe>> probes_;
  testing::Sightings sightings_;
  testing::Coverage coverage_;
  std::optional<std::vector<testing::MutantResult>> mutants_;
};

}  // namespace cpom::cli
