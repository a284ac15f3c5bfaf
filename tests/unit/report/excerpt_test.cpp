#include "report/excerpt.hpp"

#include "support/catch.hpp"

using namespace cpom;
using namespace cpom::report;

namespace {

Diagnostic finding(int line, int column, Message what) {
  return {Severity::error, "rule.essai", {"a.lua", line, column}, std::move(what), {}};
}

std::string shown(const Diagnostic& what, std::string_view source, int width = 100) {
  return text_of(excerpt_of(what, source), what.where.line, width);
}

const std::string source =
    "return {\n  compute = function(é, valeur)\n    return math.flor(valeur)\n"
    "  end,\n}\n";

}  // namespace

TEST_CASE("excerpt: the carets are as long as the name that is quoted") {
  CHECK(shown(finding(3, 12, message("nothing is called '{0}' here", "math.flor")), source) ==
        "     3 |     return math.flor(valeur)\n"
        "       |            ^^^^^^^^^\n");
}

TEST_CASE("excerpt: without a column the quoted name is looked for") {
  CHECK(shown(finding(2, 0, message("\"{0}\" is odd", "valeur")), source) ==
        "     2 |   compute = function(é, valeur)\n"
        "       |                         ^^^^^^\n");
  CHECK(shown(finding(2, 0, message("odd")), source) ==
        "     2 |   compute = function(é, valeur)\n"
        "       |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n");
}

TEST_CASE("excerpt: the first line stands for the file") {
  CHECK(shown(finding(1, 0, message("odd")), source).empty());
  CHECK_FALSE(shown(finding(1, 1, message("odd")), source).empty());
}

TEST_CASE("excerpt: no line, no excerpt") {
  CHECK(shown(finding(0, 0, message("odd")), source).empty());
  CHECK(shown(finding(9, 1, message("odd")), source).empty());
  CHECK(shown(finding(1, 1, message("odd")), "\xff\xfe\n").empty());
}

TEST_CASE("excerpt: a long line is shown around the place") {
  const std::string line = std::string(150, 'a') + " valeur " + std::string(150, 'b');
  const std::string text = shown(finding(1, 152, message("\"{0}\"", "valeur")), line, 60);
  CHECK(text == "     1 | …" + std::string(16, 'a') + " valeur " + std::string(25, 'b') +
                    "…\n       |                   ^^^^^^\n");
}

TEST_CASE("excerpt: nothing that a terminal would obey") {
  const std::string text = shown(finding(1, 1, message("odd")), "a\x1b[31mb\tc");
  CHECK(text.find('\x1b') == std::string::npos);
}
