#include "model/catalogue.hpp"

#include "support/catch.hpp"

using namespace cpom;
using model::Catalogue;
using model::Model;

namespace {

model::Objective objective(const std::string& id, const std::string& parent = "") {
  model::Objective made;
  made.id = id;
  made.parent = parent;
  return made;
}

model::Indicator indicator(const std::string& code, bool placeholder = false) {
  model::Indicator made;
  made.code = code;
  made.placeholder = placeholder;
  return made;
}

}  // namespace

TEST_CASE("catalogue: objectives stand below theirs, indicators behind those of the model") {
  Model composed;
  composed.objectives = {objective("1"), objective("2")};
  composed.indicators = {indicator("1.a")};
  Catalogue added;
  added.objectives = {objective("1.x", "1")};
  added.indicators = {indicator("X")};
  model::extend(composed, added);
  REQUIRE(composed.objectives.size() == 3);
  CHECK(composed.objectives[1].id == "1.x");
  REQUIRE(composed.indicators.size() == 2);
  CHECK(composed.indicators[1].code == "X");
}

TEST_CASE("catalogue: statuses replace the scale, definitions fill in placeholders") {
  Model composed;
  composed.statuses.resize(3);
  composed.outcome_labels = {{"void", {"Devenu sans objet", ""}}, {"late", {"En retard", ""}}};
  composed.indicators = {indicator("1.a", true), indicator("1.b", true)};
  Catalogue added;
  added.statuses.resize(2);
  added.outcome_labels = {{"void", {"Abandonné", ""}}};
  added.definitions = {indicator("1.b")};
  model::extend(composed, added);
  CHECK(composed.statuses.size() == 2);
  CHECK(composed.outcome_labels.at("void").label == "Abandonné");
  CHECK(composed.outcome_labels.at("late").label == "En retard");
  CHECK(composed.indicators[0].placeholder);
  CHECK_FALSE(composed.indicators[1].placeholder);
}

TEST_CASE("catalogue: an empty one changes nothing, the rest is appended") {
  Model composed;
  composed.statuses.resize(3);
  model::extend(composed, {});
  CHECK(composed.statuses.size() == 3);
  Catalogue added;
  added.missions.resize(1);
  added.groups.resize(1);
  added.limits.resize(1);
  added.calendar.resize(1);
  added.parameters.resize(1);
  added.parameters[0].layer = model::Layer::plugin;
  added.bands.resize(1);
  model::extend(composed, added);
  model::extend(composed, added);
  CHECK(composed.missions.size() == 2);
  CHECK(composed.groups.size() == 2);
  CHECK(composed.limits.size() == 2);
  CHECK(composed.calendar.size() == 2);
  CHECK(composed.bands.size() == 2);
  REQUIRE(composed.parameters.size() == 2);
  CHECK(composed.parameters[0].layer == model::Layer::plugin);
}
