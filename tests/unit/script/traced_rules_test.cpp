#include <filesystem>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/number.hpp"
#include "script/equality_marks.hpp"
#include "script/traced_rules.hpp"
#include "support/catch.hpp"
#include "unit/script/fixture.hpp"

using namespace cpom;
using namespace cpom::script;
using engine::Value;

namespace {

std::string told(const Operand& operand) {
  std::string text = decimal_text(operand.value);
  if (operand.origin == Operand::Origin::argument) text += "@" + std::to_string(operand.index + 1);
  if (operand.item > 0) text += "." + std::to_string(operand.item);
  if (operand.origin == Operand::Origin::operation) text += "#" + std::to_string(operand.index + 1);
  return text;
}

/// "100 * 412@1 = 41200 (2)" for each operation, then "-> 80#2".
std::vector<std::string> told(const std::optional<Trace>& trace) {
  if (!trace) return {"not followed"};
  std::vector<std::string> lines;
  for (const Operation& operation : trace->operations) {
    std::string line = operation.symbol;
    for (const Operand& operand : operation.operands) line += " " + told(operand);
    line += operation.truth ? (*operation.truth ? " true" : " false")
                            : " = " + decimal_text(operation.result);
    lines.push_back(line + " line " + std::to_string(operation.line));
  }
  if (trace->first) lines.push_back("-> " + told(*trace->first));
  if (trace->second) lines.push_back("then " + told(*trace->second));
  return lines;
}

/// What tracing tells of rule compute/r, written as \a source.
std::vector<std::string> traced(const std::string& source, const std::vector<Value>& arguments,
                                const std::string& id = "compute/r") {
  RuleBench bench;
  bench.package("core", model::Layer::core, {{id, source}});
  TracedRules rules(bench.packages, bench.model, bench.contract);
  const engine::Rule* const rule = bench.find(id);
  REQUIRE(rule != nullptr);
  return told(rules.trace(*rule, arguments, bench.rules.call(*rule, arguments)));
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("traced rules: each operation with its figures, and where it stands") {
  CHECK(traced("return { needs = { \"numerator\", \"denominator\" },\n"
               "compute = function(n, d)\n"
               "  if d == 0 then return nil, \"no\" end\n"
               "  return 100 * n / d\n"
               "end }",
               {412.0, 515.0}) == Lines{"== 515@2 0 false line 3", "* 100 412@1 = 41200 line 4",
                                        "/ 41200#2 515@2 = 80 line 4", "-> 80#3"});
}

TEST_CASE("traced rules: equality is as Lua has it for anything") {
  const auto answer = [](const std::string& expression, const Value& value) {
    RuleBench bench;
    bench.package("core", model::Layer::core, {{"compute/r", computing(expression)}});
    TracedRules rules(bench.packages, bench.model, bench.contract);
    const engine::Rule* const rule = bench.find("compute/r");
    const std::vector<Value> arguments = {value};
    const auto trace = rules.trace(*rule, arguments, bench.rules.call(*rule, arguments));
    return trace ? RuleBench::text_of(trace->answer) : "not followed";
  };
  CHECK(answer("value == 2 and 1 or 0", 2.0) == "1");
  CHECK(answer("2 == value and 1 or 0", 2.0) == "1");
  CHECK(answer("value ~= 2 and 1 or 0", 2.0) == "0");
  CHECK(answer("value + 1 == 3 and 1 or 0", 2.0) == "1");
  CHECK(answer("value == value == true and 1 or 0", 2.0) == "1");
  CHECK(answer("not value == false and 1 or 0", 2.0) == "1");
  CHECK(answer("value == nil and 1 or 0", 2.0) == "0");
  CHECK(answer("nil == nil and value ~= \"2\" and 1 or 0", 2.0) == "1");
  CHECK(answer("(\"a==b\" == 'a' .. \"==b\" and 1 or 0) + value", 2.0) == "3");
  CHECK(answer("#[==[ ~= ]==] == 4 and value or 0 -- == [[ ==\n", 2.0) == "2");
  CHECK(answer("value | 1", 2.0) == "not followed");
}

TEST_CASE("traced rules: functions see through, and are operations of their own") {
  CHECK(traced(computing("math.max(value, 3) + cpom.round(value / 3, 1)"), {2.0}) ==
        Lines{"math.max 2@1 3 = 3 line 1", "/ 2@1 3 = 0.6666666666666666 line 1",
              "cpom.round 0.6666666666666666#2 1 = 0.7 line 1", "+ 3#1 0.7#3 = 3.7 line 1",
              "-> 3.7#4"});
  CHECK(traced(computing("type(value) == \"number\" and #string.format(\"%d\", value) or 0"),
               {25.0}) == Lines{"-> 2"});
  CHECK(traced(computing("-value // 2 % 5 ^ 1"), {7.0}) == Lines{"negative 7@1 = -7 line 1",
                                                                 "// -7#1 2 = -4 line 1",
                                                                 "% -4#2 5 = 1 line 1", "-> 1#3"});
}

TEST_CASE("traced rules: lists and loops") {
  CHECK(traced("return { needs = { \"points\", \"weights\" }, rollup = function(points, weights)\n"
               "local sum = 0\n"
               "for i, value in ipairs(points) do sum = sum + weights[i] * value end\n"
               "return sum / #points end }",
               {std::vector<double>{100, 50}, std::vector<double>{1, 2}},
               "rollup/r") == Lines{"* 1@2.1 100@1.1 = 100 line 3", "+ 0 100#1 = 100 line 3",
                                    "* 2@2.2 50@1.2 = 100 line 3", "+ 100#2 100#3 = 200 line 3",
                                    "/ 200#4 2 = 100 line 4", "-> 100#5"});
}

TEST_CASE("traced rules: the year looks into tables") {
  CHECK(traced("local by_year = { [2024] = 10, [2025] = 20 }\n"
               "return { needs = { \"value\", \"year\" },\n"
               "compute = function(value, year) return value / by_year[year] end }",
               {5.0, 2025.0}) == Lines{"/ 5@1 20 = 0.25 line 3", "-> 0.25#1"});
}

TEST_CASE("traced rules: what cannot be followed is not told") {
  CHECK(traced("return { needs = { \"value\" }, compute = function(value)\n"
               "local n = 0 for i = 1, value do n = n + i end return n end }",
               {3.0}) == Lines{"not followed"});
  CHECK(traced("local names = { [3] = 1 }\n"
               "return { needs = { \"value\" }, compute = function(value)\n"
               "return names[value] or 0 end }",
               {3.0}) == Lines{"not followed"});
}

TEST_CASE("traced rules: a chain of layers is followed into the rule below") {
  RuleBench bench;
  bench.package("core", model::Layer::core,
                {{"compute/share",
                  "return { needs = { \"numerator\", \"denominator\" },\n"
                  "compute = function(n, d) return 100 * n / d end }"}});
  bench.package("region", model::Layer::region,
                {{"indicators/1.a/compute",
                  "local half = 0.5\nreturn function(base) return {\n"
                  "compute = function(n, d)\n"
                  "return base.compute(n * half, d) end } end"}});
  TracedRules rules(bench.packages, bench.model, bench.contract);
  const engine::Rule* const rule = bench.find("compute/share", "1.a");
  const std::vector<Value> arguments = {10.0, 20.0};
  const auto trace = rules.trace(*rule, arguments, bench.rules.call(*rule, arguments));
  CHECK(told(trace) == Lines{"* 10@1 0.5 = 5 line 4", "* 100 5#1 = 500 line 2",
                             "/ 500#2 20@2 = 25 line 2", "-> 25#3"});
  CHECK(trace->place_of(trace->operations[1]).file == "core/compute/share.lua");
}

TEST_CASE("traced rules: whatever a rule tries, it is told as it answered or not at all") {
  int followed = 0;
  int scripts = 0;
  const auto folder = std::filesystem::path(CPOM_SOURCE_DIR) / "tests/sandbox";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".lua") continue;
    INFO(entry.path().filename().string());
    RuleBench bench;
    bench.package("core", model::Layer::core, {{"compute/r", read_file(entry.path())}});
    TracedRules rules(bench.packages, bench.model, bench.contract);
    const engine::Rule* const rule = bench.find("compute/r");
    REQUIRE(rule != nullptr);
    const std::vector<Value> arguments(std::max<std::size_t>(rule->needs.size(), 1), 40.0);
    const engine::Answer answer = bench.rules.call(*rule, arguments);
    // Asked even of those that failed, as if they had not.
    engine::Answer as_if = answer;
    as_if.failure.clear();
    const auto trace = rules.trace(*rule, arguments, as_if);
    ++scripts;
    if (!trace) continue;
    CHECK(RuleBench::text_of(trace->answer) == RuleBench::text_of(as_if));
    followed += answer.failed() ? 0 : 1;
  }
  CHECK(scripts > 150);
  CHECK(followed > 15);
}
