#include <string>
#include <vector>

#include "support/catch.hpp"
#include "unit/script/fixture.hpp"

using namespace cpom;
using namespace cpom::script;
using Texts = std::vector<std::string>;
using model::Layer;

namespace {

const std::string share =
    "return { summary = \"share\", needs = { \"numerator\", \"denominator\" },\n"
    "  compute = function(n, d) return 100 * n / d end }";

std::vector<std::string> files_of(const engine::Rule& rule) {
  std::vector<std::string> files;
  for (const Position& position : rule.chain) files.push_back(position.file);
  return files;
}

}  // namespace

TEST_CASE("each layer builds on the one below it") {
  RuleBench bench;
  bench.package("core", Layer::core, {{"compute/share", share}});
  bench.package("model", Layer::model,
                {{"compute/share",
                  "return function(base) return {\n"
                  "compute = function(n, d) return base.compute(n, d) + 1 end\n"
                  "} end"}});
  bench.package("bzh", Layer::region,
                {{"compute/share",
                  "return function(base)\n"
                  "  return { needs = { \"numerator\", \"denominator\", \"year\" },\n"
                  "    compute = function(n, d, y) return 2 * base.compute(n, d) end }\n"
                  "end"}});
  bench.package("mine", Layer::contract,
                {{"compute/share", "return function(base) return { summary = \"mine\" } end"}});
  REQUIRE(bench.faults() == Texts{});
  CHECK(bench.told("compute/share", {1.0, 4.0, 2024.0}) == "52");
  const engine::Rule& rule = *bench.find("compute/share");
  CHECK(rule.needs.size() == 3);
  CHECK(rule.layer == Layer::region);
  CHECK(rule.package == "bzh");
  CHECK(rule.where == Position{"bzh/compute/share.lua", 3, 0});
  CHECK(files_of(rule) == Texts{"core/compute/share.lua", "model/compute/share.lua",
                                "bzh/compute/share.lua", "mine/compute/share.lua"});
}

TEST_CASE("a table replaces the rule below, a function of base changes it") {
  RuleBench bench;
  bench.package("core", Layer::core, {{"compute/share", share}, {"compute/count", share}});
  bench.package("bzh", Layer::region,
                {{"compute/share", computing("value")},
                 {"compute/count", "return function(base) return base end"}});
  REQUIRE(bench.faults() == Texts{});
  CHECK(bench.told("compute/share", {7.0}) == "7");
  CHECK(bench.find("compute/share")->needs.size() == 1);
  CHECK(bench.told("compute/count", {1.0, 2.0}) == "50");
  CHECK(bench.find("compute/count")->layer == Layer::core);
  CHECK(bench.find("compute/count")->where == Position{"core/compute/count.lua", 2, 0});
}

TEST_CASE("base is a copy of the whole rule below, and the rule's own") {
  RuleBench bench;
  bench.package("core", Layer::core, {{"compute/share", share}});
  bench.package("bzh", Layer::region,
                {{"compute/share",
                  "return function(base)\n"
                  "assert(base.id == \"compute/share\" and base.summary == \"share\")\n"
                  "assert(#base.needs == 2 and base.needs[1] == \"numerator\")\n"
                  "base.compute = nil base.needs[1] = \"value\"\n"
                  "return { summary = \"other\" } end"},
                 {"indicators/1.a/compute", "return function(base) return {} end"}});
  REQUIRE(bench.faults() == Texts{});
  CHECK(bench.told("compute/share", {1.0, 4.0}) == "25");
  CHECK(bench.told("compute/share", {1.0, 4.0}, "1.a") == "25");
}

