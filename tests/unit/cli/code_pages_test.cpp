#include "cli/code_pages.hpp"

#include <stdexcept>

#include "support/catch.hpp"

using namespace cpom;
using namespace cpom::cli;

TEST_CASE("code pages: a page has a cause in two languages and two examples") {
  const auto pages = parse_code_pages(
      "<!-- Rules. -->\n\n# rule.a\nfr: Une cause\n  sur deux lignes.\nen: A cause.\nwrong:\n"
      "  return {\n\n    1,\n  }\nright:\n  return {}\n\n# rule.b\nfr: B.\nen: B.\nwrong:\n  1\n"
      "right:\n  2\n");
  REQUIRE(pages.size() == 2);
  CHECK(pages[0].code == "rule.a");
  CHECK(pages[0].cause(Language::french) == "Une cause sur deux lignes.");
  CHECK(pages[0].cause(Language::english) == "A cause.");
  CHECK(pages[0].wrong == "return {\n\n  1,\n}\n");
  CHECK(pages[0].right == "return {}\n");
  CHECK(pages[1].right == "2\n");
}

TEST_CASE("code pages: what is no part of a page is refused with its line") {
  CHECK_THROWS_WITH(parse_code_pages("# rule.a\nsomething\n"), "line 2 of the pages: something");
}

TEST_CASE("code pages: those built in are found by code") {
  REQUIRE(find_code_page("rule.no_result") != nullptr);
  CHECK(find_code_page("rule.no_resullt") == nullptr);
}
