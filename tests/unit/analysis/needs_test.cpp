#include "support/catch.hpp"
#include "unit/analysis/fixture.hpp"

using namespace cpom;
using namespace cpom::analysis;

namespace {

const std::string standard =
    "return {\n  needs = { \"reached\", \"progress?\", \"param.half\" },\n"
    "  classify = function(reached, progress, half)\n"
    "    if reached or (progress or 0) >= half then\n      return \"reached\"\n    end\n"
    "    return \"not_reached\"\n  end,\n}\n";

CheckBench with_threshold(double half) {
  CheckBench bench;
  bench.package("core", model::Layer::core, {{"classify/standard", standard}});
  bench.set("half", half, "core");
  return bench;
}

}  // namespace

TEST_CASE("needs: an optional input that does not exist") {
  CHECK(told_of("compute/share",
                "return {\n  needs = { \"valeu?\" },\n"
                "  compute = function(v)\n    return v or 0\n  end,\n}\n") ==
        Texts{"rule.unknown_input core/compute/share.lua:2:14: rule compute/share needs "
              "\"valeu\", which is neither an input nor a component of any indicator"});
}

TEST_CASE("needs: a threshold that is right is not told") {
  CHECK(with_threshold(50).told().empty());
}

TEST_CASE("needs: a threshold written as a fraction") {
  CHECK(with_threshold(0.5).told() ==
        Texts{"parameter.fraction core/settings.xml:1:1: parameter \"half\" is 0.5, and rule "
              "classify/standard compares it with \"progress\", in percent"});
}

TEST_CASE("needs: a parameter nobody needs, with the one that was meant") {
  auto bench = with_threshold(50);
  bench.package("r", model::Layer::region, {});
  bench.set("hlaf", 60, "r");
  const Diagnostics found = bench.found();
  REQUIRE(found.all().size() == 1);
  CHECK(found.all()[0].code == "parameter.unused");
  CHECK(render(found.all()[0].remedy, Language::english) == "did you mean \"half\"?");
}

TEST_CASE("needs: a value of a region that counts nowhere") {
  auto bench = with_threshold(50);
  bench.package("r", model::Layer::region, {});
  bench.set("half", 60, "r");
  CHECK(bench.told().empty());
  model::Parameter own;
  own.name = "half";
  own.value = 70;
  own.layer = model::Layer::contract;
  own.where = {"un.xml", 4, 3};
  bench.contract.parameters.push_back(own);
  CHECK(bench.told() == Texts{"parameter.overridden r/settings.xml:1:1: parameter \"half\" counts "
                              "for no indicator: un.xml:4:3 goes before it everywhere"});
}

TEST_CASE("needs: a parameter that nobody sets and one like it") {
  auto bench = with_threshold(50);
  std::string other = standard;
  other.replace(other.find("param.half"), 10, "param.hafl");
  bench.package("r", model::Layer::region, {{"classify/standard", other}});
  CHECK(bench.told() == Texts{"rule.unknown_parameter r/classify/standard.lua:2:38: rule "
                              "classify/standard needs parameter \"hafl\", which nobody sets"});
}

TEST_CASE("needs: a fraction where the indicator is in percent") {
  CheckBench bench;
  bench.package("r", model::Layer::region,
                {{"indicators/1.a/compute",
                  "return {\n  needs = { \"numerator\", \"denominator\" },\n"
                  "  compute = function(n, d)\n    return n / d\n  end,\n}\n"},
                 {"indicators/1.a/check",
                  "return {\n  needs = { \"measure\", \"target\" },\n"
                  "  check = function(measure, target)\n"
                  "    return measure >= 250 or measure >= target\n  end,\n}\n"}});
  CHECK(bench.told() ==
        Texts{"rule.outside_bounds r/indicators/1.a/check.lua:4:23: \"measure\" is compared with "
              "250, which it cannot reach",
              "rule.fraction r/indicators/1.a/compute.lua:4:5: rule indicators/1.a/compute "
              "returns a fraction, and indicator 1.a is in percent"});
}

TEST_CASE("needs: rules that no contract uses") {
  CheckBench bench;
  bench.package("r", model::Layer::region,
                {{"compute/other", computing("    return value\n")},
                 {"indicators/9.z/compute", computing("    return value\n")}});
  CHECK(bench.told() == Texts{"rule.unused r/compute/other.lua:1: no contract given here uses "
                              "rule compute/other",
                              "rule.unknown_indicator r/indicators/9.z/compute.lua:1: no indicator "
                              "\"9.z\""});
}

TEST_CASE("needs: counts and percentages in definitions") {
  CheckBench bench;
  bench.contract.selections[0].indicator.maximum = 1;
  bench.contract.selections[0].indicator.where = {"un.xml", 7, 5};
  model::Selection counted;
  counted.indicator.code = "2.b";
  counted.indicator.unit = "count";
  counted.indicator.decimals = 1;
  counted.indicator.where = {"un.xml", 9, 5};
  bench.contract.selections.push_back(counted);
  CHECK(bench.told() ==
        Texts{"indicator.percent_bounds un.xml:7:5: indicator 1.a is in percent, and 1 is its "
              "greatest value",
              "indicator.count_decimals un.xml:9:5: indicator 2.b is a count with 1 decimal"});
}
