#include "csv/table.hpp"

#include "support/catch.hpp"

#include <string>
#include <tuple>
#include <vector>

namespace cpom::csv {
namespace {

using Texts = std::vector<std::vector<std::string>>;
/// Line, column and text of a cell.
using Placed = std::tuple<int, int, std::string>;

Texts texts_of(std::string_view text, char separator = ';') {
  RowReader reader(text, separator);
  Texts texts;
  for (Row row; reader.next(row);) {
    texts.emplace_back();
    for (const Cell& cell : row.cells) texts.back().emplace_back(cell.text);
  }
  return texts;
}

std::vector<Placed> places_in(std::string_view text, char separator = ';') {
  RowReader reader(text, separator);
  std::vector<Placed> places;
  for (Row row; reader.next(row);) {
    for (const Cell& cell : row.cells) {
      places.emplace_back(cell.line, column_of(cell, text), std::string(cell.text));
    }
  }
  return places;
}

TEST_CASE("table: the separator is what the header has most of, quotes aside", "[csv]") {
  CHECK(find_separator("a;b;c\n1,2,3,4,5") == ';');
  CHECK(find_separator("a,b\n1;2;3") == ',');
  CHECK(find_separator("a\tb\tc;d") == '\t');
  CHECK(find_separator("\"x,y,z\nu,v\";b\n") == ';');
  CHECK(find_separator("\r\n\na,b") == ',');
  CHECK(find_separator("a;b,c") == ';');
  CHECK(find_separator("abc\n1;2") == '\0');
  CHECK(find_separator("") == '\0');
}

TEST_CASE("table: rows end with LF, CRLF or CR, the last one also without", "[csv]") {
  const Texts expected = {{"a", "b"}, {"1", "2"}, {"3", ""}};
  CHECK(texts_of("a;b\n1;2\n3;\n") == expected);
  CHECK(texts_of("a;b\r\n1;2\r\n3;") == expected);
  CHECK(texts_of("a;b\r1;2\r3;\r") == expected);
}

TEST_CASE("table: quoted cells hold separators, line breaks and doubled quotes", "[csv]") {
  CHECK(texts_of("\"a;b\";\"c\r\nd\";\"say \"\"x\"\"\"\n\"\";x") ==
        Texts{{"a;b", "c\r\nd", "say \"x\""}, {"", "x"}});
  CHECK(texts_of(" \"a\" ;  b  ;\"  c \"\n") == Texts{{"a", "b", "c"}});
}

TEST_CASE("table: rows that are empty or only separators are passed over", "[csv]") {
  CHECK(texts_of("\n\n a;b\n\n;;;\n  ; \n\u00A0;\n1;2\n\n") == Texts{{"a", "b"}, {"1", "2"}});
  CHECK(texts_of("").empty());
  CHECK(texts_of("  \n").empty());
}

TEST_CASE("table: a tab may separate", "[csv]") {
  CHECK(texts_of("a\t\tb\n\t \tc\n", '\t') == Texts{{"a", "", "b"}, {"", "", "c"}});
}

TEST_CASE("table: each cell knows its line and column, in characters", "[csv]") {
  CHECK(places_in("été; b;c\n\nx;\"y\nz\";w\n") ==
        std::vector<Placed>{
            {1, 1, "été"}, {1, 6, "b"}, {1, 8, "c"}, {3, 1, "x"}, {3, 3, "y\nz"}, {4, 4, "w"}});
}

TEST_CASE("table: lines are the same lines whatever ends them", "[csv]") {
  const auto lines = [](std::string_view text) {
    std::vector<int> all;
    for (const auto& [line, column, cell] : places_in(text)) all.push_back(line);
    return all;
  };
  const std::vector<int> expected = {1, 1, 3, 3, 5, 5};
  CHECK(lines("a;b\n\nc;\"d\n\"\n;e") == expected);
  CHECK(lines("a;b\r\n\r\nc;\"d\r\n\"\r\n;e") == expected);
  CHECK(lines("a;b\r\rc;\"d\r\"\r;e") == expected);
}

TEST_CASE("table: a misplaced quote marks its cell, and what follows is read", "[csv]") {
  for (const char* const text :
       {"a;5\" b;c\nd;e;f\n", "a;\"5\" b;c\nd;e;f\n", "a;\"5\" \"b;c\nd;e;f\n"}) {
    INFO(text);
    RowReader reader(text, ';');
    Row row;
    REQUIRE(reader.next(row));
    REQUIRE(row.cells.size() == 3);
    CHECK(row.cells[0].quotes == Quotes::right);
    CHECK(row.cells[1].quotes == Quotes::stray);
    CHECK(row.cells[2].quotes == Quotes::right);
    CHECK(row.cells[2].text == "c");
    REQUIRE(reader.next(row));
    CHECK(row.cells[2].text == "f");
    CHECK_FALSE(reader.next(row));
  }
}

TEST_CASE("table: a stray cell is kept as it stands in the file", "[csv]") {
  const std::string text = "a;\"5\" b ;c\n";
  RowReader reader(text, ';');
  Row row;
  REQUIRE(reader.next(row));
  CHECK(row.cells[1].text == "\"5\" b");
}

TEST_CASE("table: a quote that is never closed takes the rest", "[csv]") {
  const std::string text = "a;b\n1;\"2\n3;4\n";
  RowReader reader(text, ';');
  Row row;
  REQUIRE(reader.next(row));
  REQUIRE(reader.next(row));
  REQUIRE(row.cells.size() == 2);
  CHECK(row.cells[1].quotes == Quotes::unclosed);
  CHECK(row.cells[1].line == 2);
  CHECK(row.cells[1].text == "\"2\n3;4");
  CHECK_FALSE(reader.next(row));
}

TEST_CASE("table: of a very long row the fields are counted and the first kept", "[csv]") {
  const std::string text = "a" + std::string(500, ';') + "b\n1;2\n";
  RowReader reader(text, ';');
  Row row;
  REQUIRE(reader.next(row));
  CHECK(row.fields == 501);
  CHECK(row.cells.size() == most_cells);
  REQUIRE(reader.next(row));
  CHECK(row.fields == 2);
}

TEST_CASE("table: cells stay valid while later rows are read", "[csv]") {
  const std::string text = "\"x\"\"1\"\n\"x\"\"2\"\n\"x\"\"3\"\n";
  RowReader reader(text, ';');
  std::vector<Cell> cells;
  for (Row row; reader.next(row);) cells.push_back(row.cells.front());
  REQUIRE(cells.size() == 3);
  CHECK(cells[0].text == "x\"1");
  CHECK(cells[2].text == "x\"3");
}

}  // namespace
}  // namespace cpom::csv
