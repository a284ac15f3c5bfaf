#include "script/definition.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"
#include "unit/script/fixture.hpp"

using namespace cpom;
using namespace cpom::script;
using Texts = std::vector<std::string>;
using model::Layer;

TEST_CASE("needs must be things that a rule of its kind can get") {
  RuleBench bench;
  bench.model.indicators[0].components.push_back({"most_favoured", "x"});
  bench.package("core", Layer::core,
                {{"check/a",
                  "return {\n  needs = { \"mesure\", \"target\" },\n"
                  "  check = function(m, t) return m > t end,\n}"},
                 {"check/b",
                  "return { needs = { \"param.low?\", \"target.min?\" },\n"
                  "  check = function(m, t) return m == t end }"},
                 {"compute/c",
                  "return { needs = { \"any_component\", \"other.numerator?\" },\n"
                  "  compute = function(m, t) return m end }"},
                 {"indicators/1.a/compute",
                  "return { needs = { \"most_favored\" },\n"
                  "  compute = function(m) return m end }"},
                 {"compute/d",
                  "return { needs = { \"value\", \"value?\" },\n"
                  "  compute = function(m, t) return m end }"},
                 {"compute/e",
                  "return { needs = { \"param.\", \"a b\", 12 },\n"
                  "  compute = function(m, t, x) return m end }"}});
  CHECK(bench.faults() ==
        Texts{"rule.unknown_input core/check/a.lua:2", "rule.shape core/compute/d.lua:1",
              "rule.unknown_input core/compute/e.lua:1", "rule.unknown_input core/compute/e.lua:1",
              "rule.shape core/compute/e.lua:1",
              "rule.unknown_input core/indicators/1.a/compute.lua:1"});
  CHECK(bench.fault() == "a rule check cannot need \"mesure\" (did you mean \"measure\"?)");
}

TEST_CASE("the shape of a rule file is checked, all at once") {
  const auto remedy = [](const std::string& source) {
    RuleBench bench;
    bench.package("p", Layer::core, {{"compute/x", source}});
    bench.book();
    return english(bench.found.all().front().remedy);
  };
  const auto shape = [](const std::string& source) {
    RuleBench bench;
    bench.package("p", Layer::core, {{"compute/x", source}});
    std::string all;
    bench.book();
    for (const Diagnostic& fault : bench.found.all()) {
      all += fault.code.substr(5) + " " + std::to_string(fault.where.line) + ": " +
             english(fault.what) + "\n";
    }
    return all;
  };
  CHECK(shape(computing("value")).empty());
  CHECK(remedy("return 12") ==
        "return { needs = { … }, compute = function(…) … end }, or function(base) that returns "
        "what differs");
  CHECK(remedy("return { compute = function() end }") == "list its inputs: needs = { \"value\" }");
  CHECK(shape("return 12") == "shape 1: the file returns the number 12\n");
  CHECK(shape("local x = 1") == "shape 1: the file returns nothing\n");
  CHECK(shape("return math") == "shape 1: the rule has no function compute\n");
  CHECK(shape("return {}") == "shape 1: the rule has no function compute\n");
  CHECK(shape("return { compute = function() end }") == "shape 1: the rule has no \"needs\"\n");
  CHECK(shape("return {\n needs = {},\n compute = math.max }") ==
        "shape 3: compute is a function of a library\nshape 1: the rule has no function compute\n");
  CHECK(shape("return {\n needs = { \"value\" },\n compute = function() end }") ==
        "shape 3: compute takes 0 arguments, and needs names 1\n");
  CHECK(shape("return {\n needs = {},\n compute = function(v) end }") ==
        "shape 3: compute takes 1 arguments, and needs names 0\n");
  CHECK(shape("return { needs = { \"value\" }, compute = function(...) return ... end }").empty());
  CHECK(shape("return {\n id = \"compute/y\",\n needs = {},\n compute = function() end,\n"
              " lokced = true,\n summary = 3,\n check = 1,\n [1] = 2 }") ==
        "unknown_key 1: a rule compute has no \"[ ]\"\n"
        "unknown_key 7: a rule compute has no \"check\"\n"
        "unknown_key 5: a rule compute has no \"lokced\"\n"
        "shape 2: id is the text \"compute/y\"\n"
        "shape 6: summary is the number 3\n");
  CHECK(shape("return {\n needs = \"value\", locked = 1,\n compute = 3 }") ==
        "shape 2: needs is the text \"value\"\nshape 2: locked is the number 1\n"
        "shape 3: compute is the number 3\nshape 1: the rule has no function compute\n");
  CHECK(shape("return {\n x = ") ==
        "syntax 2: rule compute/x: unexpected symbol near the end of the file\n");
  CHECK(shape("\nerror('at loading')") == "error 2: rule compute/x: at loading\n");
  CHECK(shape("while true do end") ==
        "budget 1: rule compute/x: stopped after 1,000,000 instructions; the limit is 1,000,000\n");
}