TEST_CASE("the rule of an indicator builds on the general rule of its form") {
  RuleBench bench;
  bench.model.indicators[1].form = "count";
  bench.package("core", Layer::core,
                {{"compute/share", share},
                 {"compute/count", computing("value")},
                 {"check/higher",
                  "return { needs = { \"measure\", \"target\" },\n"
                  "check = function(m, t) return m >= t end }"},
                 {"classify/standard",
                  "return { needs = { \"reached\" },\n"
                  "classify = function(r) return r and 'yes' or 'no' end }"}});
  bench.package("model", Layer::model,
                {{"indicators/2.b/compute",
                  "return function(base) return {\n"
                  "compute = function(v) return base.compute(v) + 1 end\n"
                  "} end"}});
  bench.package("bzh", Layer::region,
                {{"indicators/2.b/compute",
                  "return function(base) return {\n"
                  "compute = function(v) return base.compute(v) * 10 end\n"
                  "} end"},
                 {"indicators/2.b/check",
                  "return function(base) return {\n"
                  "check = function(m, t) return not base.check(m, t) end\n"
                  "} end"},
                 {"indicators/2.b/classify",
                  "return function(base) return {\n"
                  "classify = function(r) return base.classify(r) .. '!' "
                  "end } end"}});
  REQUIRE(bench.faults() == Texts{});
  CHECK(bench.told("compute/count", {4.0}) == "4");
  CHECK(bench.told("compute/count", {4.0}, "1.a") == "4");
  CHECK(bench.told("compute/count", {4.0}, "2.b") == "50");
  CHECK(bench.told("check/higher", {4.0, 3.0}, "2.b") == "false");
  CHECK(bench.told("classify/standard", {true}, "2.b") == "yes!");
  const engine::Rule& rule = *bench.find("compute/count", "2.b");
  CHECK(rule.id == "indicators/2.b/compute");
  CHECK(files_of(rule) == Texts{"core/compute/count.lua", "model/indicators/2.b/compute.lua",
                                "bzh/indicators/2.b/compute.lua"});
}

TEST_CASE("the contract's own definition of an indicator counts") {
  RuleBench bench;
  bench.contract.selections.push_back({});
  bench.contract.selections[0].indicator = RuleBench::indicator("BZH.1");
  bench.contract.selections[0].indicator.form = "count";
  bench.package("core", Layer::core,
                {{"compute/share", share}, {"compute/count", computing("value")}});
  bench.package("mine", Layer::contract,
                {{"indicators/BZH.1/compute",
                  "return function(base) return {\n"
                  "compute = function(v) return -base.compute(v) end\n"
                  "} end"}});
  REQUIRE(bench.faults() == Texts{});
  CHECK(bench.told("compute/count", {4.0}, "BZH.1") == "-4");
}

TEST_CASE("a locked rule may not be changed below, and both files are named") {
  RuleBench bench;
  bench.package("core", Layer::core,
                {{"compute/share",
                  "return { locked = true, needs = { \"value\" },\n"
                  "compute = function(v) return v end }"},
                 {"compute/count", computing("value")}});
  bench.package("bzh", Layer::region,
                {{"compute/share", "return function(base) return {} end"},
                 {"indicators/1.a/compute", "return function(base) return {} end"}});
  CHECK(bench.faults()[0] == "rule.locked bzh/compute/share.lua:1");
  CHECK(bench.fault() ==
        "rule compute/share is locked by core/compute/share.lua and may not be "
        "changed here (remove this file; thresholds are changed in settings.xml)");
  CHECK(bench.told("compute/share", {1.0}) ==
        "rule.locked bzh/compute/share.lua:1: rule compute/share is locked by "
        "core/compute/share.lua and may not be changed here");
  CHECK(bench.told("compute/count", {1.0}) == "1");
}

