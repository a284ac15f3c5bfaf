// The rules of which several may apply: columns, sections, validations.
#include "support/catch.hpp"
#include "support/engine_fixture.hpp"

namespace cpom::testing {
namespace {

using engine::Evaluation;
using engine::Outcome;
using Lines = std::vector<std::string>;

double real(const Value& value) { return std::get<double>(value); }

const Diagnostic broken{Severity::error, "rule.failed", {}, message("broken"), {}};

Lines validated(EngineFixture& fixture) {
  fixture.evaluate();
  Diagnostics found;
  validate(*fixture.prepared, fixture.rules, found);
  return english(found.all());
}

}  // namespace

// --- Columns ------------------------------------------------------------------------------

TEST_CASE("a column has a value for every result, in the order of the rules", "[engine]") {
  EngineFixture fixture;
  fixture.rules.add(RuleKind::column, "b", {{"measure"}, {"weight"}, {"decimals"}},
                    [](auto in) { return Answer{real(in[0]) * real(in[1]) + real(in[2])}; });
  fixture.rules.add(RuleKind::column, "a", {{"status", true}, {"outcome"}}, [](auto in) {
    const auto* status = std::get_if<std::string>(&in[0]);
    return Answer{(status != nullptr ? *status : "-") + " " + std::get<std::string>(in[1])};
  });
  fixture.observe(2025, 90);
  fixture.selection().indicator.weight = 2;
  const auto columns = fixture.result().columns;
  REQUIRE(columns.size() == 2);
  CHECK(columns[0].rule->id == "column/a");
  CHECK(columns[0].value == Value(std::string("reached classified")));
  CHECK(columns[1].value == Value(181.0));
  const auto observed = fixture.result(2024).columns;
  CHECK(observed[0].value == Value(std::string("- observed")));
  CHECK(observed[1].value == Value());
  CHECK(english(observed[1].reason) == "rule column/b needs \"measure\", which is not given");
  CHECK(observed[1].failures.empty());
}

TEST_CASE("a column is told the status a person retained", "[engine]") {
  EngineFixture fixture;
  fixture.rules.add(RuleKind::column, "a", {{"status"}}, [](auto in) { return Answer{in[0]}; });
  fixture.observe(2025, 41);
  model::Decision made;
  made.kind = model::Decision::Kind::status;
  made.subject = "1.a";
  made.retained = "reached";
  made.year = 2025;
  made.date = day(2026, 1, 1);
  fixture.contract.decisions = {made};
  CHECK(fixture.result().columns.at(0).value == Value(std::string("reached")));
}

TEST_CASE("a column gets the parameters of its indicator", "[engine]") {
  EngineFixture fixture;
  model::Parameter general;
  general.name = "factor";
  general.value = 2;
  model::Parameter own = general;
  own.indicator = "1.a";
  own.value = 3;
  fixture.parameters.add({general, own}, fixture.found);
  fixture.rules.add(RuleKind::column, "a", {{"param.factor"}},
                    [](auto in) { return Answer{in[0]}; });
  CHECK(fixture.result().columns.at(0).value == Value(3.0));
}

TEST_CASE("a column that fails costs itself alone", "[engine]") {
  EngineFixture fixture;
  fixture.observe(2025, 90);
  fixture.rules.add(RuleKind::column, "a", {}, [](auto) { return Answer{{}, {}, {}, {broken}}; });
  fixture.rules.add(RuleKind::column, "b", {}, [](auto) { return Answer{true}; });
  fixture.rules.add(RuleKind::column, "c", {}, [](auto) { return Answer{{}, {}, "why", {}}; });
  fixture.rules.add(RuleKind::column, "d", {{"mesure"}}, [](auto) { return Answer{1.0}; });
  const Evaluation evaluation = fixture.evaluate();
  const auto& result = evaluation.results[0];
  CHECK(result.outcome == Outcome::classified);
  CHECK(english(result.columns[0].failures) == Lines{"rule.failed: broken"});
  CHECK(english(result.columns[1].failures) ==
        Lines{"rule.result: rule column/b must return a number or a text"});
  CHECK(result.columns[2].failures.empty());
  CHECK(english(result.columns[2].reason) == "why");
  const std::string unknown =
      "rule.unknown_input: rule column/d needs \"mesure\", which is not known for indicator 1.a "
      "(did you mean \"measure\"?)";
  CHECK(english(result.columns[3].failures) == Lines{unknown});
  CHECK(english(fixture.found.all()) == Lines{unknown});
  CHECK(failures_of(evaluation).all().size() == 3);
}

// --- Sections -----------------------------------------------------------------------------

TEST_CASE("a section knows the year, the score and the money", "[engine]") {
  EngineFixture fixture;
  fixture.model.missions = {{"m1", "Mission 1"}, {"m2", "Mission 2"}};
  fixture.contract.fundings = {{2025, 1000, "m1", "", {}},
                               {2025, 500, "", "", {}},
                               {2025, 200, "m1", "", {}},
                               {2026, 9, "m1", "", {}}};
  fixture.contract.selections.push_back(fixture.selection());
  fixture.contract.selections[1].indicator.code = "1.b";
  fixture.observe(2025, 90);
  fixture.observe(2025, 70).indicator = "1.b";
  std::vector<Value> seen;
  fixture.rules
      .add(RuleKind::section, "advice",
           {{"year"},
            {"contract_year"},
            {"expected"},
            {"counted"},
            {"points"},
            {"weights"},
            {"score"},
            {"funding"},
            {"funding.m1"},
            {"funding.m2", true},
            {"measure.1.b"},
            {"score.1"},
            {"count.reached"},
            {"count.late"}},
           [&seen](auto in) {
             seen.assign(in.begin(), in.end());
             return Answer{std::string("texte"), 12.5};
           })
      .label = "Avis";
  const Evaluation evaluation = fixture.evaluate();
  using Reals = std::vector<double>;
  CHECK(seen == std::vector<Value>{2025.0, 2.0, 2.0, 2.0, Reals{100, 50}, Reals{1, 1}, 75.0, 1700.0,
                                   1200.0, Value(), 70.0, 75.0, 1.0, 0.0});
  REQUIRE(evaluation.sections.size() == 1);
  const auto& section = evaluation.sections[0];
  CHECK(section.rule->label == "Avis");
  CHECK(section.year == 2025);
  CHECK(section.strand == &fixture.contract.strands[0]);
  CHECK(section.text == "texte");
  CHECK(section.figure == 12.5);
  CHECK(section.applications.at(0).inputs.size() == 13);
}

TEST_CASE("a section without what it needs says so; with \"?\" it gets nothing", "[engine]") {
  EngineFixture fixture;
  fixture.model.indicators.push_back(fixture.model.indicators[0]);
  fixture.model.indicators[1].code = "1.z";
  fixture.rules.add(RuleKind::section, "a", {{"score"}}, [](auto) { return Answer{1.0}; });
  fixture.rules.add(RuleKind::section, "b", {{"score", true}, {"measure.1.z", true}}, [](auto in) {
    const bool none = in[0] == Value() && in[1] == Value();
    return Answer{std::string(none ? "rien" : "?")};
  });
  const auto sections = fixture.evaluate().sections;
  CHECK(english(sections[0].reason) == "rule section/a needs \"score\", which is not given");
  CHECK(sections[0].failures.empty());
  CHECK(sections[1].text == "rien");
  CHECK_FALSE(sections[1].figure.has_value());
}

TEST_CASE("there is a section for each year and strand", "[engine]") {
  EngineFixture fixture;
  fixture.contract.strands = {{"v1", "", "", {}}, {"v2", "", "", {}}};
  fixture.rules.add(RuleKind::section, "a", {{"year"}},
                    [](auto in) { return Answer{std::to_string(int(real(in[0])))}; });
  Lines told;
  for (const auto& section :
       fixture.evaluate(engine::Request{{2024, 2025}, day(2026, 3, 15)}).sections) {
    told.push_back(section.strand->id + " " + section.text);
  }
  CHECK(told == Lines{"v1 2024", "v2 2024", "v1 2025", "v2 2025"});
}

TEST_CASE("a section that fails costs itself alone", "[engine]") {
  EngineFixture fixture;
  fixture.observe(2025, 90);
  fixture.rules.add(RuleKind::section, "a", {}, [](auto) { return Answer{{}, {}, {}, {broken}}; });
  fixture.rules.add(RuleKind::section, "b", {}, [](auto) { return Answer{1.0}; });
  fixture.rules.add(RuleKind::section, "c", {}, [](auto) { return Answer{{}, {}, "why", {}}; });
  const Evaluation evaluation = fixture.evaluate();
  CHECK(evaluation.results[0].outcome == Outcome::classified);
  CHECK(english(evaluation.sections[0].failures) == Lines{"rule.failed: broken"});
  CHECK(english(evaluation.sections[1].failures) ==
        Lines{"rule.result: rule section/b must return a text, and a number or nothing"});
  CHECK(english(evaluation.sections[2].reason) == "why");
}

TEST_CASE("what a section names and nobody knows is told with the nearest name", "[engine]") {
  EngineFixture fixture;
  fixture.model.missions = {{"coordination", "Coordination"}};
  const auto function = [](auto) { return Answer{std::string("x")}; };
  fixture.rules.add(RuleKind::section, "a", {{"measure.1.b"}}, function);
  fixture.rules.add(RuleKind::section, "b", {{"count.reachd"}}, function);
  fixture.rules.add(RuleKind::section, "c", {{"funding.cordination"}}, function);
  fixture.rules.add(RuleKind::section, "d", {{"score.11"}}, function);
  const Evaluation evaluation = fixture.evaluate();
  const Lines told = {
      "rule.unknown_input: rule section/a needs \"measure.1.b\", which is not known (did you mean "
      "\"measure.1.a\"?)",
      "rule.unknown_input: rule section/b needs \"count.reachd\", which is not known (did you mean "
      "\"count.reached\"?)",
      "rule.unknown_input: rule section/c needs \"funding.cordination\", which is not known (did "
      "you mean \"funding.coordination\"?)",
      "rule.unknown_input: rule section/d needs \"score.11\", which is not known (did you mean "
      "\"score.1\"?)"};
  CHECK(english(fixture.found.all()) == told);
  CHECK(english(evaluation.sections[0].failures) == Lines{told[0]});
}

// --- Validations --------------------------------------------------------------------------

TEST_CASE("a validate rule is told of the contract as signed", "[engine]") {
  EngineFixture fixture;
  fixture.model.missions = {{"m1", "Mission 1"}, {"m2", "Mission 2"}};
  fixture.contract.fundings = {{2025, 1000, "m1", "", {}}, {2026, 500, "m1", "", {}}};
  fixture.contract.parties = {{model::PartyKind::agency, "ARS", "53", "", {}, "", {}}};
  fixture.contract.selections.push_back(fixture.selection());
  fixture.contract.selections[1].indicator.code = "1.b";
  fixture.contract.selections[1].added_by = "1";
  fixture.model.indicators.push_back(fixture.model.indicators[0]);
  fixture.model.indicators[1].code = "1.z";
  std::vector<Value> seen;
  fixture.rules.add(RuleKind::validate, "all",
                    {{"duration_years"},
                     {"contract_years"},
                     {"start_year"},
                     {"end_year"},
                     {"indicators"},
                     {"common_indicators"},
                     {"objectives"},
                     {"strands"},
                     {"agencies"},
                     {"establishments"},
                     {"coordination_services"},
                     {"department_councils"},
                     {"followed.1.a"},
                     {"followed.1.b"},
                     {"followed.1.z"},
                     {"funding.m1"},
                     {"funding.m2", true}},
                    [&seen](auto in) {
                      seen.assign(in.begin(), in.end());
                      return Answer{true};
                    });
  CHECK(validated(fixture) == Lines{});
  CHECK(seen == std::vector<Value>{5.0, 5.0, 2024.0, 2028.0, 1.0, 1.0, 1.0, 0.0, 1.0, 0.0, 0.0, 0.0,
                                   true, true, false, 1500.0, Value()});
}

TEST_CASE("a contract that a validate rule refuses: rule, package and layer are named",
          "[engine]") {
  EngineFixture fixture;
  fixture.contract.where = {"contract.xml", 2, 1};
  engine::Rule& rule = fixture.rules.add(RuleKind::validate, "money", {}, [](auto) {
    return Answer{false, {}, "la dotation manque", {}};
  });
  rule.severity = Severity::warning;
  rule.package = "dac-paliers";
  rule.layer = model::Layer::plugin;
  CHECK(validated(fixture) == Lines{"contract.rule: la dotation manque (rule validate/money, "
                                    "package dac-paliers, layer plugin) (the rule is in "
                                    "rules/validate/money.lua:1)"});
  Diagnostics found;
  validate(*fixture.prepared, fixture.rules, found);
  CHECK(found.all()[0].severity == Severity::warning);
  CHECK(found.all()[0].where == fixture.contract.where);
}

TEST_CASE("a validate rule whose input the contract does not give refuses it", "[engine]") {
  EngineFixture fixture;
  fixture.model.missions = {{"m1", "Mission 1"}};
  fixture.rules
      .add(RuleKind::validate, "money", {{"funding.m1"}}, [](auto) { return Answer{true}; })
      .package = "p";
  CHECK(validated(fixture) ==
        Lines{"contract.rule: \"funding.m1\" is needed and was not supplied (rule validate/money, "
              "package p, layer core) (the rule is in rules/validate/money.lua:1)"});
}

TEST_CASE("a validate rule that fails costs nothing else", "[engine]") {
  EngineFixture fixture;
  fixture.rules.add(RuleKind::validate, "a", {}, [](auto) { return Answer{{}, {}, {}, {broken}}; });
  fixture.rules.add(RuleKind::validate, "b", {}, [](auto) { return Answer{1.0}; });
  fixture.rules.add(RuleKind::validate, "c", {}, [](auto) { return Answer{false}; });
  fixture.rules.add(RuleKind::validate, "c2", {}, [](auto) {
    return Answer{{}, {}, "not concerned", {}};
  });
  fixture.rules.add(RuleKind::validate, "d", {{"followed.1.b"}}, [](auto) { return Answer{true}; });
  CHECK(validated(fixture) ==
        Lines{"rule.failed: broken",
              "rule.result: rule validate/b must return true, or false and a message",
              "rule.result: rule validate/c must return true, or false and a message"});
  CHECK(english(fixture.found.all()) ==
        Lines{"rule.unknown_input: rule validate/d needs \"followed.1.b\", which is not known (did "
              "you mean \"followed.1.a\"?)"});
}

// --- Scales -------------------------------------------------------------------------------

TEST_CASE("an indicator may name its own scale", "[engine]") {
  EngineFixture fixture;
  fixture.rules.add(RuleKind::classify, "by_level", {{"reached"}},
                    [](auto) { return Answer{std::string("partly_reached")}; });
  fixture.selection().indicator.classify = "by_level";
  fixture.observe(2025, 90);
  CHECK(fixture.result().status->id == "partly_reached");
  fixture.selection().indicator.classify = "by_levl";
  CHECK(fixture.result().outcome == Outcome::rule_error);
  CHECK(english(fixture.found.all()) ==
        Lines{"rule.missing: no rule \"classify/by_levl\" (did you mean \"by_level\"?)"});
}

}  // namespace cpom::testing
