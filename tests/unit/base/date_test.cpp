#include "base/date.hpp"

#include "support/catch.hpp"

namespace cpom {
namespace {

TEST_CASE("dates: an ISO day is read whole or not at all", "[date]") {
  CHECK(parse_iso_date("2024-12-31") == make_date(2024, 12, 31));
  CHECK(parse_iso_date("2024-02-29") == make_date(2024, 2, 29));
  for (const char* const text :
       {"", "2024", "2024-12", "2023-02-29", "2024-13-01", "2024-00-10", "2024-01-00", "2024-1-1",
        "2024/12/31", "31-12-2024", " 2024-12-31", "2024-12-31 ", "2024-12-31T00:00", "+024-12-31",
        "2024-12-3a"}) {
    INFO(text);
    CHECK_FALSE(parse_iso_date(text));
  }
}

TEST_CASE("dates: written as they are read", "[date]") {
  CHECK(iso_text(make_date(2024, 3, 7)) == "2024-03-07");
  CHECK(year_of(make_date(2024, 3, 7)) == 2024);
}

TEST_CASE("dates: 29 February falls back to the 28th where there is none", "[date]") {
  CHECK(plus_years(make_date(2024, 2, 29), 1) == make_date(2025, 2, 28));
  CHECK(plus_years(make_date(2024, 2, 29), 4) == make_date(2028, 2, 29));
  CHECK(plus_years(make_date(2024, 6, 30), -4) == make_date(2020, 6, 30));
}

TEST_CASE("dates: the day before crosses months and years", "[date]") {
  CHECK(day_before(make_date(2024, 3, 1)) == make_date(2024, 2, 29));
  CHECK(day_before(make_date(2024, 1, 1)) == make_date(2023, 12, 31));
}

TEST_CASE("relative dates: counted from the assessed year", "[date]") {
  const auto deadline = parse_relative_date("N+1-01-31");
  REQUIRE(deadline);
  CHECK(deadline->in(2024) == make_date(2025, 1, 31));
  CHECK(text_of(*deadline) == "N+1-01-31");
  CHECK(parse_relative_date("N-12-31")->in(2024) == make_date(2024, 12, 31));
  CHECK(text_of(*parse_relative_date("N-12-31")) == "N-12-31");
  CHECK(parse_relative_date("N-02-29")->in(2023) == make_date(2023, 2, 28));
  for (const char* const text : {"", "N", "N+-01-31", "N+1", "N+10-01-31", "n-12-31", "N-13-01",
                                 "N-02-30", "N-1-1", "2024-12-31", "N-12-31 "}) {
    INFO(text);
    CHECK_FALSE(parse_relative_date(text));
  }
}

}  // namespace
}  // namespace cpom
