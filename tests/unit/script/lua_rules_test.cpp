#include "script/lua_rules.hpp"

#include <limits>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "unit/script/fixture.hpp"

using namespace cpom;
using namespace cpom::script;
using engine::Value;
using model::Layer;

namespace {

/// What rule \a kind /x returns for the argument 4, written as \a expression.
std::string returned(const std::string& kind, const std::string& expression) {
  RuleBench bench;
  const std::string need = kind == "rollup" ? "points" : kind == "weather" ? "score" : "year";
  bench.package("p", Layer::core,
                {{kind + "/x", "return { needs = { \"" + need + "\" },\n  " + kind +
                                   " = function(n) return " + expression + " end }"}});
  return bench.told(kind + "/x", {4.0});
}

const std::string at = " p/compute/x.lua:2: rule compute/x returned ";

}  // namespace

TEST_CASE("a rule gets plain arguments in the order of its needs, and returns plain values") {
  RuleBench bench;
  bench.package("p", Layer::core,
                {{"compute/share",
                  "return { needs = { \"numerator\", \"denominator\", \"baseline?\" },\n"
                  "compute = function(n, d, b) return 100 * n / d + (b or 0.5) end }"},
                 {"rollup/sum",
                  "return { needs = { \"points\" }, rollup = function(points) local s = 0 "
                  "for _, x in ipairs(points) do s = s + x end return s end }"}});
  REQUIRE(bench.faults().empty());
  CHECK(bench.told("compute/share", {1.0, 4.0, 2.0}) == "27");
  CHECK(bench.told("compute/share", {1.0, 4.0, no_value}) == "25.5");
  CHECK(bench.told("rollup/sum", {std::vector<double>{1, 2, 3.5}}) == "6.5");
  CHECK(bench.told("rollup/sum", {std::vector<double>{}}) == "0");
  const engine::Rule& rule = *bench.find("compute/share");
  REQUIRE(rule.needs.size() == 3);
  CHECK(rule.needs[2].name == "baseline");
  CHECK(rule.needs[2].optional);
  CHECK(rule.where == Position{"p/compute/share.lua", 2, 0});
  CHECK(bench.find("compute/unknown") == nullptr);
  CHECK(bench.book().names(engine::RuleKind::compute) == std::vector<std::string>{"share"});
}

TEST_CASE("texts and truth values are arguments too") {
  RuleBench bench;
  bench.package("p", Layer::core,
                {{"classify/x",
                  "return { needs = { \"reached\", \"measure\" }, "
                  "classify = function(r, m) return r and m .. '!' or 'no' end }"}});
  CHECK(bench.told("classify/x", {true, std::string("été")}) == "été!");
  CHECK(bench.told("classify/x", {false, std::string("été")}) == "no");
}

TEST_CASE("what each kind of rule may return") {
  CHECK(returned("compute", "n") == "4");
  CHECK(returned("compute", "7 // 2") == "3");
  CHECK(returned("compute", "n, false") == "4, false");
  CHECK(returned("compute", "nil, 'it is empty'") == "nil: it is empty");
  CHECK(returned("check", "true") == "true");
  CHECK(returned("check", "false, 12.5") == "false, 12.5");
  CHECK(returned("check", "nil, 'why'") == "nil: why");
  CHECK(returned("classify", "'reached'") == "reached");
  CHECK(returned("rollup", "n / 8") == "0.5");
  CHECK(returned("weather", "'sunny'") == "sunny");
  CHECK(returned("weather", "nil, 'why'") == "nil: why");
}

TEST_CASE("a result that is of no use is a failure that says what it was") {
  const auto [expression, text] = GENERATE(table<std::string, std::string>({
      {"", "nothing, without a reason"},
      {"nil", "nothing, without a reason"},
      {"nil, 12", "nothing, and the number 12 as the reason"},
      {"nil, ''", "nothing, and the text \"\" as the reason"},
      {"'4'", "the text \"4\""},
      {"true", "true"},
      {"{}", "a table"},
      {"print", ""},
      {"tostring", "a function"},
      {"0/0", "the result of 0/0 (not a number)"},
      {"1/0", "an infinite number"},
      {"-1/0", "an infinite number"},
      {"1, 2", "the number 1, then the number 2"},
      {"1, 'kept'", "the number 1, then the text \"kept\""},
      {"1, true, 3", "more than two values"},
      {"(function() local t = {} t.t = t return t end)()", "a table"},
      {"pairs({})", "a function"},
      {"select(2, pairs({}))", "an object"},
  }));
  if (text.empty()) return;
  CHECK(returned("compute", expression) == "rule.result" + at + text);
}

