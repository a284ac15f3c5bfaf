// The shipped model État-ARS 2019-2023 says what was decoded of the instruction, label by label.
#include <string>
#include <vector>

#include "unit/xml/shipped.hpp"

using namespace cpom::test;

namespace {

using cpom::model::Confidence;
using cpom::model::Direction;
using cpom::model::Indicator;
using cpom::model::IndicatorKind;
using cpom::model::LimitSubject;
using cpom::model::Model;

const Model& shipped() {
  static const Model model = shipped_model("etat-ars-2019-2023");
  return model;
}

long count_of(Confidence confidence) {
  const auto& all = shipped().indicators;
  return std::count_if(all.begin(), all.end(), [confidence](const Indicator& indicator) {
    return indicator.confidence == confidence && indicator.kind != IndicatorKind::context;
  });
}

/// The exact number that the model asks of a contract.
int limit_of(LimitSubject subject) {
  for (const cpom::model::Limit& limit : shipped().limits) {
    if (limit.subject == subject && limit.minimum == limit.maximum) return *limit.minimum;
  }
  return -1;
}

}  // namespace

TEST_CASE("état-ars 2019-2023: 50 indicators, one of context, 5 axes, 9 objectives") {
  CHECK(shipped().id == "etat-ars-2019-2023");
  CHECK(shipped().objectives.size() == 14);
  CHECK(count_of(shipped(), IndicatorKind::common) == 50);
  CHECK(count_of(shipped(), IndicatorKind::complementary) == 0);
  CHECK(count_of(shipped(), IndicatorKind::context) == 1);
}

TEST_CASE("état-ars 2019-2023: every indicator as decoded, and how sure that is") {
  const std::vector<Row> rows = facts("etat-ars-2019-2023.tsv");
  std::vector<Indicator> indicators = shipped().indicators;
  std::erase_if(indicators, [](const Indicator& indicator) {
    return indicator.kind == IndicatorKind::context;
  });
  REQUIRE(indicators.size() == 50);
  REQUIRE(indicators.size() == rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row& row = rows[i];
    const Indicator& indicator = indicators[i];
    INFO(row.at("code"));
    CHECK(indicator.code == row.at("code"));
    CHECK(cpom::model::word_of(indicator.kind) == row.at("kind"));
    CHECK(indicator.objective == row.at("objective"));
    CHECK(indicator.label == row.at("label"));
    CHECK(joined(indicator.pilots) == row.at("pilot"));
    CHECK(joined(indicator.suppliers) == row.at("supplier"));
    CHECK(joined(indicator.sources) == row.at("source"));
    CHECK((indicator.available ? text_of(*indicator.available) : "") == row.at("available"));
    const auto confidence = indicator.confidence;
    CHECK((confidence ? cpom::model::word_of(*confidence) : "") == row.at("confidence"));
  }
}

TEST_CASE("état-ars 2019-2023: 32 labels are sure, 16 probable, 2 to be checked") {
  CHECK(count_of(Confidence::high) == 32);
  CHECK(count_of(Confidence::medium) == 16);
  CHECK(count_of(Confidence::low) == 2);
  CHECK(shipped().indicator("8.b")->confidence == Confidence::low);
  CHECK(shipped().indicator("9.e")->confidence == Confidence::low);
}

TEST_CASE("état-ars 2019-2023: every axis and objective as decoded, and its indicators") {
  const std::vector<Row> rows = facts("etat-ars-2019-2023-objectives.tsv");
  const auto& objectives = shipped().objectives;
  REQUIRE(objectives.size() == rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row& row = rows[i];
    const std::string& id = objectives[i].id;
    INFO(row.at("id"));
    CHECK(id == row.at("id"));
    CHECK(objectives[i].level == row.at("level"));
    CHECK(objectives[i].parent == row.at("parent"));
    CHECK(objectives[i].label == row.at("label"));
    CHECK(joined(objectives[i].lead_directorates) == row.at("lead_directorate"));
    const auto& all = shipped().indicators;
    const auto indicators = std::count_if(all.begin(), all.end(), [&](const Indicator& indicator) {
      return indicator.objective == id && indicator.kind != IndicatorKind::context;
    });
    CHECK((indicators == 0 ? "" : std::to_string(indicators)) == row.at("indicators"));
  }
}

TEST_CASE("état-ars 2019-2023: 26 with a target, 20 observed, 4 pending make 50") {
  CHECK(limit_of(LimitSubject::with_target) == 26);
  CHECK(limit_of(LimitSubject::observed_only) == 20);
  CHECK(limit_of(LimitSubject::target_pending) == 4);
  CHECK(limit_of(LimitSubject::indicators) == 50);
  CHECK(limit_of(LimitSubject::objectives) == 9);
}

TEST_CASE("état-ars 2019-2023: 21 of the 50 values come in March or later") {
  long late = 0;
  for (const Indicator& indicator : shipped().indicators) {
    if (indicator.kind == IndicatorKind::context) continue;
    REQUIRE(indicator.available);
    late += static_cast<long>(indicator.available->month >= 3);
  }
  CHECK(late == 21);
}

TEST_CASE("état-ars 2019-2023: no direction is passed off as the text's") {
  for (const Indicator& indicator : shipped().indicators) {
    INFO(indicator.code);
    const bool judged = indicator.kind != IndicatorKind::context;
    CHECK((indicator.assumptions.contains("direction") || !judged));
  }
  CHECK(shipped().indicator("9.f")->direction == Direction::corridor);
  CHECK(shipped().indicator("1.e.1")->territory == "metropole");
}

TEST_CASE("état-ars 2019-2023: plans and typology, by assumption") {
  CHECK(shipped().indicator("7.d")->plans == std::vector<std::string>{"Plan ONDAM 2"});
  CHECK(shipped().indicator("7.d")->assumptions.contains("plan"));
  CHECK(shipped().indicator("1.d")->typology == cpom::model::Typology::partnership);
}
