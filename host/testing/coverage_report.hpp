/// Coverage, for people, for browsers and for tools.
#pragma once

#include <string>

#include "testing/coverage.hpp"
#include "testing/test_report.hpp"

namespace cpom::testing {

/// A table of the measures by package, then each gap with its line and a case that would close it.
std::string text_coverage(const Coverage& coverage, const ProbeMap& map, const ReportStyle& style);

/// One page, without anything from elsewhere: the same, and every file line by line.
std::string html_coverage(const Coverage& coverage, const ProbeMap& map, const Sightings& sightings,
                          const ReportStyle& style);

/// The tracefile format of lcov: lines and branches.
std::string lcov_coverage(const ProbeMap& map, const Sightings& sightings,
                          const ReportStyle& style);

}  // namespace cpom::testing