TEST_CASE("the lock of a general rule leaves an indicator's own rule alone") {
  RuleBench bench;
  bench.package("core", Layer::core,
                {{"compute/share",
                  "return { locked = true, needs = { \"value\" },\n"
                  "compute = function(v) return v end }"}});
  bench.package("model", Layer::model,
                {{"indicators/1.a/compute",
                  "return function(base) return { locked = true,\n"
                  "compute = function(v) return base.compute(v) end } end"}});
  bench.package("bzh", Layer::region,
                {{"indicators/1.a/compute", "return function(base) return {} end"},
                 {"indicators/2.b/compute",
                  "return function(base) return {\n"
                  "compute = function(v) return 2 * base.compute(v) end\n"
                  "} end"}});
  CHECK(bench.faults() == Texts{"rule.locked bzh/indicators/1.a/compute.lua:1"});
  CHECK(bench.told("compute/share", {3.0}, "2.b") == "6");
  CHECK(bench.told("compute/share", {3.0}) == "3");
}

TEST_CASE("two packages may not write one rule on one layer") {
  RuleBench bench;
  bench.package("core", Layer::core, {{"compute/share", share}});
  bench.package("one", Layer::region, {{"compute/share", computing("1")}});
  bench.package("two", Layer::region, {{"compute/share", computing("2")}});
  bench.package("elsewhere", Layer::region, {{"compute/share", computing("3")}}).region = "11";
  CHECK(bench.faults() == Texts{"rule.two_writers two/compute/share.lua:1"});
  CHECK(bench.fault() ==
        "rule compute/share is also written in one/compute/share.lua, on the same "
        "layer (region) (keep one of the two, or move one to another layer)");
  CHECK(bench.call("compute/share", {1.0}).failed());
}

TEST_CASE("a plugin adds rules and changes none") {
  RuleBench bench;
  bench.package("core", Layer::core, {{"compute/share", share}});
  bench.package("plug", Layer::plugin,
                {{"compute/share", computing("1")},
                 {"compute/new", computing("value")},
                 {"indicators/1.a/compute", computing("2")}});
  bench.package("bzh", Layer::region,
                {{"compute/new",
                  "return function(base) return { compute = function(v)\n"
                  "return base.compute(v) + 1 end } end"}});
  CHECK(bench.faults() == Texts{"rule.plugin_override plug/compute/share.lua:1",
                                "rule.plugin_override plug/indicators/1.a/compute.lua:1"});
  CHECK(bench.fault() ==
        "the plugin changes rule compute/share, which core/compute/share.lua "
        "defines; plugins add rules only (give the rule another name)");
  CHECK(bench.told("compute/new", {1.0}) == "2");
}

TEST_CASE("a secured indicator keeps its national computation") {
  RuleBench bench;
  bench.model.indicators[0].secured = true;
  bench.model.indicators[0].where = {"model.xml", 7, 3};
  bench.package("core", Layer::core,
                {{"compute/share", computing("value")},
                 {"check/higher",
                  "return { needs = { \"measure\" }, "
                  "check = function(m) return m > 0 end }"}});
  const std::string change = "return function(base) return {} end";
  SECTION("the model may change it") {
    bench.package("model", Layer::model, {{"indicators/1.a/compute", change}});
    CHECK(bench.faults() == Texts{});
  }
  SECTION("a region may not") {
    bench.package("bzh", Layer::region,
                  {{"indicators/1.a/compute", change},
                   {"indicators/2.b/compute", change},
                   {"indicators/1.a/check", change}});
    CHECK(bench.faults() == Texts{"rule.secured bzh/indicators/1.a/check.lua:1",
                                  "rule.secured bzh/indicators/1.a/compute.lua:1"});
    CHECK(bench.fault() ==
          "indicator 1.a has a secured national definition, at model.xml:7:3; layer \"region\" may "
          "not change how it is checked against its target (remove this file, or follow an "
          "indicator of your own)");
    CHECK(bench.call("compute/share", {1.0}, "1.a").failed());
    CHECK_FALSE(bench.call("compute/share", {1.0}, "2.b").failed());
  }
  SECTION("nor may a contract, of the computation") {
    bench.package("c", Layer::contract, {{"indicators/1.a/compute", change}});
    CHECK(bench.faults() == Texts{"rule.secured c/indicators/1.a/compute.lua:1"});
    CHECK(bench.fault() ==
          "indicator 1.a has a secured national definition, at model.xml:7:3; layer \"contract\" "
          "may not change how it is computed (remove this file, or follow an indicator of your "
          "own)");
  }
  SECTION("nor of the check; how it is classified is free") {
    bench.package("c", Layer::contract,
                  {{"indicators/1.a/check", change},
                   {"indicators/1.a/classify",
                    "return { needs = {}, classify = function() return nil end }"}});
    CHECK(bench.faults() == Texts{"rule.secured c/indicators/1.a/check.lua:1"});
  }
}

