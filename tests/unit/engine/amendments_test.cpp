// What amendments add, end and bring back: objectives, indicators; and the days of strands.
#include "support/catch.hpp"
#include "support/engine_fixture.hpp"

namespace cpom::testing {
namespace {

using engine::Outcome;
using engine::Result;

model::Amendment amendment(const char* number, Date signed_on, Date effective) {
  return {number, "", signed_on, effective, {}};
}

/// The fixture with an objective 2 and its indicator 2.a, both added by amendment 1 on 1 July 2026.
EngineFixture with_added_objective() {
  EngineFixture fixture;
  fixture.contract.amendments = {amendment("1", day(2026, 6, 1), day(2026, 7, 1))};
  model::Objective added{"2", "Ajouté", "objective", "", {}, {}, {}};
  added.in_force_from = day(2026, 7, 1);
  added.added_by = "1";
  fixture.contract.objectives.push_back(added);
  model::Selection selection = fixture.selection();
  selection.indicator.code = "2.a";
  selection.indicator.objective = "2";
  selection.followed_from = day(2026, 7, 1);
  selection.added_by = "1";
  selection.targets[0].year = 2026;
  selection.targets[0].amendment = "1";
  selection.targets[0].in_force = day(2026, 7, 1);
  fixture.contract.selections.push_back(selection);
  return fixture;
}

std::vector<std::string> objectives_of(const engine::Evaluation& evaluation) {
  std::vector<std::string> ids;
  for (const auto& result : evaluation.objectives) ids.push_back(result.objective->id);
  return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("an amendment's objective is not there before the amendment takes effect", "[engine]") {
  EngineFixture fixture = with_added_objective();
  const auto before = fixture.evaluate(2026, day(2026, 6, 30));
  CHECK(objectives_of(before) == Ids{"1"});
  CHECK(before.results.size() == 1);
  const auto after = fixture.evaluate(2026, day(2027, 3, 15));
  CHECK(objectives_of(after) == Ids{"1", "2"});
  CHECK(after.results.size() == 2);
  CHECK(after.objectives[1].expected == 1);
}

TEST_CASE("an added objective is not evaluated for earlier years", "[engine]") {
  EngineFixture fixture = with_added_objective();
  const auto evaluation = fixture.evaluate(2025, day(2027, 3, 15));
  CHECK(objectives_of(evaluation) == Ids{"1", "2"});
  CHECK(evaluation.objectives[1].expected == 0);
  CHECK(english(evaluation.objectives[1].reason) ==
        "objective 2 is there from 2026-07-01 only, by amendment no. 1");
  CHECK(evaluation.results[1].outcome == Outcome::not_applicable);
  CHECK(english(evaluation.results[1].reason) ==
        "objective 2 is there from 2026-07-01 only, by amendment no. 1");
  fixture.contract.selections.pop_back();
  CHECK(objectives_of(fixture.evaluate(2025, day(2027, 3, 15))) == Ids{"1"});
}

TEST_CASE("an objective that an amendment ended takes all below it along", "[engine]") {
  EngineFixture fixture;
  fixture.contract.amendments = {amendment("2", day(2026, 12, 1), day(2026, 12, 31))};
  fixture.contract.objectives.push_back({"0", "Axe", "axis", "", {}, {}, {}});
  fixture.contract.objectives[0].parent = "0";
  fixture.contract.objectives[1].in_force_to = day(2026, 12, 31);
  fixture.contract.objectives[1].ended_by = "2";
  fixture.selection().targets[0].year = 2027;
  fixture.observe(2027, 90);
  CHECK(fixture.result(2027, day(2026, 12, 30)).outcome == Outcome::not_due);
  const auto evaluation = fixture.evaluate(2027, day(2028, 3, 15));
  CHECK(evaluation.results[0].outcome == Outcome::not_applicable);
  CHECK(english(evaluation.results[0].reason) ==
        "objective 0 was ended after 2026-12-31, by amendment no. 2");
  REQUIRE(evaluation.objectives.size() == 2);
  CHECK(english(evaluation.objectives[0].reason) ==
        "objective 0 was ended after 2026-12-31, by amendment no. 2");
  CHECK_FALSE(evaluation.objectives[0].score.has_value());
  fixture.selection().targets[0].year = 2026;
  CHECK(fixture.result(2026, day(2027, 3, 15)).outcome == Outcome::late);
}

TEST_CASE("an indicator that was ended may be followed again", "[engine]") {
  EngineFixture fixture;
  fixture.contract.amendments = {amendment("1", day(2025, 1, 1), day(2025, 1, 1)),
                                 amendment("2", day(2026, 6, 1), day(2027, 1, 1))};
  fixture.selection().pauses = {{day(2025, 1, 1), day(2026, 12, 31), "1", "2"}};
  fixture.selection().targets[0].year = 2027;
  const Result between = fixture.result(2026, day(2027, 3, 15));
  CHECK(between.outcome == Outcome::not_applicable);
  CHECK(english(between.reason) ==
        "no longer followed after 2024-12-31, by amendment no. 1; again from 2027-01-01, by "
        "amendment no. 2");
  CHECK(english(fixture.result(2026, day(2026, 12, 31)).reason) ==
        "no longer followed after 2024-12-31, by amendment no. 1");
  CHECK(fixture.result(2024, day(2028, 3, 15)).outcome == Outcome::observed);
  CHECK(fixture.result(2027, day(2028, 3, 15)).outcome == Outcome::late);
  fixture.selection().followed_to = day(2027, 12, 31);
  fixture.selection().ended_by = "2";
  CHECK(english(fixture.result(2028, day(2029, 3, 15)).reason) ==
        "no longer followed after 2027-12-31, by amendment no. 2");
}

TEST_CASE("a strand has its own days, and may become a contract of its own", "[engine]") {
  EngineFixture fixture;
  model::Strand& strand = fixture.contract.strands[0];
  strand.id = "mayotte";
  strand.label = "Mayotte";
  strand.from = day(2025, 7, 1);
  strand.to = day(2025, 12, 31);
  CHECK(english(fixture.result(2024, day(2026, 3, 15)).reason) ==
        "the strand \"Mayotte\" starts on 2025-07-01");
  CHECK(fixture.result(2025, day(2026, 3, 15)).outcome == Outcome::late);
  CHECK(english(fixture.result(2026, day(2027, 3, 15)).reason) ==
        "the strand \"Mayotte\" ended on 2025-12-31");
  strand.successor = "cpom-mayotte";
  const Result after = fixture.result(2026, day(2027, 3, 15));
  CHECK(after.outcome == Outcome::not_applicable);
  CHECK(english(after.reason) ==
        "the strand \"Mayotte\" ended on 2025-12-31; contract \"cpom-mayotte\" took its place");
}

TEST_CASE("an amendment signed but not yet in force is mentioned", "[engine]") {
  EngineFixture fixture;
  fixture.contract.amendments = {amendment("1", day(2026, 2, 1), day(2027, 1, 1))};
  const auto evaluation = fixture.evaluate(2025, day(2026, 3, 15));
  REQUIRE(evaluation.remarks.size() == 1);
  CHECK(english(evaluation.remarks[0]) ==
        "amendment no. 1, signed on 2026-02-01, takes effect on 2027-01-01 only: it does not count "
        "here");
  CHECK(fixture.evaluate(2025, day(2026, 1, 31)).remarks.empty());
  CHECK(fixture.evaluate(2025, day(2027, 1, 1)).remarks.empty());
}

TEST_CASE("a situation dated long after the contract is doubted, if the input dates it so",
          "[engine]") {
  EngineFixture fixture;
  fixture.observe(2025, 90).received = day(2062, 2, 1);
  fixture.evaluate();
  const auto request = engine::default_request(fixture.model, fixture.contract, *fixture.index);
  CHECK(request.as_of == day(2062, 2, 1));
  const auto evaluation = fixture.evaluate(request);
  REQUIRE(evaluation.remarks.size() == 1);
  CHECK(english(evaluation.remarks[0]) ==
        "the situation is that of 2062-02-01, the last day on which a value was received or a "
        "decision taken; that is more than a year after the contract, so check that day");
  CHECK(fixture.evaluate(2025, day(2062, 2, 2)).remarks.empty());
  fixture.observations[0].received = day(2029, 12, 31);
  CHECK(fixture.evaluate(2025, day(2029, 12, 31)).remarks.empty());
}

}  // namespace cpom::testing
