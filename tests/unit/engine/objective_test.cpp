#include "support/catch.hpp"
#include "support/engine_fixture.hpp"

namespace cpom::testing {
namespace {

using engine::ObjectiveResult;

/// The fixture with three indicators 1.a, 1.b, 1.c of one objective.
EngineFixture three_indicators() {
  EngineFixture fixture;
  for (const char* code : {"1.b", "1.c"}) {
    fixture.contract.selections.push_back(fixture.contract.selections.front());
    fixture.contract.selections.back().indicator.code = code;
  }
  return fixture;
}

TEST_CASE("an objective takes the weighted mean of the points of its indicators", "[engine]") {
  EngineFixture fixture = three_indicators();
  fixture.contract.selections[0].indicator.weight = 2;
  fixture.observe(2025, 90);
  fixture.observe(2025, 70).indicator = "1.b";
  fixture.observe(2025, 41).indicator = "1.c";
  const ObjectiveResult objective = fixture.evaluate().objectives.at(0);
  CHECK(objective.score == 62.5);
  CHECK(objective.complete());
  REQUIRE(objective.weather != nullptr);
  CHECK(objective.weather->id == "cloudy");
  CHECK(objective.worst == nullptr);
}

TEST_CASE("an objective with a missing value is incomplete, with the range it can still reach",
          "[engine]") {
  EngineFixture fixture = three_indicators();
  fixture.observe(2025, 90);
  fixture.observe(2025, 70).indicator = "1.b";
  const ObjectiveResult objective = fixture.evaluate().objectives.at(0);
  CHECK(objective.counted == 2);
  CHECK(objective.expected == 3);
  CHECK(objective.score == 75);
  CHECK(objective.weather->id == "sunny");
  REQUIRE(objective.worst != nullptr);
  CHECK(objective.worst->id == "cloudy");
  REQUIRE(objective.best != nullptr);
  CHECK(objective.best->id == "sunny");
}

TEST_CASE("what is void or observed only neither counts nor is missing", "[engine]") {
  EngineFixture fixture = three_indicators();
  fixture.contract.selections[1].targets.clear();
  model::Decision made;
  made.kind = model::Decision::Kind::void_indicator;
  made.subject = "1.c";
  made.year = 2025;
  made.date = day(2026, 1, 1);
  fixture.contract.decisions = {made};
  fixture.observe(2025, 90);
  const ObjectiveResult objective = fixture.evaluate().objectives.at(0);
  CHECK(objective.counted == 1);
  CHECK(objective.expected == 1);
  CHECK(objective.score == 100);
}

TEST_CASE("an objective without any indicator to judge has no score, and says why", "[engine]") {
  EngineFixture fixture;
  fixture.contract.selections.clear();
  const ObjectiveResult objective = fixture.evaluate().objectives.at(0);
  CHECK(objective.expected == 0);
  CHECK_FALSE(objective.score.has_value());
  CHECK(render(objective.reason, Language::english) == "no indicator to judge this year");
}

TEST_CASE("a retained status counts in place of the proposal", "[engine]") {
  EngineFixture fixture;
  model::Decision made;
  made.kind = model::Decision::Kind::status;
  made.subject = "1.a";
  made.retained = "reached";
  made.year = 2025;
  made.date = day(2026, 1, 1);
  fixture.contract.decisions = {made};
  fixture.observe(2025, 41);
  CHECK(fixture.evaluate().objectives.at(0).score == 100);
}

TEST_CASE("a retained weather stands beside the proposal", "[engine]") {
  EngineFixture fixture;
  model::Decision made;
  made.kind = model::Decision::Kind::weather;
  made.subject = "1";
  made.retained = "sunny";
  made.year = 2025;
  made.date = day(2026, 1, 1);
  fixture.contract.decisions = {made};
  fixture.observe(2025, 41);
  const ObjectiveResult objective = fixture.evaluate().objectives.at(0);
  CHECK(objective.weather->id == "rainy");
  CHECK(objective.retained_weather->id == "sunny");
}

TEST_CASE("an objective above others counts the indicators below it", "[engine]") {
  EngineFixture fixture;
  fixture.contract.objectives.push_back({"0", "Axe", "axis", "", {}, {}, {}});
  fixture.contract.objectives[0].parent = "0";
  fixture.observe(2025, 90);
  const auto evaluation = fixture.evaluate();
  CHECK(evaluation.objectives.at(1).objective->id == "0");
  CHECK(evaluation.objectives.at(1).score == 100);
}

TEST_CASE("weights that are all 0 give no score, and the rule's reason", "[engine]") {
  EngineFixture fixture;
  fixture.selection().indicator.weight = 0;
  fixture.observe(2025, 90);
  const ObjectiveResult objective = fixture.evaluate().objectives.at(0);
  CHECK_FALSE(objective.score.has_value());
  CHECK(render(objective.reason, Language::english) == "all weights are 0");
}

TEST_CASE("a weight set by a layer replaces that of the indicator", "[engine]") {
  EngineFixture fixture = three_indicators();
  model::Parameter weight;
  weight.name = "weight";
  weight.indicator = "1.b";
  weight.value = 3;
  fixture.parameters.add({weight}, fixture.found);
  fixture.observe(2025, 90);
  fixture.observe(2025, 41).indicator = "1.b";
  fixture.observe(2025, 41).indicator = "1.c";
  CHECK(fixture.evaluate().objectives.at(0).score == 20);
}

}  // namespace
}  // namespace cpom::testing
