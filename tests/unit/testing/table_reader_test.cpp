#include "testing/table_reader.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace cpom;
using testing::Case;

namespace {

struct Reading {
  explicit Reading(const std::string& text, const std::string& rule_name = "compute/share") {
    rule.kind = engine::RuleKind::compute;
    rule.id = "compute/share";
    rule.needs = {{"numerator"}, {"denominator"}, {"param.Seuil", true}};
    testing::TableSubject subject;
    subject.rule = rule_name;
    subject.find_rule = [this](const Case& one) { return one.rule == rule.id ? &rule : nullptr; };
    subject.rule_ids = [this] { return std::vector<std::string>{rule.id}; };
    subject.find_model = [](const std::string&) -> const model::Model* { return nullptr; };
    subject.model_ids = [] { return std::vector<std::string>(); };
    cases = read_cases(text, "share.csv", subject, found);
  }

  std::vector<std::string> codes() const {
    std::vector<std::string> all;
    for (const Diagnostic& fault : found.all()) all.push_back(fault.code);
    return all;
  }

  engine::Rule rule;
  Diagnostics found;
  std::vector<Case> cases;
};

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("a row of a table is a case") {
  const Reading reading(
      "numérateur;dénominateur;param.Seuil;attendu;tolérance;note\n"
      "1 412,5;515;10;80;0,01;un cas\n");
  REQUIRE(reading.codes().empty());
  REQUIRE(reading.cases.size() == 1);
  const Case& one = reading.cases[0];
  CHECK(one.rule == "compute/share");
  CHECK(one.note == "un cas");
  CHECK(one.tolerance == 0.01);
  REQUIRE(one.inputs.size() == 3);
  CHECK(one.inputs[0].name == "numerator");
  CHECK(one.inputs[0].value == engine::Value(1412.5));
  CHECK(one.inputs[2].name == "param.Seuil");
  CHECK(one.inputs[2].where == Position{"share.csv", 2, 13});
  REQUIRE(one.wanted.size() == 1);
  CHECK(one.wanted[0].value == engine::Value(80.0));
}

TEST_CASE("the decimal sign of a table is settled as in files of values") {
  const Reading point("numerator;denominator;expect\n1.234;1;1\n0.5;1;1\n");
  REQUIRE(point.cases.size() == 2);
  CHECK(point.cases[0].inputs[0].value == engine::Value(1.234));
  const Reading comma("numerator;denominator;expect\n1.234;1;1\n0,5;1;1\n");
  REQUIRE(comma.cases.size() == 2);
  CHECK(comma.cases[0].inputs[0].value == engine::Value(1234.0));
  const Reading unknown("numerator;denominator;expect\n1.234;1;1\n");
  CHECK(unknown.codes() == Codes{"csv.ambiguous_number"});
  CHECK(unknown.cases.empty());
  const Reading mixed("numerator;denominator;expect\n0.5;1;1\n0,5;1;1\n");
  CHECK(mixed.codes() == Codes{"csv.mixed_decimals"});
}

TEST_CASE("a faulty row is left out, the others are kept") {
  const Reading reading(
      "numerator;denominator;expect\n"
      "1;2;50\n"
      "x;2;50\n"
      "1;2;\n"
      ";;\n"
      "3;4;75\n");
  CHECK(reading.codes() == Codes{"test.bad_value", "test.no_expectation"});
  REQUIRE(reading.cases.size() == 2);
  CHECK(reading.cases[1].inputs[0].value == engine::Value(3.0));
}

TEST_CASE("columns and rules that are not known are told with the nearest") {
  const Reading column("numerateur;denominator;expekt\n1;2;50\n");
  REQUIRE(column.found.all().size() == 1);
  CHECK(render(column.found.all()[0], Language::english) ==
        "share.csv:1:24: error: unknown column \"expekt\" (did you mean \"expect\"?) "
        "[test.unknown_column]");
  CHECK(Reading("rule;numerator;expect\ncompute/shore;1;2\n", "").codes() ==
        Codes{"test.unknown_rule"});
  CHECK(Reading("numerator;expect\n1;2\n", "").codes() == Codes{"test.no_rule"});
  CHECK(Reading("baseline;expect\n1;2\n").codes() == Codes{"test.not_an_input"});
  CHECK(Reading("numerator;numérateur;expect\n1;2;3\n").codes() == Codes{"csv.duplicate_column"});
  CHECK(Reading("").codes() == Codes{"csv.empty"});
}
