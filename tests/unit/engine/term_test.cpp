#include "support/catch.hpp"
#include "support/engine_fixture.hpp"

namespace cpom::testing {
namespace {

using engine::Outcome;
using engine::Request;
using engine::Term;
using engine::TermResult;

double real(const Value& value) { return std::get<double>(value); }

/// The fixture with a target of 80 for every year, and a rule that takes the last known rank.
struct TermFixture : EngineFixture {
  TermFixture() {
    model.term_rule = "last";
    model::Target target = selection().targets.front();
    selection().targets.clear();
    for (int year = 2024; year <= 2028; ++year) {
      target.year = year;
      selection().targets.push_back(target);
    }
    rules.add(RuleKind::term, "last", {{"ranks"}},
              [](auto in) { return Answer{std::get<std::vector<double>>(in[0]).back()}; });
  }

  engine::Evaluation end() {
    return evaluate(Request{term_years(contract, Term::end), day(2029, 3, 15), Term::end});
  }
  TermResult term() { return end().terms.at(0); }

  void term_rule(std::vector<engine::Need> needs, FakeRules::Function function) {
    rules.add(RuleKind::term, "last", std::move(needs), std::move(function));
  }
};

model::Decision decision(model::Decision::Kind kind, const char* subject, int year) {
  model::Decision made;
  made.kind = kind;
  made.subject = subject;
  made.year = year;
  made.role = "directeur";
  made.reason = "motif";
  made.date = day(2028, 1, 15);
  return made;
}

}  // namespace

TEST_CASE("the years of a term", "[engine]") {
  model::Contract contract;
  contract.start = day(2024, 1, 1);
  contract.end = day(2028, 12, 31);
  using Years = std::vector<int>;
  CHECK(term_years(contract, Term::end) == Years{2024, 2025, 2026, 2027, 2028});
  CHECK(term_years(contract, Term::middle) == Years{2024, 2025});
  contract.end = day(2027, 12, 31);
  CHECK(term_years(contract, Term::middle) == Years{2024, 2025});
  contract.end = day(2024, 12, 31);
  CHECK(term_years(contract, Term::middle) == Years{2024});
  CHECK(term_years(contract, Term::end) == Years{2024});
  contract.start = day(2022, 7, 1);
  contract.end = day(2027, 6, 30);
  CHECK(term_years(contract, Term::middle) == Years{2023, 2024});
  CHECK(term_years(contract, Term::end) == Years{2023, 2024, 2025, 2026, 2027});
  contract.selections.emplace_back().targets.emplace_back().year = 2022;
  CHECK(term_years(contract, Term::middle) == Years{2022, 2023, 2024});
  CHECK(term_years(contract, Term::end) == Years{2022, 2023, 2024, 2025, 2026, 2027});
}

TEST_CASE("a term by default: its years, known on the review of the last of them", "[engine]") {
  EngineFixture fixture;
  fixture.observe(2024, 50).received = day(2025, 2, 1);
  fixture.evaluate();
  const auto middle =
      engine::default_request(fixture.model, fixture.contract, *fixture.index, Term::middle);
  CHECK(middle.term == Term::middle);
  CHECK(middle.years == std::vector<int>{2024, 2025});
  CHECK(middle.as_of == day(2026, 3, 15));
}

TEST_CASE("a term folds the statuses in force, the retained before the proposed", "[engine]") {
  TermFixture fixture;
  fixture.observe(2024, 41);
  fixture.observe(2026, 90);
  fixture.observe(2027, 41);
  fixture.contract.decisions = {decision(model::Decision::Kind::status, "1.a", 2027)};
  fixture.contract.decisions[0].retained = "partly_reached";
  std::vector<Value> seen;
  fixture.term_rule({{"ranks"}, {"last", true}, {"scale"}, {"counted"}, {"expected"}},
                    [&seen](auto in) {
                      seen.assign(in.begin(), in.end());
                      return Answer{2.0};
                    });
  const auto evaluation = fixture.end();
  REQUIRE(evaluation.terms.size() == 1);
  const TermResult& term = evaluation.terms[0];
  CHECK(seen == std::vector<Value>{std::vector<double>{3, 1, 2}, Value(),
                                   std::vector<double>{100, 50, 0}, 3.0, 5.0});
  CHECK(term.expected == 5);
  CHECK(term.counted == 3);
  REQUIRE(term.status != nullptr);
  CHECK(term.status->id == "partly_reached");
  CHECK(term.outcome == Outcome::classified);
  CHECK(term.yearly == std::vector<std::size_t>{0, 1, 2, 3, 4});
  REQUIRE(term.applications.size() == 1);
  CHECK(term.applications[0].inputs[0].name == "ranks");
}

TEST_CASE("a rule for the term may ask for points only where every status has them", "[engine]") {
  TermFixture fixture;
  fixture.observe(2024, 90);
  fixture.model.statuses[2].points.reset();
  fixture.term_rule({{"scale", true}}, [](auto in) {
    return Answer{std::holds_alternative<std::monostate>(in[0]) ? 3.0 : 1.0};
  });
  CHECK(fixture.term().status->id == "not_reached");
  fixture.term_rule({{"scale"}}, [](auto) { return Answer{1.0}; });
  const TermResult term = fixture.term();
  CHECK(term.status == nullptr);
  CHECK(term.outcome == Outcome::late);
  CHECK(english(term.reason) == "rule term/last needs \"scale\", which is not given");
}

TEST_CASE("the last rank is that of the last year from which a status is expected", "[engine]") {
  TermFixture fixture;
  fixture.selection().targets.resize(4);
  fixture.observe(2027, 90);
  fixture.term_rule({{"last"}}, [](auto in) { return Answer{real(in[0])}; });
  CHECK(fixture.term().status->id == "reached");
}

TEST_CASE("a term of which the last year is void is void", "[engine]") {
  TermFixture fixture;
  fixture.observe(2024, 90);
  fixture.contract.decisions = {decision(model::Decision::Kind::void_indicator, "1.a", 2028)};
  const TermResult term = fixture.term();
  CHECK(term.status == nullptr);
  CHECK(term.outcome == Outcome::void_indicator);
  CHECK(english(term.reason) == "decided on 2028-01-15 by directeur: motif");
  CHECK(term.expected == 4);
  CHECK(term.counted == 1);
  CHECK(term.applications.empty());
}

TEST_CASE("a void year in the middle is not expected", "[engine]") {
  TermFixture fixture;
  for (const int year : {2024, 2025, 2027, 2028}) fixture.observe(year, 90);
  fixture.contract.decisions = {decision(model::Decision::Kind::void_indicator, "1.a", 2026)};
  const TermResult term = fixture.term();
  CHECK(term.expected == 4);
  CHECK(term.counted == 4);
  CHECK(term.status->id == "reached");
}

TEST_CASE("a term of observed years has no status, and calls no rule", "[engine]") {
  TermFixture fixture;
  fixture.selection().targets.clear();
  const TermResult term = fixture.term();
  CHECK(term.outcome == Outcome::observed);
  CHECK(english(term.reason) == "value followed without a target");
  CHECK(term.applications.empty());
}

TEST_CASE("a term without any status stops where its last year does", "[engine]") {
  TermFixture fixture;
  const TermResult term = fixture.term();
  CHECK(term.outcome == Outcome::late);
  CHECK(english(term.reason) == "value not received; it was expected by 2029-01-31 from DGS");
  CHECK(term.expected == 5);
  CHECK(term.applications.empty());
}

TEST_CASE("the years in which an indicator is not followed are absent from its term", "[engine]") {
  TermFixture fixture;
  fixture.contract.selections.push_back(fixture.selection());
  fixture.contract.selections[1].indicator.code = "1.b";
  fixture.contract.selections[1].added_by = "9";
  const auto evaluation = fixture.end();
  REQUIRE(evaluation.terms.size() == 1);
  CHECK(evaluation.terms[0].selection->indicator.code == "1.a");
}

TEST_CASE("a rule for the term that fails costs the term alone", "[engine]") {
  TermFixture fixture;
  fixture.observe(2028, 90);
  const Diagnostic broken{Severity::error, "rule.failed", {}, message("broken"), {}};
  fixture.term_rule({}, [&](auto) { return Answer{{}, {}, {}, {broken}}; });
  auto evaluation = fixture.end();
  CHECK(evaluation.terms[0].outcome == Outcome::rule_error);
  CHECK(english(evaluation.terms[0].failures) == std::vector<std::string>{"rule.failed: broken"});
  CHECK(english(failures_of(evaluation).all()) == std::vector<std::string>{"rule.failed: broken"});
  CHECK(evaluation.results[4].outcome == Outcome::classified);
  for (const Value& wrong : {Value(4.0), Value(0.0), Value(1.5), Value(std::string("reached"))}) {
    fixture.term_rule({}, [&](auto) { return Answer{wrong}; });
    CHECK(english(fixture.term().failures) ==
          std::vector<std::string>{"rule.result: rule term/last must return the rank of a status, "
                                   "a whole number from 1 to 3"});
  }
  fixture.term_rule({}, [](auto) { return Answer{{}, {}, "no way to tell", {}}; });
  CHECK(fixture.term().outcome == Outcome::not_computable);
  CHECK(english(fixture.term().reason) == "no way to tell");
}

TEST_CASE("a missing rule for the term is told once, and costs the term alone", "[engine]") {
  TermFixture fixture;
  fixture.model.term_rule = "lost";
  fixture.observe(2028, 90);
  const auto evaluation = fixture.end();
  CHECK(english(fixture.found.all()) ==
        std::vector<std::string>{"rule.missing: no rule \"term/lost\" (did you mean \"last\"?)"});
  CHECK(evaluation.terms[0].outcome == Outcome::rule_error);
  CHECK(evaluation.results[4].outcome == Outcome::classified);
}

TEST_CASE("an engagement: its indicators on the term, what is proposed and what is retained",
          "[engine]") {
  TermFixture fixture;
  fixture.contract.strands = {{"v1", "Volet 1", "", {}}, {"v2", "Volet 2", "", {}}};
  fixture.contract.selections.push_back(fixture.selection());
  fixture.contract.selections[1].indicator.code = "1.b";
  fixture.model.engagement_outcomes = {{"renewed", "Reconduction"}, {"ended", "Suppression"}};
  model::Engagement one;
  one.id = "e1";
  one.strand = "v2";
  one.indicators = {"1.b", "1.a"};
  one.outcome = "renewed";
  one.outcome_date = day(2028, 11, 1);
  model::Engagement other;
  other.id = "e2";
  other.indicators = {"1.a"};
  fixture.contract.engagements = {one, other};
  fixture.contract.decisions = {decision(model::Decision::Kind::outcome, "e1", 0),
                                decision(model::Decision::Kind::outcome, "e1", 0)};
  fixture.contract.decisions[0].retained = "ended";
  fixture.contract.decisions[1].retained = "renewed";
  fixture.contract.decisions[1].date = day(2029, 6, 1);
  const auto evaluation = fixture.end();
  REQUIRE(evaluation.engagements.size() == 2);
  const auto& first = evaluation.engagements[0];
  CHECK(first.terms == std::vector<std::size_t>{3, 2});
  CHECK(first.proposed == &fixture.model.engagement_outcomes[0]);
  CHECK(first.retained_outcome == &fixture.model.engagement_outcomes[1]);
  CHECK(first.retained == &fixture.contract.decisions[0]);
  CHECK(evaluation.engagements[1].terms == std::vector<std::size_t>{0, 2});
  CHECK(evaluation.engagements[1].proposed == nullptr);
  const auto earlier = fixture.evaluate(
      Request{term_years(fixture.contract, Term::end), day(2026, 3, 15), Term::end});
  CHECK(earlier.engagements[0].proposed == nullptr);
  CHECK(earlier.engagements[0].retained == nullptr);
}

TEST_CASE("without a term nothing is folded", "[engine]") {
  TermFixture fixture;
  const auto evaluation = fixture.evaluate();
  CHECK_FALSE(evaluation.term.has_value());
  CHECK(evaluation.terms.empty());
  CHECK(evaluation.engagements.empty());
}

}  // namespace cpom::testing
