#include "report/shown.hpp"

#include <set>

#include "report/summary.hpp"
#include "support/catch.hpp"
#include "unit/report/sample.hpp"

using namespace cpom;
using cpom::report::Voice;
using cpom::test::Sample;
using model::Direction;

namespace {

struct Spoken {
  explicit Spoken(Language language) { style.language = language; }

  std::string quantity(double value, std::string unit, int decimals) const {
    model::Indicator indicator;
    indicator.unit = std::move(unit);
    indicator.decimals = decimals;
    return voice().quantity(value, indicator);
  }

  Voice voice() const { return {sample.only(), style}; }

  Sample sample;
  report::Style style;
};

}  // namespace

TEST_CASE("shown: a value has its unit and the indicator's places") {
  const Spoken french(Language::french);
  CHECK(french.quantity(72.7, "percent", 1) == "72,7\u00A0%");
  CHECK(french.quantity(72, "percent", 1) == "72,0\u00A0%");
  CHECK(french.quantity(50000, "count", 0) == "50\u202F000");
  CHECK(french.quantity(1.5, "per_thousand", 1) == "1,5\u00A0‰");
  CHECK(french.quantity(1234567.5, "euro", 2) == "1\u202F234\u202F567,50\u00A0€");
  CHECK(french.quantity(1.5, "days", 1) == "1,5\u00A0jour");
  CHECK(french.quantity(2, "days", 0) == "2\u00A0jours");
  CHECK(french.quantity(0, "points", 0) == "0\u00A0point");
  CHECK(french.quantity(-3, "points", 0) == "-3\u00A0points");
  CHECK(french.quantity(18, "months", 0) == "18\u00A0mois");
  CHECK(french.quantity(45, "minutes", 0) == "45\u00A0min");
  CHECK(french.quantity(12, "square_metre", 0) == "12\u00A0m²");
  CHECK(french.quantity(12.25, "t CO2/m2", 1) == "12,3\u00A0t CO2/m2");
  CHECK(french.quantity(1, "yes_no", 0) == "oui");
  CHECK(french.quantity(0, "yes_no", 0) == "non");
  CHECK(french.quantity(0.5, "yes_no", 1) == "0,5");
  const Spoken english(Language::english);
  CHECK(english.quantity(1234.5, "percent", 1) == "1,234.5%");
  CHECK(english.quantity(1, "days", 0) == "1 day");
  CHECK(english.quantity(0, "days", 0) == "0 days");
  CHECK(english.quantity(1, "yes_no", 0) == "yes");
}

TEST_CASE("shown: a target says on which side it is, and what is special about it") {
  Spoken spoken(Language::french);
  const auto* selection =
      spoken.sample.add_selection("9.a", "x", "1", "percent", 0, Direction::lower);
  auto& result = spoken.sample.add_result(selection, engine::Outcome::classified);
  CHECK(spoken.voice().target(result).empty());
  CHECK(spoken.voice().target_notes(result).empty());
  model::Target target;
  target.value = 72.75;
  result.target = &target;
  CHECK(spoken.voice().target(result) == "≤\u00A072,75\u00A0%");
  target.contract_year = 2;
  target.amendment = "3";
  target.due = make_date(2027, 12, 31);
  CHECK(spoken.voice().target_notes(result) ==
        std::vector<std::string>{"N2", "échéance 31/12/2027", "avenant n°\u00A03"});
  target.value.reset();
  target.minimum = 12;
  CHECK(spoken.voice().target(result) == "≥\u00A012\u00A0%");
  target.maximum = 15.5;
  CHECK(spoken.voice().target(result) == "12 à 15,5\u00A0%");
  target.minimum.reset();
  CHECK(spoken.voice().target(result) == "≤\u00A015,5\u00A0%");
}

TEST_CASE("shown: what a person retained counts, the proposal is told beside it") {
  const Spoken spoken(Language::french);
  const auto& results = spoken.sample.only().results;
  const Voice voice = spoken.voice();
  CHECK(voice.proposed(results[1]).id == "partly");
  CHECK(voice.effective(results[1]).id == "reached");
  CHECK(voice.retained(results[1]) ==
        "retenu\u00A0: Atteint (proposé\u00A0: Partiellement atteint), directrice générale, le "
        "12/02/2026\u00A0: un jour d'écart");
  CHECK(voice.retained(results[0]).empty());
  CHECK(voice.effective(results[4]).id == "late");
  CHECK(voice.effective(results[4]).text() == "!\u00A0Valeur en retard");
}

TEST_CASE("shown: every outcome has a symbol and a French label of its own") {
  const Spoken spoken(Language::french);
  std::set<std::string> symbols;
  std::set<std::string> labels;
  for (const engine::Outcome outcome : engine::all_outcomes) {
    if (outcome == engine::Outcome::classified) continue;
    const report::Mark mark = spoken.voice().mark(outcome);
    CHECK(symbols.insert(mark.symbol).second);
    CHECK(labels.insert(mark.label).second);
    CHECK(mark.label != render(engine::label_of(outcome), Language::english));
  }
}

TEST_CASE("summary: counts by status, by outcome, and what was expected") {
  const Sample sample;
  const auto sum = report::summarise(sample.only());
  CHECK(sum.results == 6);
  CHECK(sum.expected == 5);
  CHECK(sum.with_status == 3);
  CHECK(sum.retained == 1);
  std::vector<long> counts;
  for (const auto& [status, count] : sum.statuses) counts.push_back(count);
  CHECK(counts == std::vector<long>{1, 1, 1});
  std::vector<std::string> outcomes;
  for (const auto& [outcome, count] : sum.outcomes) {
    outcomes.emplace_back(engine::code_of(outcome));
    CHECK(count == 1);
  }
  CHECK(outcomes == std::vector<std::string>{"observed", "late", "rule_error"});
  REQUIRE(sum.rule_errors.size() == 1);
  CHECK(sum.rule_errors[0]->selection->indicator.code == "2.c");
  CHECK(sum.objectives == 2);
  CHECK(sum.complete_objectives == 1);
}
