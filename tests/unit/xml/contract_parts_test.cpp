// Packages, holders, strands in time, fundings: what stands around the indicators of a contract.
#include "support/catch.hpp"
#include "unit/xml/family_model.hpp"

using namespace cpom;
using namespace cpom::test;

namespace {

std::string with(const std::string& before) { return contract_with(followed, "", before); }

std::string holders(const std::string& content) {
  return with("<holders>" + content + "</holders>");
}

std::string fundings(const std::string& content) {
  return with("<fundings>" + content + "</fundings>");
}

std::string strands(const std::string& attributes) {
  return with("<strands><strand id=\"nord\" label=\"Nord\"/><strand id=\"sud\" label=\"Sud\" " +
              attributes + "/></strands>");
}

}  // namespace

TEST_CASE("packages: asked for by name, each once, perhaps with a least version") {
  const model::Contract read = family_contract(with(
      "<packages><package name=\"axe-1\" version=\"1.2.0\"/><package name=\"b\"/></packages>"));
  REQUIRE(read.packages.size() == 2);
  CHECK(read.packages[0].name == "axe-1");
  CHECK(read.packages[0].version == "1.2.0");
  CHECK(text_of(read.packages[0].where) == "c.xml:4:21");
  CHECK(read.packages[1].version.empty());
  CHECK(family_fault(with("<packages><package name=\"b\"/><package name=\"b\"/></packages>")) ==
        "error: \"b\" was already used in line 4 (give one of the two another name, or remove it) "
        "[contract.duplicate_package]");
  for (const char* version : {"1.2", "1.2.", "1.2.x", "1.2.3.4", "v1.2.3", "10000.0.0"}) {
    CHECK(family_fault(with("<packages><package name=\"b\" version=\"" + std::string(version) +
                            "\"/></packages>")) ==
          "error: version=\"" + std::string(version) +
              "\" is not a version: three numbers separated by points (for example \"1.0.0\") "
              "[xml.wrong_type]");
  }
}

TEST_CASE("holders: a structure for a role, of what the role is held for") {
  const model::Contract read = family_contract(
      holders("<holder role=\"pilot\" structure=\"DGOS\"/>"
              "<holder role=\"referent\" objective=\"1\" structure=\"ARS, direction\"/>"
              "<holder role=\"referent\" objective=\"2\" structure=\"ARS, délégation\"/>"
              "<holder role=\"leader\" group=\"plan\" structure=\"CH\"/>"));
  REQUIRE(read.holders.size() == 4);
  CHECK(read.holders[1].role == "referent");
  CHECK(read.holders[1].objective == "1");
  CHECK(read.holders[1].structure == "ARS, direction");
  CHECK(read.holders[3].group == "plan");
  CHECK(family_fault(holders("<holder role=\"pilote\" structure=\"x\"/>")) ==
        "error: the model has no role \"pilote\" (did you mean \"pilot\"?) "
        "[contract.unknown_role]");
  CHECK(family_fault(holders("<holder role=\"referent\" structure=\"x\"/>")) ==
        "error: the role \"referent\" is held for one objective, which is not named (add "
        "objective=\"…\") [contract.holder_scope]");
  CHECK(family_fault(holders("<holder role=\"pilot\" objective=\"1\" structure=\"x\"/>")) ==
        "error: the role \"pilot\" is held for the whole contract (remove \"objective\") "
        "[contract.holder_scope]");
  CHECK(family_fault(
            holders("<holder role=\"leader\" group=\"plan\" objective=\"1\" structure=\"x\"/>")) ==
        "error: the role \"leader\" is held for one group (remove \"objective\") "
        "[contract.holder_scope]");
  CHECK(family_fault(holders("<holder role=\"leader\" group=\"plane\" structure=\"x\"/>")) ==
        "error: there is no group \"plane\" (did you mean \"plan\"?) [contract.unknown_group]");
  CHECK(family_fault(holders("<holder role=\"pilot\" structure=\"x\"/>"
                             "<holder role=\"pilot\" structure=\"y\"/>")) ==
        "error: line 4 names the holder of this role already (keep one of the two) "
        "[contract.duplicate_holder]");
}

