#include "base/number.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace cpom {
namespace {

constexpr int significant_digits = 15;
constexpr int most_decimals = 15;

constexpr std::array<double, 16> powers_of_ten = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                  1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

/// The decimal number 0.d1d2d3... x 10^exponent, and the double nearest to it.
struct Digits {
  std::array<char, significant_digits + 1> digit{};
  int exponent = 0;
  double value = 0;
};

Digits fifteen_digits(double magnitude) {
  std::array<char, 40> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), magnitude,
                                 std::chars_format::scientific, significant_digits - 1)
                       .ptr;
  Digits result;
  int count = 0;
  const char* at = text.data();
  for (; at != end && *at != 'e'; ++at) {
    if (*at != '.') result.digit[count++] = *at;
  }
  int exponent = 0;
  const char* number = at + 1;
  if (*number == '+') ++number;
  std::from_chars(number, end, exponent);
  result.exponent = exponent + 1;
  // Out of range only for the very largest doubles, which then stay as they are.
  result.value = magnitude;
  std::from_chars(text.data(), end, result.value);
  return result;
}

double rounded_from_digits(double magnitude, int decimals) {
  const Digits number = fifteen_digits(magnitude);
  const int kept = number.exponent + decimals;
  if (kept < 0) return 0.0;
  if (kept >= significant_digits) return number.value;
  std::int64_t units = 0;
  for (int i = 0; i < kept; ++i) units = units * 10 + (number.digit[i] - '0');
  if (number.digit[kept] >= '5') ++units;
  return static_cast<double>(units) / powers_of_ten[decimals];
}

}  // namespace

std::optional<double> parse_decimal(std::string_view text) {
  const char* begin = text.data();
  const char* const end = begin + text.size();
  if (begin != end && *begin == '+') ++begin;
  const char* first = begin;
  if (begin != text.data() && first != end && *first == '-') return std::nullopt;
  if (first != end && *first == '-') ++first;
  if (first == end) return std::nullopt;
  const bool only_decimal_signs =
      std::all_of(first, end, [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
  const bool has_digit = std::any_of(first, end, [](char c) { return c >= '0' && c <= '9'; });
  if (!only_decimal_signs || !has_digit) return std::nullopt;
  double value = 0;
  const auto [stop, fault] = std::from_chars(begin, end, value, std::chars_format::fixed);
  if (fault != std::errc{} || stop != end || !std::isfinite(value)) return std::nullopt;
  return value == 0 ? 0.0 : value;
}

std::optional<int> parse_integer(std::string_view text) {
  int value = 0;
  const auto [stop, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = stop == text.data() + text.size() && !text.empty();
  return fault == std::errc{} && whole ? std::optional(value) : std::nullopt;
}

double round_half_away(double value, int decimals) {
  if (!std::isfinite(value)) return value;
  const int places = std::clamp(decimals, 0, most_decimals);
  const double magnitude = std::fabs(value);
  const double scaled = magnitude * powers_of_ten[places];
  double rounded = 0;
  // Far from a tie the fifteen digits cannot change the answer, and writing them out is slow.
  const double whole = std::floor(scaled);
  const double beyond_tie = scaled - whole - 0.5;
  if (scaled < 1e11 && std::fabs(beyond_tie) > 1e-3) {
    rounded = (beyond_tie > 0 ? whole + 1 : whole) / powers_of_ten[places];
  } else {
    rounded = rounded_from_digits(magnitude, places);
  }
  if (rounded == 0) return 0.0;
  return value < 0 ? -rounded : rounded;
}

std::string decimal_text(double value) {
  if (value == 0) return "0";
  std::array<char, 400> text{};
  const auto end =
      std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed).ptr;
  return {text.data(), end};
}

std::string fixed_text(double value, int decimals) {
  const double rounded = round_half_away(value, decimals);
  std::array<char, 400> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), rounded,
                                 std::chars_format::fixed, decimals)
                       .ptr;
  return {text.data(), end};
}

}  // namespace cpom
