// Engagements and actions, and what is retained for an engagement.
#include "support/catch.hpp"
#include "unit/xml/family_model.hpp"

using namespace cpom;
using namespace cpom::test;

namespace {

const std::string hospital =
    "<establishment name=\"CH\" finess=\"990000001\"><site name=\"Sud\" finess=\"990000011\"/>"
    "</establishment></parties>";

std::string contract(const std::string& engagements, const std::string& decisions = "") {
  return replaced(
      contract_with(followed, "<engagements>" + engagements + "</engagements>" + decisions),
      "</parties>", hospital);
}

std::string with_actions(const std::string& actions) {
  return contract_with(followed, "<actions>" + actions + "</actions>");
}

std::string engagement(const std::string& attributes, const std::string& content = "") {
  return "<engagement " + attributes + ">" + content + "</engagement>";
}

std::string fault(const std::string& attributes, const std::string& content = "") {
  return family_fault(contract(engagement(attributes, content)));
}

}  // namespace

TEST_CASE("engagements: objective, site, former annex, indicators, diagnoses, outcome") {
  const model::Contract read = family_contract(contract(engagement(
      "id=\"E1\" objective=\"1\" site=\"990000011\" orientation=\"Parcours\" "
      "former-annex=\"plan\" indicators=\"1.a\"",
      "<diagnosis by=\"operator\" date=\"2026-10-14\">Cible  tenue.</diagnosis>"
      "<diagnosis by=\"shared\">Poursuivre.</diagnosis>"
      "<outcome id=\"renewed\" date=\"2026-12-04\" role=\"Dialogue\">Reconduit.</outcome>")));
  REQUIRE(read.engagements.size() == 1);
  const model::Engagement& one = *read.engagement("E1");
  CHECK(one.objective == "1");
  CHECK(one.strand.empty());
  CHECK(one.site == "990000011");
  CHECK(one.orientation == "Parcours");
  CHECK(one.former_annex == "plan");
  CHECK(one.indicators == std::vector<std::string>{"1.a"});
  REQUIRE(one.diagnoses.size() == 2);
  CHECK(one.diagnoses[0].by == model::DiagnosisAuthor::structure);
  CHECK(one.diagnoses[0].date == make_date(2026, 10, 14));
  CHECK(one.diagnoses[0].text == "Cible tenue.");
  CHECK_FALSE(one.diagnoses[1].date);
  CHECK(one.outcome == "renewed");
  CHECK(one.outcome_date == make_date(2026, 12, 4));
  CHECK(one.outcome_role == "Dialogue");
  CHECK(one.outcome_reason == "Reconduit.");
}

TEST_CASE("engagements: a new one has neither indicator nor outcome") {
  const model::Contract read = family_contract(contract(engagement("id=\"E1\" objective=\"1\"")));
  CHECK(read.engagements.at(0).outcome.empty());
  CHECK_FALSE(read.engagements.at(0).outcome_date);
}

TEST_CASE("engagements: what they name exists") {
  CHECK(fault("id=\"E1\" objective=\"11\"") ==
        "error: there is no objective \"11\" (known: A, 1, 2) [contract.unknown_objective]");
  CHECK(fault("id=\"E1\" objective=\"1\" site=\"990000012\"") ==
        "error: no party of the contract, nor a site of one, has the number \"990000012\" (did you "
        "mean \"990000011\"?) [contract.unknown_site]");
  CHECK(fault("id=\"E1\" objective=\"1\" former-annex=\"plane\"") ==
        "error: there is no group \"plane\" (did you mean \"plan\"?) [contract.unknown_group]");
  CHECK(fault("id=\"E1\" objective=\"1\" indicators=\"1.a 1.z\"") ==
        "error: there is no indicator \"1.z\" (did you mean \"1.a\"?) "
        "[contract.unknown_indicator]");
  CHECK(fault("id=\"E1\" objective=\"1\" indicators=\"1.b\"") ==
        "error: the contract does not follow the indicator \"1.b\" (choose it with <indicator "
        "code=\"1.b\">) [contract.not_followed]");
  CHECK(fault("id=\"E1\" objective=\"1\" indicators=\"1.a 1.a\"") ==
        "error: the engagement names the indicator \"1.a\" twice (keep one of the two) "
        "[contract.duplicate_indicator]");
  CHECK(fault("id=\"E1\" objective=\"1\" strand=\"nord\"") ==
        "error: there is no strand \"nord\" in this contract (none is declared) "
        "[contract.unknown_strand]");
  CHECK(fault("id=\"E1\" objective=\"1\"",
              "<outcome id=\"renewd\" date=\"2026-12-04\" role=\"R\">x</outcome>") ==
        "error: the model proposes no \"renewd\" for engagements (did you mean \"renewed\"?) "
        "[contract.unknown_outcome]");
  CHECK(fault("id=\"E1\" objective=\"1\"", "<diagnosis by=\"operateur\">x</diagnosis>") ==
        "error: by=\"operateur\" is not an author of a diagnosis (did you mean \"operator\"?) "
        "[xml.wrong_type]");
}

