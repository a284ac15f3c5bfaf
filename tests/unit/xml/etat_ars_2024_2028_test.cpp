// The shipped model État-ARS 2024-2028 says what the ministry's note says, label by label.
#include <set>
#include <string>
#include <vector>

#include "unit/xml/shipped.hpp"

using namespace cpom::test;

namespace {

using cpom::model::Direction;
using cpom::model::Indicator;
using cpom::model::IndicatorKind;
using cpom::model::Model;

const Model& shipped() {
  static const Model model = shipped_model("etat-ars-2024-2028");
  return model;
}

}  // namespace

TEST_CASE("état-ars 2024-2028: 61 common and 32 complementary indicators, 10 objectives") {
  CHECK(shipped().id == "etat-ars-2024-2028");
  CHECK(shipped().objectives.size() == 10);
  CHECK(count_of(shipped(), IndicatorKind::common) == 61);
  CHECK(count_of(shipped(), IndicatorKind::complementary) == 32);
  CHECK(count_of(shipped(), IndicatorKind::context) == 0);
}

TEST_CASE("état-ars 2024-2028: every indicator is verbatim and in the printed order") {
  const std::vector<Row> rows = facts("etat-ars-2024-2028.tsv");
  const auto& indicators = shipped().indicators;
  REQUIRE(rows.size() == 93);
  REQUIRE(indicators.size() == rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row& row = rows[i];
    const Indicator& indicator = indicators[i];
    INFO(row.at("code"));
    CHECK(indicator.code == row.at("code"));
    CHECK(cpom::model::word_of(indicator.kind) == row.at("kind"));
    CHECK(indicator.objective == row.at("objective"));
    CHECK(indicator.theme == row.at("theme"));
    CHECK(indicator.label == row.at("label"));
    CHECK(joined(indicator.suppliers) == row.at("supplier"));
    CHECK(joined(indicator.sources) == row.at("source"));
  }
}

TEST_CASE("état-ars 2024-2028: every objective is verbatim, with its directorates and dialogues") {
  const std::vector<Row> rows = facts("etat-ars-2024-2028-objectives.tsv");
  const auto& objectives = shipped().objectives;
  REQUIRE(objectives.size() == rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row& row = rows[i];
    INFO(row.at("objective"));
    CHECK(objectives[i].id == row.at("objective"));
    CHECK(objectives[i].label == row.at("label"));
    CHECK(joined(objectives[i].lead_directorates) == row.at("lead_directorate"));
    CHECK(joined(objectives[i].dialogues) == row.at("dialogue"));
  }
}

TEST_CASE("état-ars 2024-2028: what the note leaves open is left to the contract") {
  std::set<std::string> placeholders;
  for (const Indicator& indicator : shipped().indicators) {
    if (indicator.placeholder) placeholders.insert(indicator.code);
  }
  CHECK(placeholders == std::set<std::string>{"4.i", "C.3.04", "C.4.04", "C.5.02"});
}

TEST_CASE("état-ars 2024-2028: no direction is passed off as the note's, but the corridor's") {
  for (const Indicator& indicator : shipped().indicators) {
    if (indicator.placeholder) continue;
    INFO(indicator.code);
    CHECK(indicator.assumptions.contains("direction") == (indicator.code != "C.6.01"));
  }
  CHECK(shipped().indicator("C.6.01")->direction == Direction::corridor);
}

TEST_CASE("état-ars 2024-2028: the common definitions are secured, 4.i has none to secure") {
  for (const Indicator& indicator : shipped().indicators) {
    INFO(indicator.code);
    const bool defined = indicator.kind == IndicatorKind::common && !indicator.placeholder;
    CHECK(indicator.secured == defined);
  }
}

TEST_CASE("état-ars 2024-2028: where and since when an indicator applies") {
  CHECK(shipped().indicator("1.e.1")->territory == "metropole");
  CHECK(shipped().indicator("C.5.02")->first_year == 2025);
  REQUIRE(shipped().territory("metropole") != nullptr);
  CHECK(shipped().territory("metropole")->regions.size() == 13);
  REQUIRE(shipped().territory("outre-mer") != nullptr);
  CHECK(shipped().territory("outre-mer")->regions.size() == 5);
}
