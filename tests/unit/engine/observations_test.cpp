#include "support/catch.hpp"
#include "support/engine_fixture.hpp"

namespace cpom::testing {
namespace {

std::vector<std::string> told(const Diagnostics& found) {
  std::vector<std::string> all;
  for (const Diagnostic& diagnostic : found.all()) {
    all.push_back(render(diagnostic, Language::english));
  }
  return all;
}

TEST_CASE("a value for an unknown indicator is told with the nearest code", "[engine]") {
  EngineFixture fixture;
  fixture.observe(2025, 1).indicator = "1a";
  fixture.evaluate();
  CHECK(told(fixture.found) ==
        std::vector<std::string>{"values.csv:2:1: error: no indicator \"1a\" (did you mean "
                                 "\"1.a\"?) [observation.unknown_indicator]"});
}

TEST_CASE("a value for an indicator the contract did not choose is noted, not lost in silence",
          "[engine]") {
  EngineFixture fixture;
  fixture.model.indicators.push_back(fixture.model.indicators[0]);
  fixture.model.indicators.back().code = "1.z";
  fixture.observe(2025, 1).indicator = "1.z";
  fixture.evaluate();
  CHECK(told(fixture.found) ==
        std::vector<std::string>{
            "values.csv:2:1: note: \"1.z\" is in the catalogue but the contract does not follow "
            "it: its value is not used [observation.not_selected]"});
}

TEST_CASE("strands: named where there are some, empty where there are none", "[engine]") {
  EngineFixture fixture;
  fixture.observe(2025, 1).strand = "east";
  fixture.evaluate();
  CHECK(told(fixture.found) ==
        std::vector<std::string>{"values.csv:2:1: error: strand \"east\", but the contract has no "
                                 "strands (leave the strand empty) [observation.unknown_strand]"});
  fixture.found = {};
  fixture.observations[0].strand = "";
  fixture.contract.strands = {{"east", "", "", {}}, {"west", "", "", {}}};
  fixture.evaluate();
  CHECK(told(fixture.found) ==
        std::vector<std::string>{
            "values.csv:2:1: error: the value of \"1.a\" does not say which strand it belongs to "
            "(known: east, west) [observation.strand_missing]"});
}

TEST_CASE("a value under another label is told, once for each label", "[engine]") {
  EngineFixture fixture;
  fixture.selection().indicator.label = "Part d'établissements certifiés";
  fixture.observe(2024, 1).label = "Part d’ETABLISSEMENTS certifies";
  fixture.observe(2025, 1).label = "Nombre de maisons de santé";
  fixture.observe(2026, 1).label = "Nombre de maisons de santé";
  fixture.evaluate();
  CHECK(told(fixture.found) ==
        std::vector<std::string>{
            "values.csv:3:1: warning: the file calls \"1.a\" “Nombre de maisons de santé”, the "
            "contract “Part d'établissements certifiés” (make sure that the values are not of "
            "another generation's indicator with this code) [observation.other_label]"});
}

TEST_CASE("a share given where a percentage is meant is told, and taken as it stands", "[engine]") {
  EngineFixture fixture;
  fixture.selection().indicator.unit = "percent";
  fixture.observe(2025, 0.725);
  fixture.selection().indicator.decimals = 3;
  CHECK(fixture.evaluate().results.at(0).measure.value_or(0) == 0.725);
  CHECK(
      told(fixture.found) ==
      std::vector<std::string>{
          "values.csv:2:1: warning: 0.725 is taken as 0.725 %, and all targets of \"1.a\" are 5 % "
          "or more (if a share was meant, write it in percent: 72.5) [observation.fraction]"});
  fixture.found = {};
  fixture.selection().targets[0].value = 2;
  fixture.evaluate();
  CHECK(told(fixture.found).empty());
}

TEST_CASE("a value received before its year is told", "[engine]") {
  EngineFixture fixture;
  fixture.observe(2025, 50).received = day(2024, 12, 31);
  fixture.evaluate();
  CHECK(told(fixture.found) ==
        std::vector<std::string>{
            "values.csv:2:1: warning: the value of \"1.a\" for 2025 was received on 2024-12-31, "
            "before that year (correct the year, or the day of reception) "
            "[observation.received_early]"});
  fixture.found = {};
  fixture.observations[0].received = day(2025, 1, 1);
  fixture.evaluate();
  CHECK(told(fixture.found).empty());
}

TEST_CASE("a strand without any value is told, as gravely as the model says", "[engine]") {
  EngineFixture fixture;
  fixture.contract.strands = {{"east", "", "", {"c.xml", 4, 2}}, {"west", "", "", {"c.xml", 5, 2}}};
  fixture.evaluate();
  CHECK(told(fixture.found).empty());
  fixture.observe(2025, 90).strand = "east";
  fixture.evaluate();
  const std::string rest =
      ": no value at all is given for the strand \"west\" (give its values, or let the strand "
      "end) [contract.strand_without_values]";
  CHECK(told(fixture.found) == std::vector<std::string>{"c.xml:5:2: warning" + rest});
  fixture.found = {};
  fixture.model.severities["contract.strand_without_values"] = Severity::error;
  fixture.evaluate();
  CHECK(told(fixture.found) == std::vector<std::string>{"c.xml:5:2: error" + rest});
}

TEST_CASE("strands have values of their own", "[engine]") {
  EngineFixture fixture;
  fixture.contract.strands = {{"east", "", "", {}}, {"west", "", "", {}}};
  fixture.observe(2025, 90).strand = "east";
  fixture.observe(2025, 30).strand = "west";
  const auto evaluation = fixture.evaluate();
  CHECK(evaluation.results.at(0).status->id == "reached");
  CHECK(evaluation.results.at(1).status->id == "not_reached");
}

TEST_CASE("a component that the indicator does not have is refused", "[engine]") {
  EngineFixture fixture;
  fixture.observe(2025, 1).component = "rural";
  fixture.evaluate();
  CHECK(told(fixture.found) ==
        std::vector<std::string>{
            "values.csv:2:1: error: no component \"rural\" in \"1.a\" (this indicator has no "
            "components) [observation.unknown_component]"});
}

TEST_CASE("two values received on one day contradict each other, whatever their order",
          "[engine]") {
  EngineFixture fixture;
  fixture.observe(2025, 90).received = day(2026, 2, 1);
  fixture.observe(2025, 70).received = day(2026, 2, 1);
  const auto result = fixture.result();
  CHECK(result.outcome == engine::Outcome::invalid);
  CHECK(told(fixture.found) ==
        std::vector<std::string>{
            "values.csv:3:1: error: two values of \"1.a\" for one year, and no date says which "
            "came later: the other is at values.csv:2:1 (give each its own date of reception, or "
            "keep one) [observation.conflict]"});
}

TEST_CASE("a contract year beyond the contract is refused", "[engine]") {
  EngineFixture fixture;
  fixture.observe(0, 90).contract_year = 9;
  CHECK(fixture.result().outcome == engine::Outcome::invalid);
  CHECK(told(fixture.found) ==
        std::vector<std::string>{"values.csv:2:1: error: year N9, but the contract has N1 to N5 "
                                 "(write one of these, or a calendar year) "
                                 "[observation.contract_year]"});
}

TEST_CASE("a value that belongs nowhere makes its indicator invalid, not late", "[engine]") {
  EngineFixture fixture;
  fixture.observe(2025, 90).strand = "east";
  const auto result = fixture.result();
  CHECK(result.outcome == engine::Outcome::invalid);
  CHECK(result.reason_at == Position{"values.csv", 2, 1});
}

TEST_CASE("what replaces or qualifies a component is told", "[engine]") {
  EngineFixture fixture;
  fixture.selection().indicator.components = {{"rich", ""}};
  fixture.observe(2025, 90);
  fixture.observe(2025, 4).component = "rich";
  fixture.observations[1].received = day(2026, 1, 10);
  fixture.observe(2025, 5).component = "rich";
  fixture.observations[2].received = day(2026, 2, 10);
  fixture.observations[2].provisional = true;
  const auto result = fixture.result();
  CHECK(result.flags.has(engine::Flag::provisional));
  CHECK(result.flags.has(engine::Flag::restated));
  CHECK(render(result.remarks.at(0), Language::english) ==
        "4, received on 2026-01-10, was replaced by 5, received on 2026-02-10");
}

TEST_CASE("rows of other contracts are not taken", "[engine]") {
  EngineFixture fixture;
  fixture.observe(2025, 90).contract = "other";
  CHECK(fixture.result().outcome == engine::Outcome::late);
  CHECK(fixture.found.empty());
}

TEST_CASE("by default the last year with a value is assessed, on the last date known", "[engine]") {
  EngineFixture fixture;
  fixture.observe(2024, 50);
  fixture.observe(2025, 60).received = day(2026, 2, 1);
  fixture.evaluate();
  auto request = engine::default_request(fixture.model, fixture.contract, *fixture.index);
  CHECK(request.years == std::vector{2025});
  CHECK(request.as_of == day(2026, 3, 15));
  fixture.observe(2025, 61).received = day(2026, 7, 1);
  fixture.evaluate();
  request = engine::default_request(fixture.model, fixture.contract, *fixture.index);
  CHECK(request.as_of == day(2026, 7, 1));
}

TEST_CASE("without any value the first year of the contract is assessed", "[engine]") {
  EngineFixture fixture;
  fixture.evaluate();
  const auto request = engine::default_request(fixture.model, fixture.contract, *fixture.index);
  CHECK(request.years == std::vector{2024});
  CHECK(request.as_of == day(2025, 3, 15));
}

TEST_CASE("a component needed and not received is awaited under its name", "[engine]") {
  EngineFixture fixture;
  fixture.rules.add(RuleKind::compute, "gap", {{"rich"}, {"poor"}}, [](auto in) {
    return Answer{std::get<double>(in[0]) - std::get<double>(in[1]), {}, {}, {}};
  });
  model::Indicator& indicator = fixture.selection().indicator;
  indicator.form = "gap";
  indicator.components = {{"rich", ""}, {"poor", ""}};
  fixture.observe(2025, 90).component = "rich";
  const auto awaited = fixture.result(2025, day(2026, 1, 15));
  CHECK(awaited.outcome == engine::Outcome::awaited);
  CHECK(render(awaited.reason, Language::english) ==
        "component \"poor\" not received yet; expected by 2026-01-31 from DGS");
  fixture.observe(2025, 5).component = "poor";
  CHECK(fixture.result().measure == 85);
}

/// The fixture with a gap of two rates, either of which may be missing.
EngineFixture gap_of_optional_rates() {
  EngineFixture fixture;
  fixture.rules.add(RuleKind::compute, "gap", {{"rich", true}, {"poor", true}}, [](auto in) {
    const double* rich = std::get_if<double>(&in[0]);
    const double* poor = std::get_if<double>(&in[1]);
    if (rich == nullptr || poor == nullptr) return Answer{{}, {}, "a rate is missing", {}};
    return Answer{*rich - *poor, {}, {}, {}};
  });
  model::Indicator& indicator = fixture.selection().indicator;
  indicator.form = "gap";
  indicator.components = {{"rich", ""}, {"poor", ""}};
  return fixture;
}

TEST_CASE("a component that its rule could do nothing without is late, not incomputable",
          "[engine]") {
  EngineFixture fixture = gap_of_optional_rates();
  fixture.observe(2025, 90).component = "rich";
  const auto result = fixture.result();
  CHECK(result.outcome == engine::Outcome::late);
  CHECK(render(result.reason, Language::english) ==
        "component \"poor\" not received; it was expected by 2026-01-31 from DGS");
}

TEST_CASE("a published gap and a baseline of one figure need no components", "[engine]") {
  EngineFixture fixture = gap_of_optional_rates();
  fixture.observe(2025, 60);
  const auto result = fixture.result();
  CHECK(result.outcome == engine::Outcome::classified);
  CHECK(result.measure == 60);
  CHECK(result.baseline == 40);
  CHECK(result.flags.has(engine::Flag::published));
}

TEST_CASE("a broken second constraint is said", "[engine]") {
  EngineFixture fixture;
  fixture.rules.add(RuleKind::compute, "limited", {{"value"}}, [](auto in) {
    return Answer{in[0], false, {}, {}};
  });
  fixture.selection().indicator.form = "limited";
  fixture.observe(2025, 90);
  CHECK(fixture.result().flags.has(engine::Flag::constraint_broken));
}

}  // namespace
}  // namespace cpom::testing
