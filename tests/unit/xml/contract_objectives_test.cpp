// Objectives of the contract's own, and what amendments do with objectives.
#include "support/catch.hpp"
#include "unit/xml/family_model.hpp"

using namespace cpom;
using namespace cpom::test;

namespace {

std::string own(const std::string& objectives) {
  return contract_with(followed, "", "<objectives>" + objectives + "</objectives>");
}

std::string objective(const std::string& id, const std::string& more) {
  return "<objective id=\"" + id + "\" label=\"O\" " + more + "/>";
}

std::string amended(const std::string& changes, const std::string& indicators = followed) {
  return contract_with(indicators,
                       "<amendments><amendment number=\"1\" signed=\"2025-01-15\" "
                       "effective=\"2025-06-01\">" +
                           changes + "</amendment></amendments>");
}

std::string ids_of(const model::Contract& contract) {
  std::string ids;
  for (const model::Objective& one : contract.objectives) ids += (ids.empty() ? "" : " ") + one.id;
  return ids;
}

}  // namespace

TEST_CASE("objectives of a contract: each stands behind the one above it") {
  const model::Contract read =
      family_contract(own(objective("D", "level=\"detail\" parent=\"1\"") +
                          objective("C.1", "level=\"objective\" parent=\"C\"") +
                          objective("C", "level=\"axis\" mission=\"bearer\"")));
  CHECK(ids_of(read) == "A 1 D 2 C C.1");
  CHECK(read.objective("C")->mission == "bearer");
  CHECK(read.objective("C")->where.line == 4);
  CHECK_FALSE(read.objective("C")->in_force_from);
}

TEST_CASE("objectives of a contract: checked like those of the model") {
  CHECK(family_fault(own(objective("1", "level=\"objective\""))) ==
        "error: \"1\" is the id of an objective of the model: \"Un\" (take another id, or leave "
        "the objective to the model) [contract.objective_of_model]");
  CHECK(family_fault(own(objective("C", "level=\"axis\"") + objective("C", "level=\"axis\""))) ==
        "error: \"C\" was already used in line 4 (give one of the two another name, or remove it) "
        "[contract.duplicate_objective]");
  CHECK(
      family_fault(own(objective("C", "level=\"axe\""))) ==
      "error: there is no level \"axe\" (known: axis, objective, detail) [contract.unknown_level]");
  CHECK(family_fault(own(objective("C", "level=\"detail\" parent=\"12\""))) ==
        "error: there is no objective \"12\" (known: A, 1, 2, C) [contract.unknown_objective]");
  CHECK(family_fault(own(objective("C", "level=\"axis\" parent=\"1\""))) ==
        "error: the parent \"1\" is of the level \"objective\", which is not above \"axis\" "
        "(levels go from the highest to the lowest, as <levels> lists them) "
        "[contract.objective_level]");
  CHECK(family_fault(own(objective("C", "level=\"axis\" parent=\"D\"") +
                         objective("D", "level=\"objective\" parent=\"C\""))) ==
        "error: the parents of objective \"C\" go in a circle: C → D → C (leave out \"parent\" at "
        "the top of the hierarchy) [contract.objective_cycle]");
  CHECK(family_fault(own(objective("C", "level=\"axis\" mission=\"bearers\""))) ==
        "error: there is no mission \"bearers\" (did you mean \"bearer\"?) "
        "[contract.unknown_mission]");
  CHECK(family_fault(own(objective("C", "level=\"detail\" parent=\"1\" mission=\"bearer\""))) ==
        "error: the objective \"C\" is of the mission \"bearer\", and what is above it of "
        "\"service\" (leave out \"mission\": the one above holds) [contract.mission]");
}

TEST_CASE("objectives of an amendment: in force from its day on, known to all parts") {
  const model::Contract read = family_contract(
      amended("<add-objective id=\"D\" level=\"detail\" parent=\"1\" label=\"Ajouté\"/>"
              "<define-indicator code=\"X\" objective=\"D\" label=\"X\" form=\"count\" "
              "unit=\"count\" decimals=\"0\" direction=\"higher\"><observed-only/>"
              "</define-indicator>"));
  CHECK(ids_of(read) == "A 1 D 2");
  CHECK(read.objective("D")->added_by == "1");
  CHECK(read.objective("D")->in_force_from == make_date(2025, 6, 1));
  const model::Selection& added = *read.selection("X");
  CHECK(added.indicator.added);
  CHECK(added.added_by == "1");
  CHECK(added.followed_from == make_date(2025, 6, 1));
  CHECK(added.mission == "service");
}

TEST_CASE("objectives of an amendment: an end names the day before it, or another") {
  const model::Contract read = family_contract(
      amended("<end-objective id=\"1\"/><end-objective id=\"2\" on=\"2025-12-31\"/>",
              "<indicator code=\"1.c\"><target year=\"2024\" value=\"yes\"/></indicator>"));
  CHECK(read.objective("1")->in_force_to == make_date(2025, 5, 31));
  CHECK(read.objective("1")->ended_by == "1");
  CHECK(read.objective("2")->in_force_to == make_date(2025, 12, 31));
}

TEST_CASE("objectives of an amendment: no target is missing after the end of one above") {
  const std::string short_targets =
      "<indicator code=\"1.c\"><target year=\"2024\" value=\"yes\"/></indicator>";
  CHECK(family_fault(amended("<end-objective id=\"A\"/>", short_targets)) == "0 faults");
  CHECK(family_fault(amended("<end-objective id=\"A\" on=\"2025-12-31\"/>", short_targets)) ==
        "error: the indicator \"1.c\" has no target for 2025 (add the targets, or say "
        "<observed-only/> or <target-pending/>) [contract.target_missing]");
}

TEST_CASE("objectives of an amendment: what ends exists, once, and within the contract") {
  CHECK(family_fault(amended("<end-objective id=\"3\"/>")) ==
        "error: there is no objective \"3\" (known: A, 1, 2) [contract.unknown_objective]");
  CHECK(family_fault(amended("<end-objective id=\"2\"/><end-objective id=\"2\"/>")) ==
        "error: amendment \"1\" ends the objective \"2\" already (keep one of the two) "
        "[contract.ended_twice]");
  CHECK(family_fault(amended("<end-objective id=\"2\" on=\"2027-01-01\"/>")) ==
        "error: the objective \"2\" cannot be in force until 2027-01-01 (it is in force from "
        "2024-01-01, and the contract ends on 2026-12-31) [contract.end_outside_period]");
}

TEST_CASE("roadmaps: laid over the contract by an amendment, within its period") {
  const model::Contract read = family_contract(
      amended("<roadmap label=\"Feuille de route 2026\" from=\"2026-01-01\" to=\"2026-12-31\"/>"));
  REQUIRE(read.roadmaps.size() == 1);
  CHECK(read.roadmaps[0].amendment == "1");
  CHECK(read.roadmaps[0].label == "Feuille de route 2026");
  CHECK(read.roadmaps[0].from == make_date(2026, 1, 1));
  CHECK(read.roadmaps[0].to == make_date(2026, 12, 31));
  CHECK(family_fault(amended("<roadmap label=\"F\" from=\"2026-01-01\" to=\"2025-12-31\"/>")) ==
        "error: the roadmap ends on 2025-12-31, before it starts on 2026-01-01 (correct one of the "
        "two days) [contract.roadmap_period]");
  CHECK(family_fault(amended("<roadmap label=\"F\" from=\"2026-01-01\" to=\"2027-12-31\"/>")) ==
        "error: 2027-12-31 is outside the period of the contract (it goes from 2024-01-01 to "
        "2026-12-31) [contract.roadmap_period]");
}
