/// Cases that would close gaps of coverage, found by trying.
#pragma once

#include <vector>

#include "testing/coverage.hpp"

namespace cpom::testing {

/// Sets the suggestions of \a coverage: inputs near those of the cases there are (or, where there
/// is none, near usual figures) are tried until something new is reached. What the rule answers
/// then is part of the row, for the author to check.
void suggest_cases(const ProbeMap& map, const Sightings& sightings, const Materials& materials,
                   Coverage& coverage);

}  // namespace cpom::testing
