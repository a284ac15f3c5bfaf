/// What one cell says: a number, a year, a date, a state.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"

namespace cpom::csv {

// All take cells without blanks at the ends.

struct NumberCell {
  /// nullopt: not a number.
  std::optional<double> value;
  /// Set for "1.234" and "1,234": what it is if the sign stands between thousands.
  std::optional<double> grouped;
  /// The decimal sign this cell is written with, '.' or ','; 0 when any would do.
  char decimal_sign = 0;
};

/// Reads digits with a decimal comma or point and blanks, points or commas between groups of three,
/// "-" or U+2212 before, "%" or "€" after. No exponent, hexadecimal, NaN or infinity.
NumberCell read_number(std::string_view text);

/// 1 for oui, yes, vrai, true; 0 for non, no, faux, false; nullopt for all else.
std::optional<double> read_yes_no(std::string_view text);

/// "n.d.", "NC", "-", "#N/A"…: a way to say that there is no value.
bool means_unknown(std::string_view text);

struct YearCell {
  int year = 0;
  /// 1 for "N1".
  int contract_year = 0;
};

/// "2024" (1900 to 2199), or "N1" to "N9".
std::optional<YearCell> read_year(std::string_view text);

struct DateCell {
  enum class Order { unknown, day_first, month_first };

  /// nullopt: not a date.
  std::optional<Date> date;
  /// Set when the month may come first: the date is then this one.
  std::optional<Date> if_month_first;
  /// What this cell proves about the dates of its column.
  Order proves = Order::unknown;
};

/// Reads 2024-12-31, 31/12/2024, 31-12-2024, 31.12.2024, from 1900 to 2199.
DateCell read_date(std::string_view text);

/// True for "provisional" and "provisoire"; false for "final", "définitif", "consolidé" and their
/// feminines; nullopt for all else.
std::optional<bool> read_provisional(std::string_view text);

}  // namespace cpom::csv
