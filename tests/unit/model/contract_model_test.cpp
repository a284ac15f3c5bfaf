#include "model/contract_model.hpp"

#include <algorithm>
#include <set>

#include "support/catch.hpp"

using namespace cpom;

TEST_CASE("model: everything is found by its id, and nothing by another") {
  model::Model made;
  made.indicators.resize(2);
  made.indicators[1].code = "1.a";
  made.objectives.resize(2);
  made.objectives[1].id = "1";
  made.statuses.resize(2);
  made.statuses[1].id = "reached";
  made.weathers.resize(2);
  made.weathers[1].id = "sunny";
  made.territories.resize(2);
  made.territories[1].id = "overseas";
  CHECK(made.indicator("1.a") == &made.indicators[1]);
  CHECK(made.objective("1") == &made.objectives[1]);
  CHECK(made.status("reached") == &made.statuses[1]);
  CHECK(made.weather("sunny") == &made.weathers[1]);
  CHECK(made.territory("overseas") == &made.territories[1]);
  CHECK(made.indicator("1.A") == nullptr);
  CHECK(made.objective("1.a") == nullptr);
  CHECK(made.status("Reached") == nullptr);
  CHECK(made.weather("rainy") == nullptr);
}

TEST_CASE("model: known units are words, each once") {
  const auto& units = model::known_units();
  CHECK(std::set<std::string>(units.begin(), units.end()).size() == units.size());
  for (const char* unit : {"percent", "per_thousand", "points", "count", "euro", "yes_no"}) {
    CHECK(std::find(units.begin(), units.end(), unit) != units.end());
  }
}
