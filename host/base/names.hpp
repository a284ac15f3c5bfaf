/// Identifiers, their natural order, and the right name nearest to a wrong one.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.hpp"

namespace cpom {

/// Letters, digits, '_', '.', '-', 1 to 64 of them: what an identifier in a file may be.
bool is_identifier(std::string_view text);

/// Orders codes as people read them: 2.c before 10.a, 2.c.1 before 2.c.2.
bool natural_less(std::string_view left, std::string_view right);

/// The candidate nearest to \a name (edit distance with transpositions, case folded), or an empty
/// text when none is near enough to have been meant.
std::string nearest_name(std::string_view name, std::span<const std::string> candidates);

/// The remedy that goes with an unknown name: did you mean "2.c.1"?, or the list of what exists
/// when it is short, or nothing.
Message suggestion(std::string_view name, std::span<const std::string> candidates);

}  // namespace cpom
