#include "base/number.hpp"

#include "support/catch.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <string>

namespace cpom {
namespace {

__extension__ typedef __int128 Wide;

constexpr std::array<std::int64_t, 5> powers = {1, 10, 100, 1'000, 10'000};

/// The oracle: factor * n / d rounded to \a decimals places, half away from zero, in integers.
double exactly_rounded(std::int64_t n, std::int64_t d, int factor, int decimals) {
  const std::int64_t power = powers.at(static_cast<std::size_t>(decimals));
  const Wide scaled = static_cast<Wide>(n) * factor * power;
  const auto units = static_cast<std::int64_t>((2 * scaled + d) / (2 * d));
  return static_cast<double>(units) / static_cast<double>(power);
}

/// How many of the four ways to compute and sign the ratio differ from the oracle.
int differences(std::int64_t n, std::int64_t d, int decimals) {
  const auto numerator = static_cast<double>(n);
  const auto denominator = static_cast<double>(d);
  const double percent = exactly_rounded(n, d, 100, decimals);
  int found = 0;
  for (const double value : {100 * numerator / denominator, numerator / denominator * 100}) {
    found += round_half_away(value, decimals) == percent ? 0 : 1;
    found += round_half_away(-value, decimals) == -percent ? 0 : 1;
  }
  const double ratio = exactly_rounded(n, d, 1, decimals);
  found += round_half_away(numerator / denominator, decimals) == ratio ? 0 : 1;
  found += round_half_away(-numerator / denominator, decimals) == -ratio ? 0 : 1;
  return found;
}

/// Between 1 and 68 million, small and large numbers equally often.
std::int64_t random_size(std::mt19937_64& random) {
  const double most = std::log(68'000'000.0);
  const double size = std::exp(std::uniform_real_distribution<double>(0, most)(random));
  return std::clamp<std::int64_t>(std::llround(size), 1, 68'000'000);
}

TEST_CASE("rounding: a million random ratios agree with exact arithmetic", "[number]") {
  std::mt19937_64 random(20'242'028);
  int found = 0;
  for (int i = 0; i < 1'000'000; ++i) {
    const std::int64_t d = random_size(random);
    const std::int64_t n = random_size(random);
    found += differences(i % 2 == 0 ? n : n % (d + 1), d, i % 5);
  }
  CHECK(found == 0);
}

TEST_CASE("rounding: exact ties go away from zero", "[number]") {
  std::mt19937_64 random(7);
  int ties = 0;
  int found = 0;
  for (int decimals = 0; decimals <= 4; ++decimals) {
    // 100 n / d = (odd / 2) / 10^decimals
    const std::int64_t step = 200 * powers.at(static_cast<std::size_t>(decimals));
    for (int i = 0; i < 20'000; ++i) {
      const std::int64_t d =
          step * std::uniform_int_distribution<std::int64_t>(1, 68'000'000 / step)(random);
      const std::int64_t odd =
          2 * std::uniform_int_distribution<std::int64_t>(0, step / 2 - 1)(random) + 1;
      const std::int64_t n = odd * (d / step);
      found += differences(n, d, decimals);
      ++ties;
    }
  }
  CHECK(ties == 100'000);
  CHECK(found == 0);
}

TEST_CASE("rounding: neighbours of a tie stay on their side", "[number]") {
  std::mt19937_64 random(11);
  int found = 0;
  for (int decimals = 0; decimals <= 4; ++decimals) {
    const std::int64_t step = 200 * powers.at(static_cast<std::size_t>(decimals));
    for (int i = 0; i < 20'000; ++i) {
      const std::int64_t d = 67'000'000 + std::uniform_int_distribution<int>(0, 1'000'000)(random);
      const std::int64_t odd =
          2 * std::uniform_int_distribution<std::int64_t>(0, step / 2 - 1)(random) + 1;
      const std::int64_t nearest = odd * d / step;
      found += differences(std::max<std::int64_t>(nearest, 1), d, decimals);
      found += differences(nearest + 1, d, decimals);
    }
  }
  CHECK(found == 0);
}

TEST_CASE("rounding: what a spreadsheet shows as a tie is one", "[number]") {
  struct Case {
    double value;
    int decimals;
    double rounded;
  };
  const Case cases[] = {
      {0.5, 0, 1},
      {-0.5, 0, -1},
      {1.5, 0, 2},
      {2.5, 0, 3},
      {1.005, 2, 1.01},
      {2.675, 2, 2.68},
      {1.115, 2, 1.12},
      {0.285, 2, 0.29},
      {-1.005, 2, -1.01},
      {0.05, 1, 0.1},
      {0.049, 1, 0},
      {0.04999999999, 1, 0},
      {0.1 + 0.2, 15, 0.3},
      {72.65, 1, 72.7},
      {1e-20, 15, 0},
      {8.5e10, 0, 85000000000},
      {99.95, 1, 100},
      {0.6 * 3, 1, 1.8},
      {1.1 * 1.1, 2, 1.21},
      {123456789.125, 2, 123456789.13},
      {4.35 * 100, 0, 435},
      {1.15 * 10, 0, 12},
      {2097152.5, 0, 2097153},
      {64.5, -3, 65},
  };
  for (const Case& c : cases) {
    INFO(c.value << " at " << c.decimals);
    CHECK(round_half_away(c.value, c.decimals) == c.rounded);
  }
}

TEST_CASE("rounding: never minus zero, and no change of what is not finite", "[number]") {
  CHECK_FALSE(std::signbit(round_half_away(-0.4, 0)));
  CHECK_FALSE(std::signbit(round_half_away(-0.0, 2)));
  const double infinity = std::numeric_limits<double>::infinity();
  CHECK(round_half_away(infinity, 1) == infinity);
  CHECK(round_half_away(-infinity, 1) == -infinity);
  CHECK(std::isnan(round_half_away(std::nan(""), 1)));
  const double largest = std::numeric_limits<double>::max();
  CHECK(round_half_away(largest, 4) == largest);
  CHECK(round_half_away(1.7e308, 4) == 1.7e308);
}

TEST_CASE("decimals: whole texts only, with a point", "[number]") {
  CHECK(parse_decimal("0") == 0.0);
  CHECK(parse_decimal("-12.50") == -12.5);
  CHECK(parse_decimal("+7") == 7.0);
  CHECK(parse_decimal(".5") == 0.5);
  CHECK(parse_decimal("5.") == 5.0);
  CHECK(parse_decimal("68000000") == 68000000.0);
  CHECK_FALSE(std::signbit(parse_decimal("-0").value()));
  for (const char* const text : {"", " ", "1 ", " 1", "1,5", "1e3", "0x10", "nan", "inf", "-", "+",
                                 ".", "+-1", "--1", "1.2.3", "1-", "12a", "\xEF\xBC\x91"}) {
    INFO(text);
    CHECK_FALSE(parse_decimal(text));
  }
  CHECK_FALSE(parse_decimal(std::string(400, '9')));
}

TEST_CASE("integers: whole texts that fit", "[number]") {
  CHECK(parse_integer("2024") == 2024);
  CHECK(parse_integer("-3") == -3);
  CHECK(parse_integer("2147483647") == 2147483647);
  for (const char* const text : {"", "2147483648", "1.0", "1 ", " 1", "+1", "0x1", "1e3"}) {
    INFO(text);
    CHECK_FALSE(parse_integer(text));
  }
}

TEST_CASE("number texts: shortest, without exponent or minus zero", "[number]") {
  CHECK(decimal_text(72.7) == "72.7");
  CHECK(decimal_text(-0.0) == "0");
  CHECK(decimal_text(1e21) == "1000000000000000000000");
  CHECK(decimal_text(0.000001) == "0.000001");
  CHECK(decimal_text(0.1 + 0.2) == "0.30000000000000004");
  CHECK(fixed_text(72.65, 1) == "72.7");
  CHECK(fixed_text(72.7, 2) == "72.70");
  CHECK(fixed_text(-0.04, 1) == "0.0");
  CHECK(fixed_text(50000, 0) == "50000");
}

}  // namespace
}  // namespace cpom
