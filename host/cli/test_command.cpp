#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

#include "cli/commands.hpp"
#include "cli/data_folder.hpp"
#include "cli/findings.hpp"
#include "cli/output.hpp"
#include "cli/test_command.hpp"
#include "cli/test_coverage.hpp"
#include "cli/test_materials.hpp"
#include "testing/runner.hpp"
#include "testing/suite.hpp"
#include "testing/test_report.hpp"

namespace cpom::cli {
namespace {

namespace fs = std::filesystem;

/// Shipped files from the data folder on, all others as they were named.
testing::ReportStyle style_of(const Options& options, const fs::path& data) {
  testing::ReportStyle style;
  style.language = options.language;
  style.file_name = [data](const std::string& file) {
    const fs::path path(file);
    if (path.is_relative()) return path.lexically_normal().generic_string();
    const fs::path below = path.lexically_relative(data);
    const bool shipped = !below.empty() && *below.begin() != "..";
    return shipped ? below.generic_string() : file;
  };
  return style;
}

std::string results_of(const testing::TestRun& run, const testing::ReportStyle& style,
                       TestFormat format) {
  switch (format) {
    case TestFormat::tap: return tap_results(run, style);
    case TestFormat::junit: return junit_results(run, style);
    case TestFormat::text: break;
  }
  return text_results(run, style);
}

/// What comes after the results: TAP has comments, JUnit no place for it.
std::string as_part(const std::string& text, TestFormat format) {
  if (format == TestFormat::junit) return {};
  if (format == TestFormat::text) return text;
  std::string comments;
  std::string_view rest = text;
  while (!rest.empty()) {
    const auto end = std::min(rest.find('\n'), rest.size());
    comments += "# " + std::string(rest.substr(0, end)) + "\n";
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return comments;
}

Diagnostics named(const Diagnostics& found, const testing::ReportStyle& style) {
  Diagnostics all;
  for (Diagnostic fault : found.all()) {
    fault.where.file = fault.where.file.empty() ? "" : style.file_name(fault.where.file);
    all.add(std::move(fault));
  }
  return all;
}

}  // namespace

ExitCode test_command(const Options& options) {
  if (options.test.record) {
    return options.test.indicator.empty() ? record_folder(options) : record_command(options);
  }
  const fs::path data = data_folder();
  const testing::ReportStyle style = style_of(options, data);
  Diagnostics found;
  const auto read = read_test_materials(options, data, found);
  if (found.has_errors()) {
    print_findings(named(found, style), options);
    return ExitCode::not_loaded;
  }
  const testing::Suite suite = collect_tests(read->materials, read->tested, read->only, found);
  testing::TestRun run;
  std::optional<CoverageRun> coverage;
  if (suite.size() > 0) {
    testing::RunOptions how;
    how.jobs = options.test.jobs;
    if (options.test.coverage || options.test.mutate) {
      coverage.emplace(*read, options).prepare(how);
    }
    run = run_tests(suite, read->materials, how);
  }
  bool unnoticed = false;
  if (coverage) {
    coverage->finish(run);
    coverage->check(found);
    coverage->write_files(style);
    if (options.test.mutate) {
      if (run.counts().failed > 0 || found.has_errors()) {
        found.error("test.mutate_failing", {},
                    message("rules are changed only when all cases pass as they are"),
                    message("put the failing cases right first"));
      } else {
        unnoticed = !coverage->mutate(suite, found);
      }
    }
  }
  const testing::Counts counts = run.counts();
  if (counts.run() == 0 && !found.has_errors()) {
    if (counts.skipped > 0) {
      found.error("test.none_run", {}, message("all the tests found are skipped"),
                  message("take the marks away: skip, xit, xdescribe"));
    } else {
      found.error("test.none_found", {}, message("no test found"),
                  message("put tables of cases into the folder tests/ of the package"));
    }
  }
  print_findings(named(found, style), options);
  if (suite.size() > 0) {
    std::string report = results_of(run, style, options.test.format);
    if (coverage) report += as_part(coverage->text(style), options.test.format);
    write_report(report, options);
  }
  const bool wrong = counts.failed > 0 || unnoticed || found.has_errors();
  return wrong ? ExitCode::findings : ExitCode::done;
}

}  // namespace cpom::cli
