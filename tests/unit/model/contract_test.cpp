#include "model/contract.hpp"

#include "support/catch.hpp"

using namespace cpom;
using model::Contract;

namespace {

Contract contract(Date start, Date end) {
  Contract made;
  made.start = start;
  made.end = end;
  return made;
}

}  // namespace

TEST_CASE("contract: contract years of a contract by calendar years are those years") {
  const Contract made = contract(make_date(2024, 1, 1), make_date(2028, 12, 31));
  CHECK(made.first_year() == 2024);
  CHECK(made.last_year() == 2028);
  CHECK(made.contract_years() == 5);
  CHECK(made.end_of_contract_year(1) == make_date(2024, 12, 31));
  CHECK(made.calendar_year(1) == 2024);
  CHECK(made.calendar_year(5) == 2028);
}

TEST_CASE("contract: a contract year that starts in July counts for the year in which it ends") {
  const Contract made = contract(make_date(2022, 7, 1), make_date(2027, 6, 30));
  CHECK(made.contract_years() == 5);
  CHECK(made.end_of_contract_year(1) == make_date(2023, 6, 30));
  CHECK(made.calendar_year(1) == 2023);
  CHECK(made.end_of_contract_year(5) == make_date(2027, 6, 30));
  CHECK(made.calendar_year(5) == 2027);
}

TEST_CASE("contract: a contract year ends on a leap day where there is one") {
  const Contract made = contract(make_date(2023, 3, 1), make_date(2028, 2, 29));
  CHECK(made.end_of_contract_year(1) == make_date(2024, 2, 29));
  CHECK(made.end_of_contract_year(2) == make_date(2025, 2, 28));
  CHECK(made.end_of_contract_year(5) == make_date(2028, 2, 29));
  CHECK(made.contract_years() == 5);
}

TEST_CASE("contract: contract years that start on a leap day leave no day out") {
  const Contract made = contract(make_date(2024, 2, 29), make_date(2029, 2, 27));
  CHECK(made.end_of_contract_year(1) == make_date(2025, 2, 27));
  CHECK(made.end_of_contract_year(4) == make_date(2028, 2, 28));
  CHECK(made.end_of_contract_year(5) == make_date(2029, 2, 27));
  CHECK(made.contract_years() == 5);
}

TEST_CASE("contract: a short last year that ends in a calendar year of its own is one") {
  const Contract made = contract(make_date(2024, 7, 1), make_date(2027, 3, 31));
  CHECK(made.contract_years() == 3);
  CHECK(made.calendar_year(2) == 2026);
  CHECK(made.end_of_contract_year(3) == make_date(2027, 3, 31));
  CHECK(made.calendar_year(3) == 2027);
  CHECK(made.duration_years() == 3);
}

TEST_CASE("contract: a short last year that shares its calendar year is part of the one before") {
  const Contract made = contract(make_date(2024, 3, 1), make_date(2026, 12, 31));
  CHECK(made.contract_years() == 2);
  CHECK(made.end_of_contract_year(1) == make_date(2025, 2, 28));
  CHECK(made.end_of_contract_year(2) == make_date(2026, 12, 31));
  CHECK(made.calendar_year(2) == 2026);
}

TEST_CASE("contract: a limit of duration counts every year begun") {
  CHECK(contract(make_date(2024, 3, 1), make_date(2026, 12, 31)).duration_years() == 3);
  CHECK(contract(make_date(2022, 7, 1), make_date(2027, 6, 30)).duration_years() == 5);
  CHECK(contract(make_date(2022, 7, 1), make_date(2027, 7, 1)).duration_years() == 6);
  CHECK(contract(make_date(2024, 3, 1), make_date(2024, 3, 1)).duration_years() == 1);
}

TEST_CASE("contract: half of it has passed on the day in the middle") {
  CHECK(contract(make_date(2020, 7, 1), make_date(2025, 6, 30)).middle() ==
        make_date(2022, 12, 31));
  CHECK(contract(make_date(2024, 1, 1), make_date(2024, 1, 2)).middle() == make_date(2024, 1, 2));
  CHECK(contract(make_date(2024, 1, 1), make_date(2024, 1, 1)).middle() == make_date(2024, 1, 1));
}

TEST_CASE("contract: an indicator added again is in pause between its two times") {
  model::Selection selection;
  selection.pauses = {{make_date(2024, 6, 1), make_date(2025, 5, 31), "1", "2"}};
  CHECK(selection.pause_on(make_date(2024, 5, 31)) == nullptr);
  CHECK(selection.pause_on(make_date(2024, 6, 1)) == &selection.pauses[0]);
  CHECK(selection.pause_on(make_date(2025, 5, 31)) == &selection.pauses[0]);
  CHECK(selection.pause_on(make_date(2025, 6, 1)) == nullptr);
}

TEST_CASE("contract: a contract shorter than a year has one contract year") {
  const Contract made = contract(make_date(2024, 3, 1), make_date(2024, 3, 1));
  CHECK(made.contract_years() == 1);
  CHECK(made.end_of_contract_year(1) == make_date(2024, 3, 1));
}

TEST_CASE("contract: selections and strands are found by code and id") {
  Contract made;
  made.strands = {{"reunion", "La Réunion", "04", {}}, {"mayotte", "Mayotte", "06", {}}};
  made.selections.resize(2);
  made.selections[1].indicator.code = "2.c.1";
  CHECK(made.selection("2.c.1") == &made.selections[1]);
  CHECK(made.selection("2.c") == nullptr);
  CHECK(made.strand("mayotte") == &made.strands[1]);
  CHECK(made.strand("") == nullptr);
}
