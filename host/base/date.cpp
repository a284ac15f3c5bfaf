#include "base/date.hpp"

#include <charconv>

#include <fmt/format.h>

namespace cpom {
namespace {

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return text.empty() ? std::nullopt : std::optional(value);
}

}  // namespace

std::optional<Date> parse_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const Date date = make_date(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::string iso_text(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

Date make_date(int year, unsigned month, unsigned day) {
  return Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}

int year_of(Date date) { return static_cast<int>(date.year()); }

Date plus_years(Date date, int years) {
  const Date moved = date + std::chrono::years{years};
  return moved.ok() ? moved : Date{moved.year() / moved.month() / std::chrono::last};
}

Date day_before(Date date) { return std::chrono::sys_days{date} - std::chrono::days{1}; }

Date day_after(Date date) { return std::chrono::sys_days{date} + std::chrono::days{1}; }

Date RelativeDate::in(int year) const {
  const Date date = make_date(year + years_after, month, day);
  return date.ok() ? date : Date{date.year() / date.month() / std::chrono::last};
}

std::optional<RelativeDate> parse_relative_date(std::string_view text) {
  if (text.empty() || text.front() != 'N') return std::nullopt;
  text.remove_prefix(1);
  RelativeDate date;
  if (!text.empty() && text.front() == '+') {
    if (text.size() < 2 || text[1] < '0' || text[1] > '9') return std::nullopt;
    date.years_after = text[1] - '0';
    text.remove_prefix(2);
  }
  if (text.size() != 6 || text[0] != '-' || text[3] != '-') return std::nullopt;
  const auto month = digits(text.substr(1, 2));
  const auto day = digits(text.substr(4, 2));
  if (!month || !day) return std::nullopt;
  date.month = static_cast<unsigned>(*month);
  date.day = static_cast<unsigned>(*day);
  const Date in_leap_year = make_date(2024, date.month, date.day);
  return in_leap_year.ok() ? std::optional(date) : std::nullopt;
}

std::string text_of(const RelativeDate& date) {
  const std::string after = date.years_after == 0 ? "" : fmt::format("+{}", date.years_after);
  return fmt::format("N{}-{:02}-{:02}", after, date.month, date.day);
}

}  // namespace cpom
