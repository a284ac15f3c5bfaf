/// Numbers: exact reading and writing, and the one rounding used before a comparison.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cpom {

/// Reads a whole text as an XML decimal: optional sign, digits, optional '.', digits.
/// No exponent, no blanks, no NaN or infinity. nullopt otherwise.
std::optional<double> parse_decimal(std::string_view text);

/// Reads a whole text as an integer that fits an int.
std::optional<int> parse_integer(std::string_view text);

/// Rounds to \a decimals places (0 to 15), half away from zero, looking at 15 significant digits
/// of \a value: what somebody who computes the same figure in a spreadsheet sees.
/// The result is the double nearest to the decimal number. NaN and infinities come back unchanged.
double round_half_away(double value, int decimals);

/// Shortest decimal text that reads back as \a value: "72.7". Never an exponent, never "-0".
std::string decimal_text(double value);

/// \a value with exactly \a decimals places, rounded as round_half_away: "72.70".
std::string fixed_text(double value, int decimals);

}  // namespace cpom
