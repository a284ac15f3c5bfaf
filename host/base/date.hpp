/// Calendar dates: reading, writing, and the deadlines that are stated relative to a year.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace cpom {

using Date = std::chrono::year_month_day;

/// Reads "2024-12-31". nullopt unless the whole text is one existing day.
std::optional<Date> parse_iso_date(std::string_view text);

/// Writes "2024-12-31".
std::string iso_text(Date date);

Date make_date(int year, unsigned month, unsigned day);
int year_of(Date date);

/// The same day \a years later; 29 February becomes 28 February where there is none.
Date plus_years(Date date, int years);
Date day_before(Date date);
Date day_after(Date date);

/// A deadline counted from the assessed year N: "N+1-01-31" is 31 January of the year after.
struct RelativeDate {
  int years_after = 0;
  unsigned month = 12;
  unsigned day = 31;

  bool operator==(const RelativeDate&) const = default;

  /// The day meant for the assessed year \a year; 29 February falls back to the 28th.
  Date in(int year) const;
};

/// Reads "N-12-31" or "N+1-01-31".
std::optional<RelativeDate> parse_relative_date(std::string_view text);
std::string text_of(const RelativeDate& date);

}  // namespace cpom
