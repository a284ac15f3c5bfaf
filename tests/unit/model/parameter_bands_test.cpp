#include "base/language.hpp"
#include "model/parameter.hpp"
#include "support/catch.hpp"

using namespace cpom;
using model::Layer;
using model::Parameter;

namespace {

Parameter threshold(const std::string& name, double value, Layer layer,
                    const std::string& indicator = "", const std::string& objective = "") {
  Parameter made;
  made.name = name;
  made.value = value;
  made.layer = layer;
  made.indicator = indicator;
  made.objective = objective;
  made.where = {std::string(model::word_of(layer)) + ".xml", 3, 5};
  return made;
}

/// Tiers from 0 to 100 with thresholds at 20 and 60, then what \a more sets.
std::vector<std::string> faults_of(const std::vector<Parameter>& more) {
  model::Parameters parameters;
  Diagnostics found;
  parameters.add(
      {threshold("two_from", 20, Layer::model), threshold("three_from", 60, Layer::model)}, found);
  parameters.add_bands({{"tier", 0, 100, {"two_from", "three_from"}}});
  for (const Parameter& one : more) parameters.add({one}, found);
  parameters.check_bands({{"1.a", "1"}, {"2.a", "2"}}, found);
  std::vector<std::string> lines;
  for (const Diagnostic& fault : found.all()) lines.push_back(render(fault, Language::english));
  return lines;
}

using Lines = std::vector<std::string>;
const std::string remedy =
    " (the thresholds of a scale rise: change one of the two) "
    "[parameter.bands_disordered]";

}  // namespace

TEST_CASE("bands: other layers may move a threshold as long as all of them rise") {
  CHECK(faults_of({}).empty());
  CHECK(faults_of({threshold("two_from", 59, Layer::region)}).empty());
  CHECK(faults_of({threshold("two_from", 70, Layer::region),
                   threshold("three_from", 80, Layer::contract)})
            .empty());
}

TEST_CASE("bands: the parameter of the more particular layer breaks the order") {
  CHECK(faults_of({threshold("two_from", 60, Layer::region)}) ==
        Lines{"region.xml:3:5: error: the threshold \"two_from\" of the scale \"tier\" is 60, and "
              "\"three_from\", which comes after it, is 60 in model.xml:3:5" +
              remedy});
  CHECK(faults_of({threshold("three_from", 10, Layer::contract)}) ==
        Lines{"contract.xml:3:5: error: the threshold \"three_from\" of the scale \"tier\" is 10, "
              "and \"two_from\", which comes before it, is 20 in model.xml:3:5" +
              remedy});
}

TEST_CASE("bands: the order holds for each indicator and objective, and is told once") {
  CHECK(faults_of({threshold("two_from", 80, Layer::region, "1.a")}) ==
        Lines{"region.xml:3:5: error: the threshold \"two_from\" of the scale \"tier\" is 80, and "
              "\"three_from\", which comes after it, is 60 in model.xml:3:5" +
              remedy});
  // One moves it for the objective, the other for an indicator of it: together they cross.
  CHECK(
      faults_of({threshold("three_from", 30, Layer::region, "", "1"),
                 threshold("two_from", 40, Layer::contract, "1.a")}) ==
      Lines{"contract.xml:3:5: error: the threshold \"two_from\" of the scale \"tier\" is 40, and "
            "\"three_from\", which comes after it, is 30 in region.xml:3:5" +
            remedy});
  CHECK(faults_of({threshold("three_from", 30, Layer::region, "", "1"),
                   threshold("two_from", 40, Layer::contract, "2.a")})
            .empty());
}

TEST_CASE("bands: a threshold stays inside its scale") {
  CHECK(faults_of({threshold("three_from", 100, Layer::region)}) ==
        Lines{"region.xml:3:5: error: the threshold \"three_from\" is 100, and the scale \"tier\" "
              "ends at 100 (choose a value inside the scale) [parameter.bands_disordered]"});
  CHECK(faults_of({threshold("two_from", -1, Layer::region)}) ==
        Lines{"region.xml:3:5: error: the threshold \"two_from\" is -1, and the scale \"tier\" "
              "begins at 0 (choose a value inside the scale) [parameter.bands_disordered]"});
}

TEST_CASE("bands: a later layer may cut the scale anew") {
  model::Parameters parameters;
  Diagnostics found;
  parameters.add({threshold("two_from", 200, Layer::model)}, found);
  parameters.add_bands({{"tier", 0, 100, {"two_from"}}});
  parameters.add_bands({{"tier", 0, 1000, {"two_from"}}});
  parameters.check_bands({}, found);
  CHECK(found.empty());
}

TEST_CASE("bands: a lock of a more particular layer forbids nothing to a more general one") {
  model::Parameters parameters;
  Diagnostics found;
  Parameter locked = threshold("two_from", 20, Layer::plugin);
  locked.locked = true;
  parameters.add({locked}, found);
  parameters.add({threshold("two_from", 10, Layer::model)}, found);
  CHECK(found.empty());
  CHECK(parameters.find("two_from", "", "")->value == 20);
}
