#include "support/catch.hpp"
#include "unit/analysis/fixture.hpp"

using namespace cpom;
using namespace cpom::analysis;
using model::Layer;

namespace {

const std::string whole = computing("    return value\n");
const std::string on_base =
    "return function(base)\n  return {\n    compute = function(value)\n"
    "      return 2 * base.compute(value)\n    end,\n  }\nend\n";
const std::string own = "indicators/1.a/compute";

/// A core, a region with \a of_region, a contract's package with \a of_contract.
CheckBench layers(const CheckBench::Files& of_region, const CheckBench::Files& of_contract) {
  CheckBench bench;
  bench.package("core", Layer::core, {{"compute/share", whole}});
  bench.package("r", Layer::region, of_region).package("c", Layer::contract, of_contract);
  return bench;
}

std::string dead(const std::string& id, const std::string& winner) {
  return "rule.overridden r/" + id + ".lua:1: rule " + id + " counts for nothing here: " + winner +
         " goes before it and does not build on it";
}

}  // namespace

TEST_CASE("overrides: one that a whole rule of the contract goes before") {
  CHECK(layers({{own, on_base}}, {{own, whole}}).told() ==
        Texts{dead(own, "c/indicators/1.a/compute.lua")});
}

TEST_CASE("overrides: one that the rule above builds on counts") {
  CHECK(layers({{own, whole}}, {{own, on_base}}).told().empty());
  CHECK(layers({{own, on_base}}, {}).told().empty());
}

TEST_CASE("overrides: a general rule that every indicator has its own rule instead of") {
  CHECK(layers({{"compute/share", whole}}, {{own, whole}}).told() ==
        Texts{dead("compute/share", "c/indicators/1.a/compute.lua")});
  CHECK(layers({{"compute/share", whole}}, {{own, on_base}}).told().empty());
}

TEST_CASE("overrides: another indicator that takes the general rule keeps it alive") {
  auto bench = layers({{"compute/share", whole}}, {{own, whole}});
  model::Selection other = bench.contract.selections.front();
  other.indicator.code = "1.b";
  bench.model.indicators.push_back(other.indicator);
  bench.contract.selections.push_back(other);
  CHECK(bench.told().empty());
}

TEST_CASE("overrides: without a contract, a general rule may serve indicators of one's own") {
  auto bench = layers({{"compute/share", whole}, {own, whole}}, {});
  bench.made_up = true;
  CHECK(bench.told().empty());
}

TEST_CASE("overrides: what the core gives is there to be changed") {
  CHECK(layers({{own, whole}}, {}).told().empty());
}
