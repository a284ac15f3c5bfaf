#include <string>
#include <vector>

#include "support/catch.hpp"
#include "unit/script/fixture.hpp"

using namespace cpom;
using namespace cpom::script;
using Texts = std::vector<std::string>;
using model::Layer;

namespace {

/// What the one rule \a id with this source gives.
std::string told(const std::string& id, const std::string& source) {
  RuleBench bench;
  bench.package("p", Layer::core, {{id, source}});
  REQUIRE(bench.faults() == Texts{});
  return bench.told(id, {});
}

std::string term(const std::string& result) {
  return told("term/x", "return { needs = {}, term = function() return " + result + " end }");
}

std::string validate(const std::string& result) {
  return told("validate/x",
              "return { needs = {}, validate = function() return " + result + " end }");
}

std::string column(const std::string& result) {
  return told("column/x", "return { label = \"É\", needs = {}, column = function() return " +
                              result + " end }");
}

std::string section(const std::string& result) {
  return told("section/x", "return { label = \"É\", needs = {}, section = function() return " +
                               result + " end }");
}

const std::string wrong = "rule.result p/";

}  // namespace

TEST_CASE("a term rule gives the rank of a status, or says why not") {
  CHECK(term("2") == "2");
  CHECK(term("nil, 'too few years'") == "nil: too few years");
  CHECK(term("0").starts_with(wrong + "term/x.lua:1: rule term/x returned the number 0"));
  CHECK(term("1.5").starts_with(wrong));
  CHECK(term("'reached'").starts_with(wrong));
  CHECK(term("1, 2").starts_with(wrong));
}

TEST_CASE("a validate rule gives true, or false and the fault") {
  CHECK(validate("true") == "true");
  RuleBench bench;
  bench.package(
      "p", Layer::core,
      {{"validate/x", "return { needs = {}, validate = function() return false, 'too few' end }"}});
  const engine::Answer answer = bench.call("validate/x", {});
  CHECK(answer.failure.empty());
  CHECK(std::get<bool>(answer.first) == false);
  CHECK(answer.reason == "too few");
  CHECK(validate("false") ==
        wrong + "validate/x.lua:1: rule validate/x returned false, then nothing");
  CHECK(validate("false, 3").starts_with(wrong));
  CHECK(validate("nil, 'why'").starts_with(wrong));
  CHECK(validate("true, 'why'").starts_with(wrong));
}

TEST_CASE("a column is a number or a text of one line, a section a text and perhaps a number") {
  CHECK(column("2.5") == "2.5");
  CHECK(column("'two\\nlines'") == "two lines");
  CHECK(column("nil, 'no value'") == "nil: no value");
  CHECK(column("true").starts_with(wrong));
  CHECK(column("''").starts_with(wrong));
  CHECK(section("'one\\ntwo'") == "one\ntwo");
  CHECK(section("'one', 5") == "one, 5");
  CHECK(section("'a\\27b'") == "a\uFFFDb");
  CHECK(section("3").starts_with(wrong));
  CHECK(section("'one', 'two'").starts_with(wrong));
}

TEST_CASE("headings are needed, severities are words, and both pass to what builds on them") {
  RuleBench bench;
  bench.package(
      "core", Layer::core,
      {{"column/a", "return { needs = {}, column = function() return 1 end }"},
       {"column/b", "return { label = \"Écart\", needs = {}, column = function() return 1 end }"},
       {"compute/c",
        "return { label = \"x\", needs = { \"value\" }, compute = function(v) return v "
        "end }"},
       {"validate/d",
        "return { severity = \"warning\", needs = {},\n validate = function() return true "
        "end }"},
       {"validate/e",
        "return { severity = \"fatal\", needs = {}, validate = function() return true "
        "end }"}});
  bench.package("bzh", Layer::region,
                {{"column/b", "return function(base) return { label = base.label .. ' !' } end"},
                 {"validate/d", "return function(base) return {} end"}});
  CHECK(bench.faults() == Texts{"rule.shape core/column/a.lua:1",
                                "rule.unknown_key core/compute/c.lua:1",
                                "rule.shape core/validate/e.lua:1"});
  CHECK(bench.fault() == "the rule has no \"label\" (write the heading, in French)");
  CHECK(bench.find("column/b")->label == "Écart !");
  CHECK(bench.find("validate/d")->severity == Severity::warning);
}

TEST_CASE("inputs named after something of the contract are known") {
  RuleBench bench;
  bench.package(
      "core", Layer::core,
      {{"validate/a",
        "return { needs = { \"followed.2.c.1\", \"funding.care?\" },\n"
        "  validate = function(a, b) return a end }"},
       {"section/b",
        "return { label = \"x\", needs = { \"score.1\", \"count.late\", \"measure.1.a\" },\n"
        "  section = function(a, b, c) return 'x' end }"},
       {"section/c",
        "return { label = \"x\", needs = { \"followed.1\" },\n section = function(a) return 'x' "
        "end }"},
       {"validate/d",
        "return { needs = { \"followed.\" },\n validate = function(a) return a end }"}});
  CHECK(bench.faults() == Texts{"rule.unknown_input core/section/c.lua:1",
                                "rule.unknown_input core/validate/d.lua:1"});
}

TEST_CASE("an indicator's own scale is what its classify rule builds on") {
  RuleBench bench;
  bench.model.indicators[0].classify = "by_level";
  const auto scale = [](const std::string& status) {
    return "return { needs = { \"reached\" }, classify = function(r) return '" + status + "' end }";
  };
  bench.package("core", Layer::core,
                {{"classify/standard", scale("usual")}, {"classify/by_level", scale("level")}});
  bench.package("bzh", Layer::region,
                {{"indicators/1.a/classify", "return function(base) return {} end"},
                 {"indicators/2.b/classify", "return function(base) return {} end"}});
  REQUIRE(bench.faults() == Texts{});
  CHECK(bench.told("classify/by_level", {true}, "1.a") == "level");
  CHECK(bench.told("classify/standard", {true}, "2.b") == "usual");
}

TEST_CASE("a plugin judges indicators of its own") {
  RuleBench bench;
  bench.model.indicators[0].plugin = "plug";
  bench.package("core", Layer::core, {{"compute/share", computing("value")}});
  bench.package("plug", Layer::plugin,
                {{"indicators/1.a/compute", "return function(base) return {} end"}});
  CHECK(bench.faults() == Texts{});
}
