// The shipped model of DAC has the six axes of the guide, word for word, and says what is not its.
#include <string>
#include <vector>

#include "unit/xml/shipped.hpp"

using namespace cpom;
using namespace cpom::test;

TEST_CASE("dac: the six axes are verbatim, in their order, of the service's own mission") {
  const model::Model model = shipped_model("dac");
  const std::vector<Row> rows = facts("dac-axes.tsv");
  REQUIRE(rows.size() == 6);
  REQUIRE(model.objectives.size() == rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CHECK(model.objectives[i].id == rows[i].at("axis"));
    CHECK(model.objectives[i].label == rows[i].at("label"));
    CHECK(model.objectives[i].level == "axis");
    CHECK(model.objectives[i].mission == "dac");
  }
}

TEST_CASE("dac: no indicator is passed off as the guide's") {
  const model::Model model = shipped_model("dac");
  CHECK(model.indicators.size() == 6);
  for (const model::Indicator& indicator : model.indicators) {
    INFO(indicator.code);
    CHECK(indicator.kind == model::IndicatorKind::common);
    for (const char* attribute : {"code", "label", "form", "unit", "direction"}) {
      CHECK(indicator.assumptions.contains(attribute));
    }
  }
  CHECK(model.weathers.empty());
}

TEST_CASE("dac: the missions that the guide names are told apart") {
  std::string missions;
  for (const model::Mission& mission : shipped_model("dac").missions) missions += mission.id + " ";
  CHECK(missions ==
        "dac coordination-cancerologie education-therapeutique espace-ressource-cancer ");
}