TEST_CASE("other kinds check their results as well") {
  CHECK(returned("check", "1") ==
        "rule.result p/check/x.lua:2: rule check/x returned the number 1");
  CHECK(returned("check", "true, 0/0") ==
        "rule.result p/check/x.lua:2: rule check/x returned true, then the result of 0/0 (not a "
        "number)");
  CHECK(returned("check", "true, 'a'") ==
        "rule.result p/check/x.lua:2: rule check/x returned true, then the text \"a\"");
  CHECK(returned("classify", "''") ==
        "rule.result p/classify/x.lua:2: rule classify/x returned the text \"\"");
  CHECK(returned("classify", "12") ==
        "rule.result p/classify/x.lua:2: rule classify/x returned the number 12");
  CHECK(returned("classify", "'reached', 3") ==
        "rule.result p/classify/x.lua:2: rule classify/x returned the text \"reached\", then the "
        "number 3");
  CHECK(returned("rollup", "{ n }") ==
        "rule.result p/rollup/x.lua:2: rule rollup/x returned a table");
  CHECK(returned("weather", "false") ==
        "rule.result p/weather/x.lua:2: rule weather/x returned false");
  RuleBench bench;
  bench.package("p", Layer::core, {{"compute/x", computing("'x'")}});
  CHECK(english(bench.call("compute/x", {1.0}).failure.front().remedy) ==
        "return a number (and whether its constraint is kept), or nil and a reason");
}

TEST_CASE("a reason is cut and made printable") {
  RuleBench bench;
  bench.package("p", Layer::core,
                {{"compute/x",
                  "return { needs = {}, compute = function() local s = 'é' "
                  "for _ = 1, 12 do s = s .. s end return nil, s .. '\\27' end }"},
                 {"compute/y",
                  "return { needs = {}, compute = function() "
                  "return nil, 'a\\0b\\27[2J\\xff' end }"}});
  CHECK(bench.call("compute/x", {}).reason.size() == 2048);
  CHECK(bench.call("compute/y", {}).reason == "a\uFFFDb\uFFFD[2J\uFFFD");
}

