#include "xml/lines.hpp"

#include <string>

#include "support/catch.hpp"

using cpom::xml::LineColumn;
using cpom::xml::LineTable;

namespace {

std::string at(const LineTable& lines, std::size_t offset) {
  const LineColumn place = lines.at(offset);
  return std::to_string(place.line) + ":" + std::to_string(place.column);
}

}  // namespace

TEST_CASE("lines: a text starts at line 1, column 1") {
  CHECK(at(LineTable(""), 0) == "1:1");
  CHECK(at(LineTable("x"), 0) == "1:1");
}

TEST_CASE("lines: LF, CRLF and CR each end one line") {
  const LineTable lines("a\nb\r\nc\rd");
  CHECK(at(lines, 0) == "1:1");
  CHECK(at(lines, 1) == "1:2");
  CHECK(at(lines, 2) == "2:1");
  CHECK(at(lines, 5) == "3:1");
  CHECK(at(lines, 7) == "4:1");
}

TEST_CASE("lines: columns count characters, not bytes") {
  const std::string text = "é€😀x";
  CHECK(at(LineTable(text), text.find('x')) == "1:4");
}

TEST_CASE("lines: a place beyond the end is the end") {
  CHECK(at(LineTable("ab\nc"), 99) == "2:2");
}

TEST_CASE("lines: columns are right far into one long line") {
  std::string text = "first\n";
  for (int i = 0; i < 5000; ++i) text += "é.";
  const LineTable lines(text);
  for (const int i : {0, 1, 255, 256, 257, 511, 512, 513, 4999}) {
    CAPTURE(i);
    CHECK(lines.at(static_cast<std::size_t>(6 + 3 * i)).column == 2 * i + 1);
  }
}
