#include "testing/columns.hpp"

#include "support/catch.hpp"

using namespace cpom::testing;

TEST_CASE("a column is known by its English and its French name") {
  CHECK(column_word("Numérateur") == "numerator");
  CHECK(column_word("référence.dénominateur") == "baseline.denominator");
  CHECK(column_word("Valeur de référence") == "baseline");
  CHECK(column_word("cible.minimum") == "target.min");
  CHECK(column_word("paramètre.partial_from") == "param.partial_from");
  CHECK(column_word(" Attendu 2 ") == "expect_2");
  CHECK(column_word("most_favoured.numerator") == "most_favoured.numerator");
}

TEST_CASE("the cells of a column are read by what it holds") {
  CHECK(type_of_input("kept") == CellType::truth);
  CHECK(type_of_input("followed.2.c.1") == CellType::truth);
  CHECK(type_of_input("points") == CellType::list);
  CHECK(type_of_input("unit") == CellType::text);
  CHECK(type_of_input("param.partial_from") == CellType::number);
}

TEST_CASE("every kind of rule has a type of result") {
  using cpom::engine::RuleKind;
  CHECK(type_of_result(RuleKind::compute, false) == CellType::number);
  CHECK(type_of_result(RuleKind::compute, true) == CellType::truth);
  CHECK(type_of_result(RuleKind::check, false) == CellType::truth);
  CHECK(type_of_result(RuleKind::check, true) == CellType::number);
  CHECK(type_of_result(RuleKind::classify, false) == CellType::text);
  CHECK(type_of_result(RuleKind::term, false) == CellType::number);
  CHECK(type_of_result(RuleKind::validate, false) == CellType::truth);
}
