// The calendars of the shipped État-ARS models have every step of their texts, on its day.
#include <string>
#include <vector>

#include "unit/xml/calendars.hpp"

using namespace cpom;
using namespace cpom::test;

TEST_CASE("état-ars: every calendar has the steps of its text, each on its day") {
  const std::vector<Row> rows = facts("etat-ars-calendars.tsv");
  CHECK(rows.size() == 67);
  for (const char* id : {"etat-ars-2015-2018", "etat-ars-2019-2023", "etat-ars-2024-2028"}) {
    const model::Model model = shipped_model(id);
    std::size_t at = 0;
    for (const Row& row : rows) {
      if (row.at("model") != id) continue;
      INFO(row.at("id"));
      REQUIRE(at < model.calendar.size());
      const model::Step& step = model.calendar[at++];
      CHECK(step.id == row.at("id"));
      CHECK(when(step) == row.at("when"));
      CHECK_FALSE(step.stated.empty());
      CHECK_FALSE(step.source.empty());
    }
    CHECK(at == model.calendar.size());
  }
}

TEST_CASE("état-ars: what the texts contradict is kept on both sides") {
  const auto contradictions = [](const char* id) {
    std::string pairs;
    for (const model::Step& step : shipped_model(id).calendar) {
      if (!step.contradicts.empty()) pairs += step.contradicts + "/" + step.id + " ";
    }
    return pairs;
  };
  CHECK(contradictions("etat-ars-2015-2018") == "C25/C36 C29/C38 C30/C39 C31/C40 C33/C41 ");
  CHECK(contradictions("etat-ars-2019-2023") == "C11/C12 ");
  CHECK(contradictions("etat-ars-2024-2028") == "C52/C53 C57/C59 ");
}
