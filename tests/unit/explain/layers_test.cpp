#include "explain/layers.hpp"

#include <string>

#include <nlohmann/json.hpp>

#include "explain/core_summaries.hpp"
#include "support/catch.hpp"
#include "unit/explain/example.hpp"

using namespace cpom;
using nlohmann::json;

namespace {

/// "region 60 *", the one that holds with a star; with the line where \a with_place.
std::vector<std::string> chain(const json& layers, const std::string& key) {
  std::vector<std::string> told;
  for (const json& layer : layers["layers"]) {
    std::string text = layer["layer"].get<std::string>() + " ";
    text += layer[key].is_number() ? std::to_string(layer[key].get<int>()) : layer[key].dump();
    text += " " + layer["place"]["file"].get<std::string>() + ":" +
            std::to_string(layer["place"]["line"].get<int>());
    told.push_back(text + (layer["holds"].get<bool>() ? " *" : ""));
  }
  return told;
}

json layers_of(test::ExplainedExample& example, const std::string& indicator) {
  const cli::BoundContract& bound = *example.bound;
  const model::Contract& contract = *bound.loaded->contract;
  const auto layers = explain::layers_of(
      *bound.loaded->model, contract, bound.parameters, example.workspace.packages(),
      indicator.empty() ? nullptr : contract.selection(indicator));
  CHECK_FALSE(explain::text_layers({layers}, example.style).empty());
  return json::parse(explain::json_layers({layers}, example.style))["contracts"][0];
}

const json& named(const json& list, const std::string& key, const std::string& name) {
  for (const json& each : list) {
    if (each[key] == name) return each;
  }
  FAIL("nothing is named " << name);
  return list;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("layers: the rule of an indicator upon the general one, and what differs") {
  test::ExplainedExample example("etat-ars-2024-2028-bretagne", {"region-53-bretagne"});
  const json layers = layers_of(example, "C.4.07");
  CHECK(layers["rules"].size() == 4);
  CHECK(layers["rules"][3]["id"] == "term/last");
  CHECK(chain(layers["rules"][0], "has_function") ==
        Lines{"core true rules/core/compute/mean_duration.lua:7",
              "region true rules/region-53-bretagne/indicators/C.4.07/compute.lua:9 *"});
  CHECK(chain(named(layers["parameters"], "name", "partial_from"), "value") ==
        Lines{"core 50 rules/core/settings.xml:5",
              "region 60 rules/region-53-bretagne/settings.xml:5 *"});
}

TEST_CASE("layers: what is said of one indicator counts before what is said of all") {
  test::ExplainedExample example("etat-ars-2024-2028-bretagne");
  const json layers = layers_of(example, "3.e");
  CHECK(chain(named(layers["parameters"], "name", "quantity"), "value").back() ==
        "contract 2600 contract.xml:45 *");
}

TEST_CASE("layers: of the whole contract") {
  test::ExplainedExample example("etat-ars-2024-2028-bretagne", {"region-53-bretagne"});
  const json layers = layers_of(example, "");
  CHECK(layers["rules"].size() > 20);
  for (const json& rule : layers["rules"]) CHECK(rule["failures"].empty());
  CHECK(named(layers["rules"], "id", "indicators/C.5.01/compute")["base"] == "compute/share");
}

TEST_CASE("layers: the columns of plugins are made for every indicator") {
  test::ExplainedExample example("dac-val-imagine");
  for (const model::Selection& selection : example.bound->loaded->contract->selections) {
    const json layers = layers_of(example, selection.indicator.code);
    CHECK(chain(named(layers["rules"], "id", "column/remaining_path"), "has_function") ==
          Lines{"plugin true plugins/dac-avis-financement/column/remaining_path.lua:8 *"});
  }
}

TEST_CASE("layers: every summary of the core is in the catalogue") {
  test::ExplainedExample example("etat-ars-2024-2028-bretagne");
  std::vector<std::string> listed;
  for (const Message& summary : explain::core_summaries()) {
    CHECK(render(summary, Language::french) != summary.id);
    listed.push_back(summary.id);
  }
  const json layers = layers_of(example, "");
  for (const json& rule : layers["rules"]) {
    if (rule["layers"][0]["layer"] != "core") continue;
    const std::string summary = rule["layers"][0]["summary"];
    INFO(summary);
    CHECK(std::find(listed.begin(), listed.end(), summary) != listed.end());
  }
}
