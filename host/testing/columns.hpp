/// The words in the header of a table of cases.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/rules.hpp"

namespace cpom::testing {

/// « Numérateur » to "numerator", « référence.numérateur » to "baseline.numerator"; any other name
/// folded, with '_' for blanks.
std::string column_word(std::string_view header);

/// Names of columns that are about the case itself: "rule", "expect", "reason"…
std::span<const std::string_view> case_columns();

/// Names of further columns of a table of whole decisions: "indicator", "target", "status"…
std::span<const std::string_view> decision_columns();

/// French words for a column, without accents: "numerateur" for "numerator".
std::vector<std::string> french_words(std::string_view column);

/// How the cells of a column are read.
enum class CellType { number, truth, text, list };
CellType type_of_input(std::string_view name);

/// How "expect" (\a second: "expect_2") is read for a rule of \a kind.
CellType type_of_result(engine::RuleKind kind, bool second);

}  // namespace cpom::testing
