// The shipped model État-ARS 2015-2018 says what the note on the 2017 review says, title by title.
#include <string>
#include <vector>

#include "unit/xml/shipped.hpp"

using namespace cpom::test;

namespace {

using cpom::model::Indicator;
using cpom::model::IndicatorKind;
using cpom::model::Model;
using cpom::model::Objective;

const Model& shipped() {
  static const Model model = shipped_model("etat-ars-2015-2018");
  return model;
}

std::vector<Row> rows_of(bool blocs) {
  std::vector<Row> rows;
  for (Row& row : facts("etat-ars-2015-2018-objectives.tsv")) {
    if ((row.at("level") == "bloc") == blocs) rows.push_back(std::move(row));
  }
  return rows;
}

long count_of(const std::string& level) {
  const auto& all = shipped().objectives;
  return std::count_if(all.begin(), all.end(),
                       [&](const Objective& objective) { return objective.level == level; });
}

bool is_in(const std::string& name, const std::vector<std::string>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

TEST_CASE("état-ars 2015-2018: 5 strategic objectives and the overseas one, 14 operational") {
  CHECK(shipped().id == "etat-ars-2015-2018");
  CHECK(count_of("strategic") == 6);
  CHECK(count_of("operational") == 14);
  CHECK(count_of("theme") == 5);
  CHECK(shipped().objective("5")->category == "management");
  CHECK(shipped().objective("6")->territory == "outre-mer");
}

TEST_CASE("état-ars 2015-2018: every objective is verbatim") {
  const std::vector<Row> rows = rows_of(false);
  const auto& objectives = shipped().objectives;
  REQUIRE(objectives.size() == rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row& row = rows[i];
    INFO(row.at("id"));
    CHECK(objectives[i].id == row.at("id"));
    CHECK(objectives[i].level == row.at("level"));
    CHECK(objectives[i].parent == row.at("parent"));
    CHECK(objectives[i].category == row.at("category"));
    CHECK(objectives[i].territory == row.at("territory"));
    CHECK(joined(objectives[i].dialogues) == row.at("dialogue"));
    CHECK(objectives[i].label == row.at("label"));
  }
}

TEST_CASE("état-ars 2015-2018: seven blocs cross the objectives 1.1, 1.2 and 2.1") {
  const std::vector<Row> rows = rows_of(true);
  const auto& groups = shipped().groups;
  REQUIRE(groups.size() == 7);
  REQUIRE(groups.size() == rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row& row = rows[i];
    INFO(row.at("id"));
    CHECK(groups[i].id == row.at("id"));
    CHECK(groups[i].label == row.at("label"));
    const Objective* objective = shipped().objective(row.at("parent"));
    REQUIRE(objective != nullptr);
    CHECK(is_in(groups[i].id, objective->groups));
  }
}

TEST_CASE("état-ars 2015-2018: 12 indicators with a target, 4 without, one for each bloc") {
  CHECK(count_of(shipped(), IndicatorKind::common) == 12);
  CHECK(count_of(shipped(), IndicatorKind::complementary) == 4);
  for (const cpom::model::Group& group : shipped().groups) {
    INFO(group.id);
    const auto& all = shipped().indicators;
    CHECK(std::count_if(all.begin(), all.end(), [&](const Indicator& indicator) {
            return is_in(group.id, indicator.groups);
          }) == 1);
  }
}

TEST_CASE("état-ars 2015-2018: every indicator is said to be the project's own, label included") {
  for (const Indicator& indicator : shipped().indicators) {
    INFO(indicator.code);
    CHECK(indicator.code.starts_with("P."));
    CHECK(indicator.assumptions.contains("label"));
    CHECK(indicator.note.starts_with("Indicateur illustratif, proposition du projet"));
  }
}
