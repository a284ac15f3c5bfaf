// The shipped model of establishments has the structure of the agency's form, word for word.
#include <set>
#include <string>
#include <vector>

#include "unit/xml/shipped.hpp"

using namespace cpom;
using namespace cpom::test;

namespace {

std::vector<Row> rows_of(const std::string& what) {
  std::vector<Row> rows;
  for (Row& row : facts("etablissement-idf-structure.tsv")) {
    if (row.at("what") == what) rows.push_back(std::move(row));
  }
  return rows;
}

/// The volets below which objectives of \a group stand, as "V1 V2".
std::string volets_of(const model::Model& model, const std::string& group) {
  std::set<std::string> volets;
  for (const model::Objective& objective : model.objectives) {
    for (const std::string& id : objective.groups) {
      if (id == group) volets.insert(objective.id.substr(0, 2));
    }
  }
  std::string text;
  for (const std::string& volet : volets) text += (text.empty() ? "" : " ") + volet;
  return text;
}

}  // namespace

TEST_CASE("establishments: two volets") {
  const model::Model model = shipped_model("etablissement-idf");
  std::string tops;
  for (const model::Objective& objective : model.objectives) {
    if (objective.parent.empty()) tops += objective.id + " ";
  }
  CHECK(tops == "V1 V2 ");
  for (const Row& row : rows_of("volet")) {
    REQUIRE(model.objective(row.at("id")) != nullptr);
    CHECK(model.objective(row.at("id"))->label == row.at("label"));
  }
}

TEST_CASE("establishments: eight annexes of before 2022, each in its volet, A1V1 in both") {
  const model::Model model = shipped_model("etablissement-idf");
  const std::vector<Row> rows = rows_of("annex");
  REQUIRE(rows.size() == 8);
  REQUIRE(model.groups.size() == rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    INFO(rows[i].at("id"));
    CHECK(model.groups[i].id == rows[i].at("id"));
    CHECK(model.groups[i].label.ends_with(rows[i].at("id") + " : " + rows[i].at("label")));
    CHECK(volets_of(model, rows[i].at("id")) == rows[i].at("volets"));
  }
}

TEST_CASE("establishments: four statuses, one of them a decision; four proposals, another list") {
  const model::Model model = shipped_model("etablissement-idf");
  const std::vector<Row> statuses = rows_of("status");
  REQUIRE(model.statuses.size() == statuses.size());
  for (std::size_t i = 0; i < statuses.size(); ++i) {
    CHECK(model.statuses[i].id == statuses[i].at("id"));
    CHECK(model.statuses[i].label == statuses[i].at("label"));
  }
  const std::vector<Row> outcomes = rows_of("outcome");
  REQUIRE(outcomes.size() == 1);
  REQUIRE(model.outcome_labels.contains("void"));
  CHECK(model.outcome_labels.at("void").label == outcomes.front().at("label"));

  const std::vector<Row> proposals = rows_of("proposal");
  REQUIRE(model.engagement_outcomes.size() == proposals.size());
  for (std::size_t i = 0; i < proposals.size(); ++i) {
    CHECK(model.engagement_outcomes[i].id == proposals[i].at("id"));
    CHECK(model.engagement_outcomes[i].label == proposals[i].at("label"));
  }
}

TEST_CASE("establishments: no indicator is passed off as the form's") {
  const model::Model model = shipped_model("etablissement-idf");
  CHECK(model.indicators.size() == 20);
  for (const model::Indicator& indicator : model.indicators) {
    INFO(indicator.code);
    CHECK(indicator.kind == model::IndicatorKind::complementary);
    CHECK(indicator.assumptions.contains("label"));
  }
}

TEST_CASE("establishments: an eleventh objective is one too many, also without an indicator") {
  const std::string folder =
      std::string(CPOM_SOURCE_DIR) + "/examples/etablissement-idf-val-imagine/";
  std::string text = read_file(folder + "contract.xml");
  const auto faults = [](const std::string& contract) {
    Diagnostics found;
    xml::read_contract(contract, "c.xml", shipped_model("etablissement-idf"), found);
    std::vector<std::string> lines;
    for (const Diagnostic& fault : found.all()) lines.push_back(render(fault, Language::english));
    return lines;
  };
  CHECK(faults(text).empty());
  text.insert(text.find("</engagements>"), "<engagement id=\"E11\" objective=\"V2.1.c\"/>");
  CHECK(faults(text) ==
        std::vector<std::string>{
            "c.xml:47:3: error: objectives with an indicator or an engagement, or of the "
            "contract's own: the contract has 11, the model asks for at most 10 (the model says: "
            "Dix objectifs au plus : « seulement 3 à 10 objectifs et indicateurs sur 5 ans ». "
            "(trame, méthodologie de priorisation des enjeux)) [contract.limit]"});
}
