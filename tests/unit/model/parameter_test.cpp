#include "model/parameter.hpp"

#include "base/language.hpp"
#include "support/catch.hpp"

using namespace cpom;
using model::Layer;
using model::Parameter;
using model::Parameters;

namespace {

Parameter parameter(Layer layer, double value) {
  Parameter made;
  made.name = "partial_from";
  made.value = value;
  made.layer = layer;
  made.where = {std::string(model::word_of(layer)) + ".xml", 3, 5};
  return made;
}

Parameter of_objective(Layer layer, double value, const std::string& objective) {
  Parameter made = parameter(layer, value);
  made.objective = objective;
  return made;
}

Parameter of_indicator(Layer layer, double value, const std::string& indicator) {
  Parameter made = parameter(layer, value);
  made.indicator = indicator;
  return made;
}

Parameter locked(Parameter made) {
  made.locked = true;
  return made;
}

Parameters all_of(std::vector<Parameter> list, Diagnostics& found) {
  Parameters parameters;
  for (Parameter& one : list) parameters.add({one}, found);
  return parameters;
}

Parameters all_of(std::vector<Parameter> list) {
  Diagnostics found;
  Parameters parameters = all_of(std::move(list), found);
  REQUIRE(found.empty());
  return parameters;
}

double value(const Parameters& parameters, const std::string& indicator,
             const std::string& objective) {
  const Parameter* found = parameters.find("partial_from", indicator, objective);
  REQUIRE(found != nullptr);
  return found->value;
}

}  // namespace

TEST_CASE("parameters: what nobody set is not found") {
  CHECK(Parameters().find("partial_from", "1.a", "1") == nullptr);
  const Parameters parameters = all_of({of_indicator(Layer::core, 50, "2.a")});
  CHECK(parameters.find("partial_from", "1.a", "1") == nullptr);
  CHECK(parameters.find("tolerance", "2.a", "2") == nullptr);
}

TEST_CASE("parameters: the most particular layer wins within one scope") {
  const Parameters parameters =
      all_of({parameter(Layer::core, 50), parameter(Layer::model, 60), parameter(Layer::region, 70),
              parameter(Layer::contract, 80)});
  CHECK(value(parameters, "1.a", "1") == 80);
}

TEST_CASE("parameters: the most particular scope wins over the layer") {
  const Parameters parameters =
      all_of({of_indicator(Layer::core, 90, "1.a"), of_objective(Layer::model, 70, "1"),
              parameter(Layer::contract, 50)});
  CHECK(value(parameters, "1.a", "1") == 90);
  CHECK(value(parameters, "1.b", "1") == 70);
  CHECK(value(parameters, "2.a", "2") == 50);
}

TEST_CASE("parameters: without an indicator only the general value and the objective's count") {
  const Parameters parameters =
      all_of({parameter(Layer::core, 50), of_indicator(Layer::core, 90, "1.a")});
  CHECK(value(parameters, "", "") == 50);
}

TEST_CASE("parameters: setting a locked one again is an error that names both places") {
  Diagnostics found;
  const Parameters parameters =
      all_of({locked(parameter(Layer::model, 50)), parameter(Layer::region, 70)}, found);
  REQUIRE(found.all().size() == 1);
  CHECK(render(found.all()[0], Language::english) ==
        "region.xml:3:5: error: parameter \"partial_from\" is set here although model.xml:3:5 "
        "locks it (remove it here, or have the lock removed there) [parameter.locked]");
  CHECK(value(parameters, "1.a", "1") == 50);
}

TEST_CASE("parameters: the lock of a general value holds for every indicator and objective") {
  Diagnostics found;
  const Parameters parameters =
      all_of({locked(parameter(Layer::core, 50)), of_indicator(Layer::region, 70, "1.a"),
              of_objective(Layer::contract, 80, "1")},
             found);
  CHECK(found.count(Severity::error) == 2);
  CHECK(value(parameters, "1.a", "1") == 50);
}

TEST_CASE("parameters: the layer of a lock may itself say more") {
  const Parameters parameters =
      all_of({locked(parameter(Layer::model, 50)), locked(of_indicator(Layer::model, 70, "1.a"))});
  CHECK(value(parameters, "1.a", "1") == 70);
  CHECK(value(parameters, "1.b", "1") == 50);
}

TEST_CASE("parameters: the lock of an objective holds for its indicators, and for no other") {
  const Parameters parameters =
      all_of({locked(of_objective(Layer::model, 50, "1")), of_indicator(Layer::region, 70, "1.a"),
              of_indicator(Layer::region, 80, "2.a")});
  CHECK(value(parameters, "1.a", "1") == 50);
  CHECK(value(parameters, "2.a", "2") == 80);
}

TEST_CASE("parameters: one layer setting one thing twice is an error that names both places") {
  Diagnostics found;
  Parameter second = parameter(Layer::plugin, 60);
  second.where = {"other.xml", 9, 3};
  const Parameters parameters = all_of({parameter(Layer::plugin, 50), second}, found);
  REQUIRE(found.all().size() == 1);
  CHECK(render(found.all()[0], Language::english) ==
        "other.xml:9:3: error: parameter \"partial_from\" is already set in plugin.xml:3:5, for "
        "the same scope (keep one of the two) [parameter.duplicate]");
  CHECK(value(parameters, "1.a", "1") == 50);
}

TEST_CASE("parameters: names come once, in alphabetical order") {
  Parameter tolerance = parameter(Layer::core, 1);
  tolerance.name = "tolerance";
  const Parameters parameters =
      all_of({tolerance, parameter(Layer::core, 50), parameter(Layer::model, 60)});
  CHECK(parameters.names() == std::vector<std::string>{"partial_from", "tolerance"});
  CHECK(parameters.all().size() == 3);
}
