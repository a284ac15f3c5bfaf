// The calendars of the shipped État-ARS models have every step of their texts, on its day.
#include <string>
#include <variant>
#include <vector>

#include "unit/xml/shipped.hpp"

using namespace cpom;
using namespace cpom::test;

namespace {

std::string text(const model::Moment& moment) {
  const auto* relative = std::get_if<RelativeDate>(&moment);
  return relative != nullptr ? text_of(*relative) : iso_text(std::get<Date>(moment));
}

/// When the step is, in the notation of the table.
std::string when(const model::Step& step) {
  if (step.event) return std::string(model::word_of(*step.event));
  const std::string& other = step.after.empty() ? step.before : step.after;
  if (!other.empty() && step.days) {
    return other + (step.after.empty() ? "-" : "+") + std::to_string(*step.days) + "d";
  }
  if (!other.empty()) return (step.after.empty() ? "before " : "after ") + other;
  if (!step.from) return step.to ? text(*step.to) : "-";
  return text(*step.from) + "/" + (step.to ? text(*step.to) : "");
}

}  // namespace

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
