// What a contract may say of an indicator that it chooses: label, mission, site, again.
#include "support/catch.hpp"
#include "unit/xml/family_model.hpp"

using namespace cpom;
using namespace cpom::test;

namespace {

std::string chosen(const std::string& code, const std::string& attributes) {
  return contract_with("<indicator code=\"" + code + "\" " + attributes +
                       "><observed-only/></indicator>");
}

std::string amendment(const std::string& number, const std::string& effective,
                      const std::string& changes) {
  return "<amendment number=\"" + number + "\" signed=\"2024-01-15\" effective=\"" + effective +
         "\">" + changes + "</amendment>";
}

std::string ended_and(const std::string& later, const std::string& effective = "2026-01-01") {
  return contract_with(
      "<indicator code=\"1.a\"><baseline value=\"30\"/><target year=\"2024\" value=\"40\"/>"
      "</indicator>",
      "<amendments>" +
          amendment("1", "2024-12-01",
                    "<end-indicator code=\"1.a\" "
                    "on=\"2024-12-31\"/>") +
          amendment("2", effective, later) + "</amendments>");
}

}  // namespace

TEST_CASE("choices: the label may be repeated, without regard to case, accents, punctuation") {
  for (const char* label : {"Taux", "TAUX", "« taux »", "Ta-ux."}) {
    CHECK(family_fault(chosen("1.a", "label=\"" + std::string(label) + "\"")) == "0 faults");
  }
  CHECK(family_fault(chosen("2.b", "label=\"ecart\"")) == "0 faults");
  CHECK(family_fault(chosen("1.a", "label=\"Taux de fuite\"")) ==
        "error: the indicator \"1.a\" of the model is \"Taux\", and not \"Taux de fuite\" (choose "
        "the indicator that has this label, or correct the label) [contract.other_label]");
}

TEST_CASE("choices: the mission is that of the objective, or stated") {
  CHECK(family_contract(chosen("1.a", "")).selection("1.a")->mission == "service");
  CHECK(family_contract(chosen("1.a", "mission=\"service\"")).selection("1.a")->mission ==
        "service");
  CHECK(family_contract(chosen("2.b", "")).selection("2.b")->mission.empty());
  CHECK(family_contract(chosen("2.b", "mission=\"bearer\"")).selection("2.b")->mission == "bearer");
  CHECK(family_fault(chosen("1.a", "mission=\"bearer\"")) ==
        "error: the indicator \"1.a\" is of the mission \"service\" by its objective, and not of "
        "\"bearer\" (leave out \"mission\", or choose an indicator of that mission) "
        "[contract.mission]");
  CHECK(family_fault(chosen("1.a", "mission=\"bearr\"")) ==
        "error: there is no mission \"bearr\" (did you mean \"bearer\"?) "
        "[contract.unknown_mission]");
}

TEST_CASE("choices: an indicator of the contract's own has mission, site and scale too") {
  const std::string text = replaced(
      contract_with("<added-indicator code=\"X\" objective=\"2\" label=\"X\" form=\"count\" "
                    "unit=\"count\" decimals=\"0\" direction=\"higher\" mission=\"bearer\" "
                    "site=\"990000011\" classify=\"by_level\"><observed-only/></added-indicator>"),
      "</parties>",
      "<establishment name=\"CH\" finess=\"990000001\"><site name=\"Sud\" finess=\"990000011\"/>"
      "</establishment></parties>");
  const model::Contract contract = family_contract(text);
  const model::Selection& own = *contract.selection("X");
  CHECK(own.mission == "bearer");
  CHECK(own.site == "990000011");
  CHECK(own.indicator.classify == "by_level");
  CHECK(family_fault(replaced(text, "site=\"990000011\"", "site=\"990000012\"")) ==
        "error: no party of the contract, nor a site of one, has the number \"990000012\" (did you "
        "mean \"990000011\"?) [contract.unknown_site]");
  CHECK(family_fault(replaced(text, "objective=\"2\"", "objective=\"1\"")) ==
        "error: the indicator \"X\" is of the mission \"service\" by its objective, and not of "
        "\"bearer\" (leave out \"mission\", or choose an indicator of that mission) "
        "[contract.mission]");
  CHECK(family_fault(chosen("1.a", "site=\"990000011\"")) ==
        "error: no party of the contract, nor a site of one, has the number \"990000011\" (none is "
        "declared) [contract.unknown_site]");
}

TEST_CASE("choices: an ended indicator may be added again, and is in pause between") {
  const model::Contract read = family_contract(
      ended_and("<add-indicator code=\"1.a\"><baseline value=\"35\"/><target year=\"2026\" "
                "value=\"50\"/></add-indicator>"));
  REQUIRE(read.selections.size() == 1);
  const model::Selection& again = read.selections[0];
  CHECK(again.followed_from == make_date(2024, 1, 1));
  CHECK_FALSE(again.followed_to);
  CHECK(again.ended_by.empty());
  REQUIRE(again.pauses.size() == 1);
  CHECK(again.pauses[0].from == make_date(2025, 1, 1));
  CHECK(again.pauses[0].to == make_date(2025, 12, 31));
  CHECK(again.pauses[0].ended_by == "1");
  CHECK(again.pauses[0].added_by == "2");
  REQUIRE(again.baselines.size() == 1);
  CHECK(again.baselines[0].value == 35);
  REQUIRE(again.targets.size() == 2);
  CHECK(again.targets[1].amendment == "2");
}

TEST_CASE("choices: added again, it is observed from then on, and needs its targets") {
  const model::Contract read =
      family_contract(ended_and("<add-indicator code=\"1.a\"><observed-only/></add-indicator>"));
  CHECK(read.selections[0].follow_ups.at(0).first_year == 2026);
  CHECK(family_fault(ended_and("<add-indicator code=\"1.a\"/>")) ==
        "error: the indicator \"1.a\" has no target for 2026 (add the targets, or say "
        "<observed-only/> or <target-pending/>) [contract.target_missing]");
}

TEST_CASE("choices: what has not ended is not added again") {
  const std::string text = contract_with(
      followed, "<amendments>" +
                    amendment("1", "2025-01-01",
                              "<add-indicator code=\"1.a\"><observed-only/></add-indicator>") +
                    "</amendments>");
  CHECK(family_fault(text) ==
        "error: the indicator \"1.a\" was already chosen in line 5 (keep one of the two) "
        "[contract.duplicate_indicator]");
  CHECK(family_fault(ended_and("<add-indicator code=\"1.a\"><define label=\"T\" form=\"count\" "
                               "unit=\"count\" decimals=\"0\" direction=\"lower\"/>"
                               "<observed-only/></add-indicator>")) ==
        "error: the indicator \"1.a\" is defined in line 5 already (remove <define>) "
        "[contract.defined_twice]");
}
