// The calendars of the shipped models of establishments and DAC have every step of their texts,
// each on its day and for its region; durations are limits.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "unit/xml/calendars.hpp"

using namespace cpom;
using namespace cpom::test;

namespace {

/// "limit duration_years 2 -" of each limit, as in the table.
std::vector<std::string> limits_of(const model::Model& model) {
  const auto number = [](const std::optional<int>& value) {
    return value ? std::to_string(*value) : std::string("-");
  };
  std::vector<std::string> all;
  for (const model::Limit& limit : model.limits) {
    all.push_back("limit " + std::string(model::word_of(limit.subject)) + " " +
                  number(limit.minimum) + " " + number(limit.maximum));
  }
  return all;
}

std::string region_of(const model::Model& model, const model::Step& step) {
  const model::Territory* const territory = model.territory(step.territory);
  return territory == nullptr ? "" : joined(territory->regions);
}

}  // namespace

TEST_CASE("dac, establishments: every calendar has the steps of its text, each on its day") {
  const std::vector<Row> rows = facts("dac-etablissement-calendars.tsv");
  CHECK(rows.size() == 24);
  for (const char* id : {"dac", "etablissement-idf"}) {
    const model::Model model = shipped_model(id);
    const std::vector<std::string> limits = limits_of(model);
    std::size_t at = 0;
    for (const Row& row : rows) {
      if (row.at("model") != id) continue;
      INFO(row.at("id"));
      if (row.at("when").starts_with("limit")) {
        CHECK(std::find(limits.begin(), limits.end(), row.at("when")) != limits.end());
        continue;
      }
      REQUIRE(at < model.calendar.size());
      const model::Step& step = model.calendar[at++];
      CHECK(step.id == row.at("id"));
      CHECK(when(step) == row.at("when"));
      CHECK(region_of(model, step) == row.at("region"));
      CHECK(step.stated.find(row.at("stated")) != std::string::npos);
      CHECK_FALSE(step.source.empty());
    }
    CHECK(at == model.calendar.size());
  }
}
