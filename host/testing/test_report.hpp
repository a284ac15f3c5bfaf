/// What came out of the tests, for people and for machines.
#pragma once

#include <functional>
#include <string>

#include "base/language.hpp"
#include "testing/runner.hpp"

namespace cpom::testing {

struct ReportStyle {
  Language language = Language::french;
  /// How a file is named.
  std::function<std::string(const std::string&)> file_name;
};

/// Failures with what was expected and found, then a line for each file, then the sum.
std::string text_results(const TestRun& run, const ReportStyle& style);

/// Test Anything Protocol, version 13.
std::string tap_results(const TestRun& run, const ReportStyle& style);

/// JUnit XML: a testsuite for each file. No times: the same tests give the same bytes.
std::string junit_results(const TestRun& run, const ReportStyle& style);

}  // namespace cpom::testing
