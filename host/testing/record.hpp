/// A result of an evaluation as a row of a table of cases.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/language.hpp"
#include "engine/evaluation.hpp"
#include "engine/plan.hpp"

namespace cpom::testing {

/// A cell with the word of its column: "numerator", "412".
using RecordedCell = std::pair<std::string, std::string>;

/// What went into \a result and what came out, with French decimal commas; reasons in \a language.
/// Only filled cells, in the order of a table.
std::vector<RecordedCell> recorded_cells(const engine::Result& result,
                                         const engine::IndicatorPlan& plan,
                                         const engine::Evaluation& evaluation, Language language);

/// The word of a column as a new table shows it: « numérateur » for "numerator".
std::string shown_word(const std::string& word);

/// A table of the one case. With \a table, the text of a table there is already, that table with
/// the case below; a cell for which it has no column is an error (test.missing_column).
std::string table_with(const std::vector<RecordedCell>& cells, std::string_view table,
                       const std::string& file, Diagnostics& found);

}  // namespace cpom::testing
