#include "support/catch.hpp"
#include "analysis/checks.hpp"
#include "unit/analysis/fixture.hpp"

using namespace cpom;
using namespace cpom::analysis;
using model::Layer;

namespace {

/// A package of \a layer that is given for the contract and does not apply to it.
CheckBench elsewhere(Layer layer) {
  CheckBench bench;
  bench.package("other", layer, {});
  bench.elsewhere = {"other"};
  bench.contract.model = bench.model.id;
  bench.packages.packages.back().where = {"other/package.lua", 1, 0};
  return bench;
}

std::string told(const std::string& why) {
  return "package.applies_nowhere other/package.lua:1: package \"other\" applies to none of the "
         "contracts given: " +
         why;
}

}  // namespace

TEST_CASE("scope: rules of another region") {
  auto bench = elsewhere(Layer::region);
  bench.packages.packages.back().region = "11";
  CHECK(bench.told() == Texts{told("it is for region 11, theirs: 53")});
}

TEST_CASE("scope: rules of another contract") {
  auto bench = elsewhere(Layer::contract);
  bench.packages.packages.back().contract = "deux";
  CHECK(bench.told() == Texts{told("it is for contract deux, these are: un")});
}

TEST_CASE("scope: rules of a model that nobody knows") {
  auto bench = elsewhere(Layer::region);
  bench.packages.packages.back().model = "autre";
  CHECK(bench.told() == Texts{"package.unknown_model other/package.lua:1: package \"other\" is for "
                              "model \"autre\", which is not known",
                              told("it is for model autre, theirs: essai")});
}

TEST_CASE("scope: a proposal that no contract names") {
  auto bench = elsewhere(Layer::region);
  bench.packages.packages.back().proposal = true;
  CHECK(bench.told() == Texts{told("it applies to those that name it, and none does")});
  CHECK(render(bench.found().all()[0].remedy, Language::english) ==
        "name it in the contract: <packages><package name=\"other\"/></packages>");
}

TEST_CASE("scope: without a contract nothing is said of it") {
  auto bench = elsewhere(Layer::region);
  bench.made_up = true;
  CHECK(bench.told().empty());
}

TEST_CASE("scope: two packages of one layer that write the same setting") {
  CheckBench bench;
  bench.package("core", Layer::core,
                {{"compute/share",
                  "return {\n  needs = { \"value\", \"param.half\" },\n"
                  "  compute = function(value, half)\n    return value * half\n  end,\n}\n"}});
  bench.package("r", Layer::region, {}).package("s", Layer::region, {});
  bench.set("half", 60, "r").set("half", 70, "s");
  bench.made_up = true;
  CHECK(bench.told() == Texts{"parameter.duplicate s/settings.xml:1:1: parameter \"half\" is "
                              "already set in r/settings.xml:1:1, for the same scope"});
}

TEST_CASE("severities: a model says how grave a finding is") {
  const std::string unused =
      "return {\n  needs = { \"value\", \"year\" },\n"
      "  compute = function(value, year)\n    return value\n  end,\n}\n";
  CheckBench bench;
  bench.package("r", Layer::region, {{"compute/share", unused}});
  REQUIRE(bench.found().all().size() == 1);
  CHECK(bench.found().all()[0].severity == Severity::warning);
  bench.model.severities["rule.unused_input"] = Severity::error;
  CHECK(bench.found().all()[0].severity == Severity::error);
  bench.model.severities["rule.unused_input"] = Severity::note;
  CHECK(bench.found().all()[0].severity == Severity::note);
}

TEST_CASE("severities: what concerns several models is as grave as for the strictest") {
  CheckBench bench;
  bench.package("r", Layer::region, {{"compute/other", computing("    return value\n")}});
  model::Model strict = bench.model;
  strict.severities["rule.unused"] = Severity::error;
  Diagnostics found;
  found.note("rule.unused", {"r/compute/other.lua", 1, 0}, message("if none ever does"));
  found.error("rule.result", {"r/compute/other.lua", 1, 0}, message("if none ever does"));
  found.note("rule.unused", {"elsewhere/compute/other.lua", 1, 0}, message("if none ever does"));
  strict.severities["rule.result"] = Severity::note;
  Subject subject;
  const std::vector<const script::Package*> packages = {&bench.packages.packages.front()};
  subject.contexts.push_back({&bench.model, &bench.contract, nullptr, packages});
  subject.contexts.push_back({&strict, &bench.contract, nullptr, packages});
  std::vector<Severity> severities;
  const Diagnostics all = with_severities(found, subject);
  for (const Diagnostic& each : all.all()) severities.push_back(each.severity);
  CHECK(severities == std::vector{Severity::error, Severity::error, Severity::note});
}