TEST_CASE("engagements: an id stands once") {
  CHECK(family_fault(contract(engagement("id=\"E1\" objective=\"1\"") + "\n" +
                              engagement("id=\"E1\" objective=\"2\""))) ==
        "error: \"E1\" was already used in line 5 (give one of the two another name, or remove it) "
        "[contract.duplicate_engagement]");
}

TEST_CASE("engagements: one may name an indicator that an amendment brings") {
  const std::string amendments =
      "<amendments><amendment number=\"1\" signed=\"2025-01-15\" effective=\"2025-06-01\">"
      "<add-indicator code=\"1.c\"><observed-only/></add-indicator></amendment></amendments>";
  CHECK(family_fault(contract(engagement("id=\"E1\" objective=\"1\" indicators=\"1.c\""),
                              amendments)) == "0 faults");
}

TEST_CASE("engagements: what is retained is a decision, also after the end of the contract") {
  const std::string one = engagement("id=\"E1\" objective=\"1\"");
  const std::string decision =
      "<retain-outcome engagement=\"E1\" outcome=\"removed\" role=\"Comité\" date=\"2027-03-01\">"
      "Soldé.</retain-outcome>";
  const auto decided = [&](const std::string& text) {
    return contract(one, "<decisions>" + text + "</decisions>");
  };
  const model::Contract read = family_contract(decided(decision));
  REQUIRE(read.decisions.size() == 1);
  CHECK(read.decisions[0].kind == model::Decision::Kind::outcome);
  CHECK(read.decisions[0].subject == "E1");
  CHECK(read.decisions[0].retained == "removed");
  CHECK(read.decisions[0].year == 0);
  CHECK(read.decisions[0].date == make_date(2027, 3, 1));
  CHECK(read.decisions[0].reason == "Soldé.");
  CHECK(family_fault(decided(decision + decision)) ==
        "error: line 5 decides this already (keep one of the two) [contract.duplicate_decision]");
  CHECK(family_fault(decided(replaced(decision, "\"E1\"", "\"E2\""))) ==
        "error: the contract has no engagement \"E2\" (known: E1) "
        "[contract.unknown_engagement]");
  CHECK(family_fault(decided(replaced(decision, "removed", "renew"))) ==
        "error: the model proposes no \"renew\" for engagements (known: renewed, removed) "
        "[contract.unknown_outcome]");
}

TEST_CASE("actions: linked to an objective, with a progress that people tell") {
  const model::Contract read = family_contract(
      with_actions("<action id=\"A1\" objective=\"1\" label=\"Étude\" progress=\"ongoing\" "
                   "note=\"n\"/><action id=\"A2\" objective=\"2\" label=\"Suite\"/>"));
  REQUIRE(read.actions.size() == 2);
  CHECK(read.actions[0].objective == "1");
  CHECK(read.actions[0].label == "Étude");
  CHECK(read.actions[0].advance == model::Advance::ongoing);
  CHECK(read.actions[0].note == "n");
  CHECK_FALSE(read.actions[1].advance);
  CHECK(family_fault(with_actions("<action id=\"A\" objective=\"3\" label=\"x\"/>")) ==
        "error: there is no objective \"3\" (known: A, 1, 2) [contract.unknown_objective]");
  CHECK(family_fault(with_actions("<action id=\"A\" objective=\"1\" label=\"x\"/>"
                                  "<action id=\"A\" objective=\"2\" label=\"x\"/>")) ==
        "error: \"A\" was already used in line 5 (give one of the two another name, or remove it) "
        "[contract.duplicate_action]");
  CHECK(family_fault(
            with_actions("<action id=\"A\" objective=\"1\" label=\"x\" progress=\"fini\"/>")) ==
        "error: progress=\"fini\" is not a state of progress (known: planned, ongoing, done, "
        "stopped) [xml.wrong_type]");
}
