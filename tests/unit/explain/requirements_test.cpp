#include "explain/requirements.hpp"

#include <string>
#include <vector>

#include "csv/observation_reader.hpp"
#include "support/catch.hpp"
#include "unit/explain/example.hpp"

using namespace cpom;
using explain::Presence;
using explain::Requirement;
using explain::Requirements;

namespace {

Requirements requirements(test::ExplainedExample& example, const std::vector<int>& years,
                          Date as_of) {
  return explain::requirements_of(*example.bound->prepared, *example.bound->observations, years,
                                  as_of);
}

const Requirement& row(const Requirements& all, const std::string& code,
                       const std::string& component = {}) {
  for (const Requirement& each : all.all) {
    if (each.selection->indicator.code == code && each.component == component) return each;
  }
  FAIL("no row for " << code << " " << component);
  return all.all.front();
}

bool has(const Requirements& all, const std::string& code) {
  for (const Requirement& each : all.all) {
    if (each.selection->indicator.code == code) return true;
  }
  return false;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("requirements: what is read, from whom, by when, and whether it is there") {
  test::ExplainedExample example("etat-ars-2024-2028-bretagne");
  const Requirements all = requirements(example, {2025}, make_date(2026, 3, 15));
  const Requirement& share = row(all, "6.b");
  CHECK(share.parts == Texts{"numerator", "denominator"});
  CHECK(share.due == make_date(2026, 1, 31));
  CHECK(share.judged);
  CHECK(share.presence == Presence::received);
  CHECK(row(all, "2.c.1").presence == Presence::late);
  CHECK(row(all, "2.c.1").supplier == "DGS");
  CHECK(row(all, "BZH.1").presence == Presence::missing);
  CHECK(row(all, "3.a", "most_favoured").optional_parts ==
        Texts{"value", "numerator", "denominator"});
  CHECK_FALSE(row(all, "10.c").judged);
  CHECK_FALSE(has(all, "C.3.01"));  // due in 2027
  CHECK(has(requirements(example, {2027}, make_date(2026, 3, 15)), "C.3.01"));
  CHECK_FALSE(has(requirements(example, {2024}, make_date(2026, 3, 15)), "C.5.02"));
}

TEST_CASE("requirements: nothing of a year to come is late") {
  test::ExplainedExample example("etat-ars-2024-2028-bretagne");
  for (const Requirement& each : requirements(example, {2027}, make_date(2026, 3, 15)).all) {
    CHECK(each.presence == Presence::missing);
  }
}

TEST_CASE("requirements: the template is a file of values that erases nothing") {
  test::ExplainedExample example("etat-ars-2024-2028-bretagne");
  const Requirements all = requirements(example, {2025, 2026}, make_date(2026, 3, 15));
  for (const Language language : {Language::french, Language::english}) {
    example.style.language = language;
    std::string csv = explain::csv_template({all}, example.style);
    Diagnostics found;
    CHECK(csv::read_observations(csv, "modele.csv", found).empty());
    CHECK(found.all().size() == 1);
    CHECK(found.all().front().code == "csv.empty_rows");

    // Filled in, every row is a value of the indicator and the year it stands for.
    std::size_t rows = 0;
    for (auto at = csv.find(";;;;;;;;"); at != std::string::npos; at = csv.find(";;;;;;;;", at)) {
      csv.replace(at, 8, ";20;;;;;;;");
      at += 9;
      ++rows;
    }
    Diagnostics faults;
    const auto values = csv::read_observations(csv, "modele.csv", faults);
    for (const auto& fault : faults.all()) UNSCOPED_INFO(render(fault, Language::english));
    CHECK(faults.empty());
    CHECK(values.size() == rows);
    const model::Contract& contract = *example.bound->loaded->contract;
    Diagnostics unplaced;
    const engine::ObservationIndex index(*example.bound->loaded->model, contract, values, unplaced);
    CHECK(unplaced.empty());
    const auto after =
        explain::requirements_of(*example.bound->prepared, index, {2026}, make_date(2027, 6, 1));
    for (const Requirement& each : after.all) {
      INFO(each.selection->indicator.code << " " << each.component);
      CHECK(each.presence == Presence::received);
    }
  }
}

TEST_CASE("requirements: completeness tells counts, what is missing and what is late") {
  test::ExplainedExample example("etat-ars-2024-2028-bretagne");
  example.style.language = Language::english;
  const Requirements all = requirements(example, {2025}, make_date(2026, 3, 15));
  const std::string text = explain::text_completeness({all}, example.style);
  for (const std::string line :
       {"As known on 2026-03-15: 21 of 23 received, 1 late", "  DGS: 7 of 8 received, 1 late",
        "Late", "  ! 2.c.1, 2025: numerator, denominator; DGS, due on 2026-01-31",
        "Missing, not due yet",
        "  · BZH.1, 2025: numerator, denominator; ARS, due on 2026-06-30"}) {
    INFO(line << "\n" << text);
    CHECK(text.find(line + "\n") != std::string::npos);
  }
}
