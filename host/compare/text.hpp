/// Differences in words, for people.
#pragma once

#include "base/language.hpp"
#include "compare/difference.hpp"
#include "compare/lists.hpp"
#include "report/page.hpp"

namespace cpom::compare {

/// A paragraph for each change, results first, then the weather; nothing when there is none. A
/// contract is named where the changes are of several.
void write(const Difference& difference, Language language, report::Page& page);

/// A paragraph for each test that broke, with why, then for each that was mended.
void write(const TestsDifference& difference, Language language, report::Page& page);

}  // namespace cpom::compare