TEST_CASE("fundings: for a year of the contract, by mission") {
  const model::Contract read = family_contract(
      fundings("<funding year=\"2024\" amount=\"1120000.5\" mission=\"service\" label=\"Forfait\"/>"
               "<funding year=\"2024\" amount=\"0\" mission=\"service\" label=\"Reprise\"/>"
               "<funding year=\"2025\" amount=\"10\"/>"));
  REQUIRE(read.fundings.size() == 3);
  CHECK(read.fundings[0].year == 2024);
  CHECK(read.fundings[0].amount == 1120000.5);
  CHECK(read.fundings[0].mission == "service");
  CHECK(read.fundings[0].label == "Forfait");
  CHECK(read.fundings[2].mission.empty());
  CHECK(family_fault(fundings("<funding year=\"2027\" amount=\"1\"/>")) ==
        "error: the year 2027 is outside the period of the contract (it goes from 2024-01-01 to "
        "2026-12-31) [contract.funding_outside_period]");
  CHECK(family_fault(fundings("<funding year=\"2024\" amount=\"1\" mission=\"servce\"/>")) ==
        "error: there is no mission \"servce\" (did you mean \"service\"?) "
        "[contract.unknown_mission]");
  CHECK(family_fault(fundings("<funding year=\"2024\" amount=\"1\"/>"
                              "<funding year=\"2024\" amount=\"2\"/>")) ==
        "error: line 4 gives this funding already (keep one of the two, or give each a label of "
        "its own) [contract.duplicate_funding]");
  CHECK(family_fault(fundings("<funding year=\"2024\" amount=\"-1\"/>")) ==
        "error: amount=\"-1\" is not a number of at least 0 (for example \"50\") "
        "[xml.wrong_type]");
}

TEST_CASE("strands: one may be part of the contract for a time, and have a successor") {
  const model::Contract read =
      family_contract(strands("from=\"2024-07-01\" to=\"2025-06-30\" successor=\"sud-2025\""));
  const model::Strand& sud = *read.strand("sud");
  CHECK(sud.from == make_date(2024, 7, 1));
  CHECK(sud.to == make_date(2025, 6, 30));
  CHECK(sud.successor == "sud-2025");
  CHECK_FALSE(read.strand("nord")->from);
  CHECK(family_fault(strands("from=\"2025-07-01\" to=\"2025-06-30\"")) ==
        "error: the strand \"sud\" ends on 2025-06-30, before it starts on 2025-07-01 (correct one "
        "of the two days) [contract.strand_period]");
  CHECK(family_fault(strands("to=\"2027-06-30\"")) ==
        "error: 2027-06-30 is outside the period of the contract (it goes from 2024-01-01 to "
        "2026-12-31) [contract.strand_period]");
}

TEST_CASE("strands: no target is missing in a year that lies wholly outside its time") {
  const auto contract = [](const std::string& attributes) {
    return contract_with(
        "<indicator code=\"1.c\"><observed-only strand=\"nord\"/>"
        "<target year=\"2024\" value=\"yes\" strand=\"sud\"/></indicator>",
        "",
        "<strands><strand id=\"nord\" label=\"Nord\"/><strand id=\"sud\" "
        "label=\"Sud\" " +
            attributes + "/></strands>");
  };
  CHECK(family_fault(contract("to=\"2024-12-31\"")) == "0 faults");
  CHECK(family_fault(contract("to=\"2025-01-01\"")) ==
        "error: the indicator \"1.c\" has no target for 2025 in the strand \"sud\" (add the "
        "targets, or say <observed-only/> or <target-pending/>) [contract.target_missing]");
}

TEST_CASE("strands: one that has a successor has a last day") {
  CHECK(family_fault(strands("successor=\"sud-2025\"")) ==
        "error: the strand \"sud\" has a successor and no last day (add to=\"…\", its last day in "
        "this contract, or remove \"successor\") [contract.strand_successor]");
}

TEST_CASE("strands: a target of one is about days on which it is part of the contract") {
  const auto fault = [](const std::string& target) {
    return family_fault(contract_with(
        "<indicator code=\"1.a\"><observed-only strand=\"nord\"/><target strand=\"sud\" " + target +
            " value=\"40\"/></indicator>",
        "",
        "<strands><strand id=\"nord\" label=\"Nord\"/><strand id=\"sud\" label=\"Sud\" "
        "from=\"2025-03-01\" to=\"2025-12-30\"/></strands>"));
  };
  const std::string rest =
      "outside the time of the strand \"sud\" (it goes from 2025-03-01 to 2025-12-30) "
      "[contract.target_outside_strand]";
  CHECK(fault("year=\"2025\"") == "0 faults");
  CHECK(fault("due=\"2025-12-30\"") == "0 faults");
  CHECK(fault("due=\"2025-12-31\"") == "error: 2025-12-31 is " + rest);
  const std::string amended = contract_with(
      "<indicator code=\"1.c\"><observed-only/></indicator>",
      "<amendments><amendment number=\"1\" signed=\"2024-01-15\" effective=\"2024-06-01\">"
      "<set-target indicator=\"1.c\" year=\"2026\" strand=\"sud\" value=\"yes\"/>"
      "</amendment></amendments>",
      "<strands><strand id=\"nord\" label=\"Nord\"/><strand id=\"sud\" label=\"Sud\" "
      "from=\"2025-03-01\" to=\"2025-12-30\"/></strands>");
  CHECK(family_fault(amended) == "error: the days from 2026-01-01 to 2026-12-31 are all " + rest);
  CHECK(family_fault(replaced(amended, "year=\"2026\"", "contract-year=\"3\"")) ==
        "error: the days from 2026-01-01 to 2026-12-31 are all " + rest);
  CHECK(family_fault(replaced(amended, " strand=\"sud\"", "")) == "0 faults");
}
