#include "support/catch.hpp"
#include "support/engine_fixture.hpp"

namespace cpom::testing {
namespace {

using engine::Flag;
using engine::Outcome;
using engine::Result;
using model::Decision;
using model::FollowUp;
using model::Target;

std::string english(const Message& text) { return render(text, Language::english); }

Decision decision(Decision::Kind kind, int year, std::string retained = {}) {
  Decision made;
  made.kind = kind;
  made.subject = "1.a";
  made.year = year;
  made.retained = std::move(retained);
  made.role = "direction générale";
  made.date = day(2026, 2, 1);
  made.reason = "motif";
  made.where = {"contract.xml", 40, 3};
  return made;
}

TEST_CASE("a value beyond the target is reached, with its figures and rules", "[engine]") {
  EngineFixture fixture;
  fixture.observe(2025, 90);
  const Result result = fixture.result();
  CHECK(result.outcome == Outcome::classified);
  REQUIRE(result.status != nullptr);
  CHECK(result.status->id == "reached");
  CHECK(result.measure == 90);
  CHECK(result.baseline == 40);
  CHECK(result.progress == 125);
  CHECK(result.shown_progress == 100);
  CHECK(result.flags.has(Flag::exceeded));
  CHECK_FALSE(result.flags.has(Flag::regression));
  CHECK(result.reason.empty());
  REQUIRE(result.applications.size() == 3);
  CHECK(result.applications[0].rule->id == "compute/count");
  CHECK(result.applications[0].inputs[0].where == Position{"values.csv", 2, 1});
  CHECK(result.applications[1].rule->id == "check/higher");
  CHECK(result.applications[1].inputs[1].where == Position{"contract.xml", 12, 7});
  CHECK(result.applications[2].rule->id == "classify/standard");
}

TEST_CASE("a value worse than the baseline keeps its negative progress", "[engine]") {
  EngineFixture fixture;
  fixture.observe(2025, 30);
  const Result result = fixture.result();
  CHECK(result.status->id == "not_reached");
  CHECK(result.progress == -25);
  CHECK(result.shown_progress == 0);
  CHECK(result.flags.has(Flag::regression));
}

TEST_CASE("a level to keep that is kept is no regression, even below the baseline", "[engine]") {
  EngineFixture fixture;
  fixture.selection().baselines[0].value = 95;
  fixture.observe(2025, 85);
  const Result kept = fixture.result();
  CHECK(kept.status->id == "reached");
  CHECK(kept.flags.has(Flag::maintain));
  CHECK_FALSE(kept.flags.has(Flag::regression));
  fixture.observations[0].value = 79;
  CHECK(fixture.result().flags.has(Flag::regression));
}

TEST_CASE("zero is a value and not a missing one", "[engine]") {
  EngineFixture fixture;
  fixture.observe(2025, 0);
  const Result result = fixture.result();
  CHECK(result.outcome == Outcome::classified);
  CHECK(result.measure == 0);
}

TEST_CASE("the measure is rounded before it is compared", "[engine]") {
  EngineFixture fixture;
  fixture.observe(2025, 79.95);
  CHECK(fixture.result().status->id == "reached");
  CHECK(fixture.result().measure == 80);
  CHECK(fixture.result().unrounded == 79.95);
  fixture.observations.clear();
  fixture.observe(2025, 79.94);
  CHECK(fixture.result().status->id == "partly_reached");
}

TEST_CASE("an indicator of another territory is not applicable", "[engine]") {
  EngineFixture fixture;
  fixture.selection().indicator.territory = "metropole";
  fixture.contract.region = "04";
  fixture.observe(2025, 90);
  const Result result = fixture.result();
  CHECK(result.outcome == Outcome::not_applicable);
  CHECK(english(result.reason) ==
        "this indicator is followed in \"Métropole\" only, not in region 04");
  CHECK(fixture.rules.calls == 0);
}

TEST_CASE("the territory of a strand counts before that of the contract", "[engine]") {
  EngineFixture fixture;
  fixture.selection().indicator.territory = "metropole";
  fixture.contract.strands = {{"east", "Est", "04", {}}, {"west", "Ouest", "", {}}};
  const auto evaluation = fixture.evaluate();
  REQUIRE(evaluation.results.size() == 2);
  CHECK(evaluation.results[0].outcome == Outcome::not_applicable);
  CHECK(evaluation.results[1].outcome == Outcome::late);
}

TEST_CASE("an indicator is not applicable outside its years", "[engine]") {
  EngineFixture fixture;
  fixture.selection().indicator.first_year = 2026;
  CHECK(fixture.result().outcome == Outcome::not_applicable);
  CHECK(english(fixture.result().reason) == "this indicator starts in 2026");
  fixture.selection().indicator.first_year.reset();
  fixture.selection().indicator.last_year = 2024;
  CHECK(english(fixture.result().reason) == "this indicator ended in 2024");
}

TEST_CASE("an indicator is not applicable where and when an objective above it does not hold",
          "[engine]") {
  EngineFixture fixture;
  fixture.contract.objectives.push_back(fixture.model.objectives[0]);
  fixture.contract.objectives[1].id = "0";
  fixture.contract.objectives[0].parent = "0";
  fixture.contract.objectives[1].territory = "metropole";
  fixture.contract.region = "04";
  CHECK(fixture.result().outcome == Outcome::not_applicable);
  CHECK(english(fixture.result().reason) ==
        "objective 0 holds in \"Métropole\" only, not in region 04");
  fixture.contract.region = "53";
  fixture.contract.objectives[1].first_year = 2026;
  CHECK(english(fixture.result().reason) == "objective 0 starts in 2026");
  fixture.contract.objectives[1].first_year.reset();
  fixture.contract.objectives[1].last_year = 2024;
  CHECK(english(fixture.result().reason) == "objective 0 ended in 2024");
}

TEST_CASE("a context indicator shows its value and is never judged", "[engine]") {
  EngineFixture fixture;
  fixture.selection().indicator.kind = model::IndicatorKind::context;
  fixture.observe(2025, 12.34);
  const Result result = fixture.result();
  CHECK(result.outcome == Outcome::context);
  CHECK(result.measure == 12.3);
  CHECK(result.status == nullptr);
}

TEST_CASE("a person's decision makes an indicator void, with role, date and reason", "[engine]") {
  EngineFixture fixture;
  fixture.contract.decisions = {decision(Decision::Kind::void_indicator, 2025)};
  fixture.observe(2025, 90);
  const Result result = fixture.result();
  CHECK(result.outcome == Outcome::void_indicator);
  CHECK(english(result.reason) == "decided on 2026-02-01 by direction générale: motif");
  CHECK(result.reason_at == Position{"contract.xml", 40, 3});
  CHECK(result.retained == &fixture.contract.decisions[0]);
}

TEST_CASE("a decision is not known before its date", "[engine]") {
  EngineFixture fixture;
  fixture.contract.decisions = {decision(Decision::Kind::void_indicator, 2025),
                                decision(Decision::Kind::status, 2025, "reached")};
  fixture.observe(2025, 50);
  const Result result = fixture.result(2025, day(2026, 1, 31));
  CHECK(result.outcome == Outcome::classified);
  CHECK(result.retained == nullptr);
}

TEST_CASE("a void decision without a year holds from the year it was made", "[engine]") {
  EngineFixture fixture;
  fixture.contract.decisions = {decision(Decision::Kind::void_indicator, 0)};
  fixture.selection().targets[0].year = 2026;
  CHECK(fixture.result(2026, day(2027, 3, 1)).outcome == Outcome::void_indicator);
  fixture.selection().targets[0].year = 2025;
  CHECK(fixture.result(2025, day(2027, 3, 1)).outcome == Outcome::late);
}

TEST_CASE("a retained status stands beside the proposal", "[engine]") {
  EngineFixture fixture;
  fixture.contract.decisions = {decision(Decision::Kind::status, 2025, "reached")};
  fixture.observe(2025, 70);
  const Result result = fixture.result();
  CHECK(result.status->id == "partly_reached");
  REQUIRE(result.retained_status != nullptr);
  CHECK(result.retained_status->id == "reached");
}

TEST_CASE("observed only: the value is shown, nothing is judged", "[engine]") {
  EngineFixture fixture;
  fixture.selection().targets.clear();
  fixture.selection().follow_ups = {{FollowUp::Kind::observed, "", {}, {}, "", {}}};
  CHECK(fixture.result().outcome == Outcome::observed);
  CHECK(english(fixture.result().remarks.at(0)) == "no value received yet");
  fixture.observe(2025, 61.25);
  const Result result = fixture.result();
  CHECK(result.outcome == Outcome::observed);
  CHECK(result.measure == 61.3);
  CHECK(result.remarks.empty());
}

TEST_CASE("what is wrong with an observed value is said without changing the outcome", "[engine]") {
  EngineFixture fixture;
  fixture.selection().targets.clear();
  fixture.selection().indicator.form = "share";
  fixture.selection().follow_ups = {{FollowUp::Kind::observed, "", {}, {}, "", {}}};
  fixture.observe_ratio(2025, 3, 0);
  const Result result = fixture.result();
  CHECK(result.outcome == Outcome::observed);
  CHECK(english(result.reason) == "value followed without a target");
  CHECK(english(result.remarks.at(0)) == "the denominator is 0");
  CHECK_FALSE(result.measure.has_value());
}

TEST_CASE("a target to come by amendment is pending, and judged once it has come", "[engine]") {
  EngineFixture fixture;
  fixture.contract.amendments = {{"1", "", day(2025, 5, 1), day(2025, 6, 1), {}}};
  Target& target = fixture.selection().targets[0];
  target.amendment = "1";
  target.in_force = day(2025, 6, 1);
  fixture.selection().follow_ups = {{FollowUp::Kind::target_pending, "", 2025, 2025, "1", {}}};
  fixture.observe(2025, 90);
  const Result before = fixture.result(2025, day(2025, 5, 31));
  CHECK(before.outcome == Outcome::target_pending);
  CHECK(english(before.reason) == "the target is to come by amendment no. 1");
  CHECK(fixture.result().outcome == Outcome::classified);
  CHECK(fixture.result().flags.has(Flag::amended_target));
}

TEST_CASE("an amended target replaces the initial one from its date, which stays shown",
          "[engine]") {
  EngineFixture fixture;
  fixture.contract.amendments = {{"1", "", day(2025, 5, 1), day(2025, 6, 1), {}}};
  Target amended = fixture.selection().targets[0];
  amended.amendment = "1";
  amended.in_force = day(2025, 6, 1);
  amended.value = 60;
  fixture.selection().targets.push_back(amended);
  fixture.observe(2025, 70);
  const Result after = fixture.result();
  CHECK(after.status->id == "reached");
  CHECK(after.target->value == 60);
  REQUIRE(after.initial_target != nullptr);
  CHECK(after.initial_target->value == 80);
  const Result before = fixture.result(2025, day(2025, 5, 31));
  CHECK(before.outcome == Outcome::not_due);
  CHECK(before.target->value == 80);
  CHECK(before.initial_target == nullptr);
}

TEST_CASE("a target ended by an amendment leaves the indicator observed", "[engine]") {
  EngineFixture fixture;
  fixture.contract.amendments = {{"2", "", day(2025, 5, 1), day(2025, 6, 1), {}}};
  Target ended = fixture.selection().targets[0];
  ended.amendment = "2";
  ended.in_force = day(2025, 6, 1);
  ended.value.reset();
  ended.ended = true;
  fixture.selection().targets.push_back(ended);
  fixture.observe(2025, 70);
  const Result result = fixture.result();
  CHECK(result.outcome == Outcome::observed);
  CHECK(english(result.reason) == "the target was ended by amendment no. 2");
}

TEST_CASE("an indicator added or ended by an amendment is followed between its dates", "[engine]") {
  EngineFixture fixture;
  fixture.contract.amendments = {{"1", "", day(2025, 5, 1), day(2025, 6, 1), {}},
                                 {"2", "", day(2026, 1, 2), day(2026, 2, 1), {}}};
  model::Selection& selection = fixture.selection();
  selection.added_by = "1";
  selection.followed_from = day(2025, 6, 1);
  CHECK(fixture.evaluate(2025, day(2025, 5, 31)).results.empty());
  CHECK(fixture.result(2024).outcome == Outcome::not_applicable);
  CHECK(fixture.result(2025).outcome == Outcome::late);
  selection.ended_by = "2";
  selection.followed_to = day(2025, 9, 30);
  CHECK(fixture.result(2025, day(2026, 1, 31)).outcome == Outcome::awaited);
  CHECK(english(fixture.result(2025).reason) ==
        "no longer followed after 2025-09-30, by amendment no. 2");
}

TEST_CASE("a year that has not ended is not due", "[engine]") {
  EngineFixture fixture;
  fixture.observe(2025, 70).received = day(2025, 12, 1);
  const Result result = fixture.result(2025, day(2025, 12, 30));
  CHECK(result.outcome == Outcome::not_due);
  CHECK(english(result.reason) == "the target is due on 2025-12-31");
  CHECK(result.measure == 70);
  CHECK(fixture.result(2025, day(2025, 12, 31)).outcome == Outcome::classified);
}

TEST_CASE("a single target is due on its date, not before", "[engine]") {
  EngineFixture fixture;
  Target& target = fixture.selection().targets[0];
  target.due = day(2026, 6, 30);
  target.year = 2026;
  fixture.observe(2025, 70);
  fixture.observe(2026, 85).received = day(2026, 6, 1);
  CHECK(fixture.result(2025, day(2027, 3, 1)).outcome == Outcome::not_due);
  CHECK(fixture.result(2026, day(2026, 6, 29)).outcome == Outcome::not_due);
  CHECK(fixture.result(2026, day(2026, 6, 30)).outcome == Outcome::classified);
}

TEST_CASE("a target that was due earlier is judged by the last value, which is flagged",
          "[engine]") {
  EngineFixture fixture;
  Target& target = fixture.selection().targets[0];
  target.due = day(2025, 6, 30);
  fixture.observe(2025, 85).reference = day(2025, 6, 30);
  CHECK(fixture.result(2025).status->id == "reached");
  CHECK_FALSE(fixture.result(2025).flags.has(Flag::dated_after));
  CHECK(fixture.result(2027, day(2028, 3, 1)).status->id == "reached");
  fixture.observations[0].reference = day(2025, 7, 1);
  CHECK(fixture.result(2025).flags.has(Flag::dated_after));
}

TEST_CASE("a value without a date of reception is known on the day it speaks of", "[engine]") {
  EngineFixture fixture;
  fixture.selection().targets.clear();
  fixture.observe(2025, 70);
  CHECK_FALSE(fixture.result(2025, day(2025, 12, 30)).measure.has_value());
  CHECK(fixture.result(2025, day(2025, 12, 31)).measure == 70);
}

TEST_CASE("before the first contract year ends nothing is due, and nothing is only observed",
          "[engine]") {
  EngineFixture fixture;
  fixture.contract.start = day(2024, 7, 1);
  Target& target = fixture.selection().targets[0];
  target.contract_year = 1;
  const Result result = fixture.result(2024, day(2025, 3, 1));
  CHECK(result.outcome == Outcome::not_due);
  CHECK(english(result.reason) == "the target is due on 2025-06-30");
}

TEST_CASE("a missing value is awaited up to the supplier's date and late after it", "[engine]") {
  EngineFixture fixture;
  fixture.selection().indicator.available = RelativeDate{1, 3, 31};
  const Result awaited = fixture.result(2025, day(2026, 3, 31));
  CHECK(awaited.outcome == Outcome::awaited);
  CHECK(english(awaited.reason) == "value not received yet; expected by 2026-03-31 from DGS");
  const Result late = fixture.result(2025, day(2026, 4, 1));
  CHECK(late.outcome == Outcome::late);
  CHECK(english(late.reason) == "value not received; it was expected by 2026-03-31 from DGS");
}

TEST_CASE("a value is not known before it was received", "[engine]") {
  EngineFixture fixture;
  fixture.observe(2025, 90).received = day(2026, 2, 15);
  CHECK(fixture.result(2025, day(2026, 2, 14)).outcome == Outcome::late);
  CHECK(fixture.result(2025, day(2026, 2, 15)).outcome == Outcome::classified);
}

TEST_CASE("the value received last wins, the former is kept and the difference told", "[engine]") {
  EngineFixture fixture;
  fixture.observe(2025, 90).received = day(2026, 3, 1);
  fixture.observe(2025, 70).received = day(2026, 2, 1);
  const Result result = fixture.result();
  CHECK(result.measure == 90);
  REQUIRE(result.superseded.size() == 1);
  CHECK(result.superseded[0]->value == 70);
  CHECK(result.flags.has(Flag::restated));
  CHECK(english(result.remarks.at(0)) ==
        "70, received on 2026-02-01, was replaced by 90, received on 2026-03-01");
  CHECK(fixture.result(2025, day(2026, 2, 20)).measure == 70);
}

TEST_CASE("a cell that could not be read makes its result invalid, with its place", "[engine]") {
  EngineFixture fixture;
  model::Observation& observation = fixture.observe(2025, 0);
  observation.value.reset();
  observation.faults = {
      {Severity::error, "csv.not_a_number", {"values.csv", 4, 9}, message("not a number"), {}}};
  const Result result = fixture.result();
  CHECK(result.outcome == Outcome::invalid);
  CHECK(english(result.reason) == "not a number");
  CHECK(result.reason_at == Position{"values.csv", 4, 9});
  observation.year = 0;
  CHECK(fixture.result().outcome == Outcome::invalid);
}

TEST_CASE("values of the wrong type or out of bounds are invalid", "[engine]") {
  EngineFixture fixture;
  model::Indicator& indicator = fixture.selection().indicator;
  indicator.decimals = 0;
  fixture.observe(2025, 12.5);
  CHECK(english(fixture.result().reason) ==
        "12.5 is not a whole number, and this indicator counts");
  indicator.unit = "yes_no";
  CHECK(english(fixture.result().reason) == "12.5 is neither yes nor no");
  indicator.unit = "percent";
  indicator.form = "share";
  indicator.maximum = 100;
  fixture.observations.clear();
  fixture.observe_ratio(2025, 102, 100);
  CHECK(fixture.result().outcome == Outcome::invalid);
  CHECK(english(fixture.result().reason) == "102 is above 100, the most this indicator can be");
}

TEST_CASE("a value written in another unit than the indicator's is invalid", "[engine]") {
  EngineFixture fixture;
  fixture.observe(2025, 20).unit = "percent";
  CHECK(fixture.result().outcome == Outcome::invalid);
  CHECK(english(fixture.result().reason) ==
        "the value was written with the unit \"%\", the indicator is in \"count\"");
  fixture.observations[0].unit = "yes_no";
  CHECK(english(fixture.result().reason) == "yes or no, where a number is expected");
  fixture.selection().indicator.unit = "percent";
  fixture.observations[0].unit = "percent";
  CHECK(fixture.result().outcome == Outcome::classified);
}

TEST_CASE("an impossible value is invalid before its denominator is too small", "[engine]") {
  EngineFixture fixture;
  fixture.selection().indicator.form = "share";
  fixture.selection().indicator.maximum = 100;
  model::Parameter least;
  least.name = "minimum_denominator";
  least.value = 30;
  fixture.parameters.add({least}, fixture.found);
  fixture.observe_ratio(2025, 50, 20);
  CHECK(fixture.result().outcome == Outcome::invalid);
}

TEST_CASE("a faulty row beside a good one may be the last: the result is invalid", "[engine]") {
  EngineFixture fixture;
  fixture.observe(2025, 70).received = day(2026, 1, 20);
  fixture.observe(2025, 90).faults = {
      {Severity::error, "csv.not_a_date", {"values.csv", 3, 9}, message("not a date"), {}}};
  const Result result = fixture.result();
  CHECK(result.outcome == Outcome::invalid);
  CHECK(result.reason_at == Position{"values.csv", 3, 9});
}

TEST_CASE("a numerator without its denominator is invalid", "[engine]") {
  EngineFixture fixture;
  fixture.selection().indicator.form = "share";
  fixture.observe_ratio(2025, 1, 1).denominator.reset();
  const Result result = fixture.result();
  CHECK(result.outcome == Outcome::invalid);
  CHECK(english(result.reason) == "a numerator without a denominator");
}

TEST_CASE("a denominator of 0, or below the declared least, is not computable", "[engine]") {
  EngineFixture fixture;
  fixture.selection().indicator.form = "share";
  fixture.observe_ratio(2025, 3, 0);
  CHECK(fixture.result().outcome == Outcome::not_computable);
  CHECK(english(fixture.result().reason) == "the denominator is 0");
  model::Parameter least;
  least.name = "minimum_denominator";
  least.value = 10;
  fixture.parameters.add({least}, fixture.found);
  fixture.observations[0].denominator = 9;
  CHECK(english(fixture.result().reason) ==
        "the denominator, 9, is below 10, the least that says something");
  fixture.observations[0].denominator = 10;
  CHECK(fixture.result().outcome == Outcome::classified);
}

TEST_CASE("a rule that counts from a baseline is not computable without one", "[engine]") {
  EngineFixture fixture;
  fixture.selection().indicator.form = "evolution";
  fixture.observe(2025, 90);
  CHECK(fixture.result().measure == 125);
  CHECK(fixture.result().baseline == 0);
  fixture.selection().baselines.clear();
  const Result result = fixture.result();
  CHECK(result.outcome == Outcome::not_computable);
  CHECK(english(result.reason) == "there is no baseline, and this figure is counted from it");
}

TEST_CASE("without a baseline there is no progress, but reached is still decided", "[engine]") {
  EngineFixture fixture;
  fixture.selection().baselines.clear();
  fixture.observe(2025, 81);
  const Result result = fixture.result();
  CHECK(result.status->id == "reached");
  CHECK_FALSE(result.progress.has_value());
  CHECK(result.flags.has(Flag::no_baseline));
}

TEST_CASE("a published share is taken as it is, and said so", "[engine]") {
  EngineFixture fixture;
  fixture.selection().indicator.form = "share";
  fixture.observe(2025, 72.7);
  const Result result = fixture.result();
  CHECK(result.measure == 72.7);
  CHECK(result.flags.has(Flag::published));
}

TEST_CASE("a value that contradicts its parts is flagged, and the parts are kept", "[engine]") {
  EngineFixture fixture;
  fixture.selection().indicator.form = "share";
  fixture.observe_ratio(2025, 412, 515).value = 81;
  const Result result = fixture.result();
  CHECK(result.measure == 80);
  CHECK(result.flags.has(Flag::inconsistent));
  CHECK(english(result.remarks.at(0)) == "the file says 81, its parts give 80.0, which is kept");
}

TEST_CASE("a failing rule costs its own indicator only", "[engine]") {
  EngineFixture fixture;
  const Diagnostic fault{
      Severity::error, "rule.failed", {"rules/bad.lua", 3, 0}, message("attempt to index nil"), {}};
  fixture.rules.add(RuleKind::compute, "bad", {{"value"}}, [fault](auto) {
    return Answer{{}, {}, {}, {fault}};
  });
  model::Selection second = fixture.selection();
  second.indicator.code = "1.b";
  fixture.contract.selections.push_back(second);
  fixture.contract.selections[0].indicator.form = "bad";
  fixture.observe(2025, 90);
  fixture.observe(2025, 90).indicator = "1.b";
  const auto evaluation = fixture.evaluate();
  CHECK(evaluation.results[0].outcome == Outcome::rule_error);
  CHECK(evaluation.results[0].failures == std::vector{fault});
  CHECK(evaluation.results[0].reason_at == fault.where);
  CHECK(evaluation.results[1].outcome == Outcome::classified);
}

TEST_CASE("a status that the model does not have is an error of the rule", "[engine]") {
  EngineFixture fixture;
  fixture.rules.add(RuleKind::classify, "odd", {}, [](auto) {
    return Answer{std::string("reachd"), {}, {}, {}};
  });
  fixture.model.classify_rule = "odd";
  fixture.observe(2025, 90);
  const Result result = fixture.result();
  CHECK(result.outcome == Outcome::rule_error);
  REQUIRE(result.failures.size() == 1);
  CHECK(render(result.failures[0], Language::english) ==
        "rules/classify/odd.lua:1: error: rule classify/odd returned \"reachd\", which is no "
        "status of this model (did you mean \"reached\"?) [rule.result]");
}

TEST_CASE("a form without a rule is told once, and gives rule_error", "[engine]") {
  EngineFixture fixture;
  fixture.selection().indicator.form = "shares";
  fixture.observe(2025, 90);
  const Result result = fixture.result();
  CHECK(result.outcome == Outcome::rule_error);
  REQUIRE(fixture.found.all().size() == 1);
  CHECK(render(fixture.found.all()[0], Language::english) ==
        "contract.xml:10:5: error: no rule \"compute/shares\" (did you mean \"share\"?) "
        "[rule.missing]");
}

TEST_CASE("a contract year ends on its own date", "[engine]") {
  EngineFixture fixture;
  fixture.contract.start = day(2024, 7, 1);
  fixture.contract.end = day(2028, 6, 30);
  Target& target = fixture.selection().targets[0];
  target.contract_year = 1;
  target.year = fixture.contract.calendar_year(1);
  model::Observation& observation = fixture.observe(0, 90);
  observation.contract_year = 1;
  CHECK(fixture.result(2025, day(2025, 6, 29)).outcome == Outcome::not_due);
  const Result result = fixture.result(2025, day(2025, 6, 30));
  CHECK(result.outcome == Outcome::classified);
  CHECK(result.contract_year == 1);
}

}  // namespace
}  // namespace cpom::testing
