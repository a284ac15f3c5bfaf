#include "support/catch.hpp"
#include "unit/analysis/fixture.hpp"

using namespace cpom;
using namespace cpom::analysis;

namespace {

Texts told_of_body(const std::string& body) { return told_of("compute/share", computing(body)); }

}  // namespace

TEST_CASE("names: a name that nobody declared is told with its column") {
  CHECK(told_of_body("    return valeur + value\n") ==
        Texts{"rule.unknown_name core/compute/share.lua:4:12: nothing is called 'valeur' here"});
}

TEST_CASE("names: a name of a library is told whole") {
  CHECK(told_of_body("    return math.flor(value) + cpom.round(value)\n") ==
        Texts{"rule.unknown_name core/compute/share.lua:4:12: nothing is called 'math.flor' here"});
  CHECK(told_of_body("    local m = math\n    return m.random(value)\n") ==
        Texts{"rule.unavailable core/compute/share.lua:5:14: 'math.random' is not available in "
              "rules"});
}

TEST_CASE("names: a method of a text is one of string") {
  CHECK(told_of_body("    local s = (\"x\"):rep(2) .. \"\"\n    return #s + value\n") ==
        Texts{"rule.unavailable core/compute/share.lua:4:21: 'string.rep' is not available in "
              "rules"});
  CHECK(told_of_body("    local s = (\"x\"):upper()\n    return #s + value\n").empty());
}

TEST_CASE("names: what is written without being declared") {
  CHECK(told_of_body("    total = value\n    return value\n") ==
        Texts{"rule.constant core/compute/share.lua:4:5: 'total' is assigned, but not declared"});
  CHECK(told_of_body("    math.pi = value\n    return value\n") ==
        Texts{"rule.constant core/compute/share.lua:4:5: 'math.pi' belongs to a library and "
              "cannot be changed"});
}

TEST_CASE("names: a table of one's own has any field") {
  CHECK(
      told_of_body("    local t = { a = 1 }\n    t.b = 2\n    return t.a + t.b + value\n").empty());
}

TEST_CASE("names: fields of the rule below") {
  CheckBench bench;
  bench.package("core", model::Layer::core, {{"compute/share", computing("    return value\n")}});
  bench.package("r", model::Layer::region,
                {{"indicators/1.a/compute",
                  "return function(base)\n  local below = base.compute\n"
                  "  return {\n    compute = function(value)\n"
                  "      return below(value) + base.comptue(value)\n"
                  "    end,\n  }\nend\n"}});
  CHECK(bench.told() == Texts{"rule.unknown_field r/indicators/1.a/compute.lua:5:29: the base of "
                              "a rule compute has no \"comptue\""});
}

TEST_CASE("names: a name in code that never runs is told as well") {
  const Texts told = told_of_body(
      "    if false then\n      return os.time()\n    end\n"
      "    return value\n");
  CHECK(told == Texts{"rule.unavailable core/compute/share.lua:5:14: 'os' is not available in "
                      "rules",
                      "rule.unreachable core/compute/share.lua:5:7: this line is never reached"});
}