TEST_CASE("failures name rule, line, limit and use") {
  RuleBench bench(Limits{100'000, std::size_t{1} << 20U, 4096});
  bench.package(
      "p", Layer::core,
      {{"compute/loop", "return { needs = {}, compute = function()\n  while true do end\nend }"},
       {"compute/fill",
        "return { needs = {}, compute = function()\n  local t = {}\n"
        "  for i = 1, 9000 do t[i] = { i, i, i, i, i } end\nend }"},
       {"compute/nil",
        "return { needs = {}, compute = function()\n  local x\n"
        "  return x.y\nend }"},
       {"compute/os", "return { needs = {}, compute = function()\n  return os.time()\nend }"},
       {"compute/fine", computing("value + 1")}});
  REQUIRE(bench.faults().empty());
  for (int i = 0; i < 3; ++i) {
    CHECK(
        bench.told("compute/loop", {}) ==
        "rule.budget p/compute/loop.lua:2: rule compute/loop: stopped after 100,000 instructions; "
        "the limit is 100,000");
    CHECK_THAT(bench.told("compute/fill", {}),
               Catch::Matchers::StartsWith("rule.memory p/compute/fill.lua:3: rule compute/fill: "
                                           "stopped when it asked for 1,0") &&
                   Catch::Matchers::EndsWith("bytes in all; the limit is 1,048,576"));
    CHECK(bench.told("compute/nil", {}) ==
          "rule.error p/compute/nil.lua:3: rule compute/nil: attempt to index a nil value (local "
          "'x')");
    CHECK(bench.told("compute/os", {}) ==
          "rule.unavailable p/compute/os.lua:2: rule compute/os: 'os' is not available in rules");
    CHECK(bench.told("compute/fine", {1.0}) == "2");
  }
}

TEST_CASE("a rule has no memory of its calls") {
  RuleBench bench;
  bench.package("p", Layer::core,
                {{"compute/counting",
                  "local n = 0\nreturn { needs = {}, compute = function()\n"
                  "  n = n + 1\n  return n\nend }"},
                 {"compute/failing",
                  "local n = 0\nreturn { needs = { \"value\" }, compute = function(value)\n"
                  "  n = n + 1\n  if value == 0 then error(tostring(n)) end\n"
                  "  if n ~= 1 then error('it remembers') end n = 0 return n\nend }"},
                 {"compute/table",
                  "local t = {}\nreturn { needs = {}, compute = function()\n"
                  "  t[#t + 1] = 1\n  return #t\nend }"},
                 {"compute/points",
                  "return { needs = { \"value\" }, compute = function(v)\n"
                  "  v[1] = v[1] + 1 return v[1] end }"}});
  REQUIRE(bench.faults().empty());
  for (int i = 0; i < 3; ++i) {
    CHECK(bench.told("compute/counting", {}) ==
          "rule.state p/compute/counting.lua:2: rule compute/counting changed \"n\", which it "
          "shares with its next call: the answer would depend on what was asked before");
    CHECK(bench.told("compute/failing", {0.0}) ==
          "rule.error p/compute/failing.lua:4: rule compute/failing: 1");
    CHECK(bench.told("compute/failing", {1.0}) == "0");
    CHECK_THAT(bench.told("compute/table", {}),
               Catch::Matchers::StartsWith("rule.constant p/compute/table.lua:3: "));
    CHECK(bench.told("compute/points", {std::vector<double>{1}}) == "2");
  }
}

TEST_CASE("after a hundred thousand failing calls the memory is what it was") {
  RuleBench bench(Limits{2'000, std::size_t{64} << 10U, 4096});
  const std::vector<std::string> bodies = {
      "error('no')",
      "error({})",
      "error()",
      "local x = nil + 1",
      "return x.y.z",
      "return 'text'",
      "return 0/0",
      "while true do end",
      "local s = 'x' while true do s = s .. s end",
      "local t = {} for i = 1, 1000 do t[i] = { i } end",
      "return os.time()",
      "total = 1",
      "math.floor = 1",
      "return ('x'):rep(9)",
      "local function f() return 1 + f() end return f()",
      "return nil",
      "return nil, {}",
      "return {}",
      "kept = kept",
      "return string.format('%d', 'x')",
      "table.sort({ 3, 2, 1 }, function() error('in the comparison') end)",
      "for _, v in pairs({ 1 }) do v.x = 1 end",
      "return table.concat({ {} })",
      "error(string.format('%s', math.pi))",
      "assert(false, { 1 })"};
  RuleBench::Files files;
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    files.emplace_back("compute/r" + std::to_string(i),
                       "return { needs = {}, compute = function() " + bodies[i] + " end }");
  }
  files.emplace_back("compute/fine", computing("value + 1"));
  bench.package("p", Layer::core, files);
  REQUIRE(bench.faults().empty());
  const auto fail = [&](int times) {
    for (int i = 0; i < times; ++i) {
      const std::string id =
          "compute/r" + std::to_string(static_cast<std::size_t>(i) % bodies.size());
      if (!bench.call(id, {}).failed()) FAIL(id);
    }
    return bench.rules.memory_in_use();
  };
  fail(1000);
  const std::size_t before = fail(1000);
  CHECK(fail(100'000) <= before + 1000);
  CHECK(bench.told("compute/fine", {1.0}) == "2");
}

TEST_CASE("a book is made once for what is the same") {
  RuleBench bench;
  bench.package("p", Layer::core, {{"compute/share", computing("value")}});
  bench.package("r", Layer::region,
                {{"indicators/1.a/compute", computing("value + 1")}, {"compute/bad", "return {"}});
  model::Contract other = bench.contract;
  other.id = "another";
  const engine::RuleBook& book = bench.book();
  CHECK(bench.found.all().size() == 1);
  CHECK(&bench.rules.book(bench.packages, bench.model, other, bench.found) == &book);
  CHECK(bench.found.all().size() == 1);
  other.region = "11";
  CHECK(&bench.rules.book(bench.packages, bench.model, other, bench.found) != &book);
  other = bench.contract;
  other.selections.push_back({});
  other.selections.back().indicator = RuleBench::indicator("1.a");
  other.selections.back().indicator.form = "count";
  CHECK(&bench.rules.book(bench.packages, bench.model, other, bench.found) != &book);
}