TEST_CASE("a function of base needs a rule below it") {
  RuleBench bench;
  bench.model.indicators[1].form = "none_like_it";
  bench.package("core", Layer::core,
                {{"compute/share", "return function(base) return {} end"},
                 {"indicators/2.b/compute", "return function(base) return {} end"}});
  CHECK(bench.faults() == Texts{"rule.no_base core/compute/share.lua:1",
                                "rule.no_base core/indicators/2.b/compute.lua:1"});
}

TEST_CASE("what builds on a faulty rule has its fault, told once") {
  RuleBench bench;
  bench.package("core", Layer::core, {{"compute/share", "return {"}});
  bench.package("bzh", Layer::region,
                {{"indicators/1.a/compute", "return function(base) return {} end"},
                 {"indicators/2.b/compute", computing("value")}});
  CHECK(bench.faults() == Texts{"rule.syntax core/compute/share.lua:1"});
  CHECK(bench.told("compute/share", {1.0}, "1.a") == bench.told("compute/share", {1.0}));
  CHECK(bench.told("compute/share", {1.0}, "2.b") == "1");
}

TEST_CASE("building on a rule has a budget as well") {
  RuleBench bench;
  bench.package("core", Layer::core, {{"compute/share", share}, {"compute/count", share}});
  bench.package("bzh", Layer::region,
                {{"compute/share", "return function(base)\n  while true do end\nend"},
                 {"compute/count", "return function(base)\n  error(base)\nend"}});
  CHECK(bench.faults() ==
        Texts{"rule.error bzh/compute/count.lua:2", "rule.budget bzh/compute/share.lua:2"});
}

TEST_CASE("an indicator that does not exist is told where it can be known") {
  RuleBench bench;
  bench.package("core", Layer::core, {{"compute/share", share}});
  bench.package("model", Layer::model, {{"indicators/1.aa/compute", computing("1")}});
  bench.package("bzh", Layer::region, {{"indicators/9.z/compute", computing("1")}});
  CHECK(bench.faults() == Texts{"rule.unknown_indicator model/indicators/1.aa/compute.lua:1"});
  CHECK(bench.fault() == "no indicator \"1.aa\" (did you mean \"1.a\"?)");
}

TEST_CASE("loading a file changes nothing in the rule below it") {
  RuleBench bench;
  bench.package("core", Layer::core,
                {{"compute/share",
                  "local n = 0 return { needs = { \"value\" }, compute = function(value)\n"
                  "if value == 1 then n = n + 1 return n end error(tostring(n)) end }"}});
  bench.package("bzh", Layer::region,
                {{"indicators/1.a/compute", "return function(base) base.compute(1) return {} end"},
                 {"indicators/2.b/compute",
                  "return function(base) base.compute(1) error('after that') end"}});
  CHECK(bench.faults() == Texts{"rule.error bzh/indicators/2.b/compute.lua:1"});
  const std::string untouched = "rule.error core/compute/share.lua:2: rule ";
  CHECK(bench.told("compute/share", {0.0}) == untouched + "compute/share: 0");
  CHECK(bench.told("compute/share", {0.0}, "1.a") == untouched + "indicators/1.a/compute: 0");
}
