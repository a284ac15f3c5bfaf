#include "compare/difference.hpp"

#include "compare/lists.hpp"
#include "compare/text.hpp"
#include "support/catch.hpp"

using namespace cpom;
using namespace cpom::compare;

namespace {

Result result(const std::string& code, const std::string& status, int rank, double measure) {
  Result made;
  made.key = {"un", code, "", 2024};
  made.status = status;
  made.shown_status = status;
  made.rank = rank;
  made.measure = measure;
  made.shown_measure = render(Figure{measure, 0}, Language::english);
  return made;
}

std::string text_of(const Difference& found) {
  report::Page page(100, false);
  write(found, Language::english, page);
  return page.take();
}

Diagnostic finding(int line, const char* code = "rule.unused") {
  return {Severity::note, code, {"a.lua", line, 0}, message("none"), {}};
}

}  // namespace

TEST_CASE("difference: what changed, came and went") {
  Results before;
  before.results = {result("1.a", "reached", 1, 65), result("1.b", "reached", 1, 12),
                    result("1.c", "reached", 1, 3)};
  Results after;
  after.results = {result("1.a", "reached", 1, 65), result("1.b", "not_reached", 3, 9),
                   result("1.d", "reached", 1, 3)};
  const Difference found = difference(before, after);
  CHECK(found.same == 1);
  REQUIRE(found.results.size() == 3);
  CHECK(found.results[0].course() == Course::worse);
  CHECK(text_of(found) ==
        "  ~ 1.b, 2024: status reached → not_reached (worse); value 12 → 9\n"
        "  + 1.d, 2024: reached, new\n"
        "  - 1.c, 2024: no longer there; it was reached\n");
  CHECK(difference(after, before).results[0].course() == Course::better);
  CHECK(difference(after, after).empty());
}

TEST_CASE("difference: values that are shown alike and are not") {
  Results before;
  before.results = {result("1.a", "reached", 1, 65.2)};
  Results after;
  after.results = {result("1.a", "reached", 1, 65.3)};
  CHECK(text_of(difference(before, after)) == "  ~ 1.a, 2024: value 65.2 → 65.3\n");
}

TEST_CASE("difference: the weather of objectives") {
  Weather sunny{{"un", "1", "", 2024}, "", "sunny", "Sunny", 1};
  Weather none{{"un", "1", "", 2024}, "", "", "", {}};
  Results before;
  before.weathers = {sunny};
  Results after;
  after.weathers = {none};
  CHECK(text_of(difference(before, after)) == "  ~ objective 1, 2024: weather Sunny → none\n");
}

TEST_CASE("difference: a finding that only moved is the same") {
  Diagnostics before;
  before.add(finding(3));
  before.add(finding(9));
  Diagnostics after;
  after.add(finding(4));
  after.add(finding(9));
  after.add(finding(9, "rule.overridden"));
  const FindingsDifference found = difference(before, after);
  REQUIRE(found.came.all().size() == 1);
  CHECK(found.came.all()[0].code == "rule.overridden");
  CHECK(found.went.empty());
  CHECK(difference(after, before).went.all().size() == 1);
}

TEST_CASE("difference: tests that broke and were mended") {
  const std::vector<Test> before = {{{"t.csv", 2, 0}, "one", true},
                                    {{"t.csv", 3, 0}, "two", false},
                                    {{"t.csv", 4, 0}, "old", true}};
  const std::vector<Test> after = {{{"t.csv", 5, 0}, "one", false},
                                   {{"t.csv", 6, 0}, "two", true},
                                   {{"t.csv", 7, 0}, "new", false}};
  const TestsDifference found = difference(before, after);
  REQUIRE(found.broke.size() == 2);
  CHECK(found.broke[0].name == "one");
  CHECK(found.broke[1].name == "new");
  REQUIRE(found.mended.size() == 1);
  CHECK(found.mended[0].name == "two");
  CHECK(found.came == 1);
  CHECK(found.went == 1);
}
