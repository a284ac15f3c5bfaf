// Parties, period, strands, chosen indicators, decisions, observations.
#include "support/catch.hpp"
#include "unit/xml/documents.hpp"

using namespace cpom;
using namespace cpom::test;

namespace {

/// The one fault of a text, without file and place.
std::string fault(const std::string& text) {
  const Faults faults = faults_of_contract(text);
  if (faults.size() != 1) return std::to_string(faults.size()) + " faults";
  return faults[0].substr(faults[0].find(": ") + 2);
}

std::string of_followed(const std::string& what, const std::string& by) {
  return fault(replaced(contract_with(followed), what, by));
}

std::string of_decision(const std::string& decision) {
  return fault(contract_with(followed, "<decisions>" + decision + "</decisions>"));
}

std::string of_observation(const std::string& attributes) {
  return fault(
      contract_with(followed, "<observations><observation " + attributes + "/></observations>"));
}

const std::string own_indicator =
    "<added-indicator code=\"BZH.1\" objective=\"2\" label=\"Places\" form=\"count\" "
    "unit=\"count\" decimals=\"0\" direction=\"higher\"><observed-only/></added-indicator>";

}  // namespace

TEST_CASE("contract reader: what its model is made of is known before the contract is read") {
  const auto outline = xml::outline_of_contract(
      contract_with(followed, "",
                    "\n<packages><package name=\"a\" version=\"1.2.0\"/><package name=\"b c\"/>"
                    "<package name=\"b\"/></packages>"));
  REQUIRE(outline);
  CHECK(outline->model == "small");
  CHECK(outline->region == "53");
  CHECK(outline->contract == "c");
  REQUIRE(outline->packages.size() == 2);
  CHECK(outline->packages[0].name == "a");
  CHECK(outline->packages[0].version == "1.2.0");
  CHECK(outline->packages[0].where == Position{"", 5, 11});
  CHECK(outline->packages[1].name == "b");
  CHECK(outline->packages[1].version.empty());
  CHECK(xml::outline_of_contract(replaced(contract_with(followed), "\"53\"", "\"BZH\""))->region ==
        "");
}

TEST_CASE("contract reader: what is no contract has no outline") {
  CHECK_FALSE(xml::outline_of_contract("<contract"));
  CHECK_FALSE(xml::outline_of_contract("<contract/>"));
  CHECK_FALSE(xml::outline_of_contract("<contract model=\"../x\"/>"));
  CHECK_FALSE(xml::outline_of_contract("<settings model=\"small\"/>"));
}

TEST_CASE("contract reader: head and period") {
  const model::Contract read = contract_of(
      replaced(contract_with(followed), " start", " signed=\"2024-03-01\" note=\"n\" start"));
  CHECK(read.id == "c");
  CHECK(read.model == "small");
  CHECK(read.signed_on == make_date(2024, 3, 1));
  CHECK(read.start == make_date(2024, 1, 1));
  CHECK(read.end == make_date(2026, 12, 31));
  CHECK(read.note == "n");
  CHECK(text_of(read.where) == "c.xml:1:1");
}

TEST_CASE("contract reader: parties of every kind; the region is that of the agency") {
  const model::Contract read = contract_of(replaced(
      contract_with(followed), "</parties>",
      "<establishment name=\"CHU\" finess=\"350000001\"><site name=\"Sud\" finess=\"2A0000002\"/>"
      "</establishment><coordination-service name=\"DAC 35\" bearer=\"GCS\"/>"
      "<department-council name=\"CD 35\" department=\"35\"/><ministry "
      "name=\"Santé\"/></parties>"));
  REQUIRE(read.parties.size() == 5);
  CHECK(read.region == "53");
  CHECK(read.parties[0].kind == model::PartyKind::agency);
  CHECK(read.parties[0].territory == "53");
  CHECK(read.parties[1].kind == model::PartyKind::establishment);
  CHECK(read.parties[1].finess == "350000001");
  REQUIRE(read.parties[1].sites.size() == 1);
  CHECK(read.parties[1].sites[0].finess == "2A0000002");
  CHECK(read.parties[2].bearer == "GCS");
  CHECK(read.parties[3].territory == "35");
  CHECK(read.parties[4].kind == model::PartyKind::ministry);
}

TEST_CASE("contract reader: exactly one agency is a party") {
  CHECK(of_followed("<agency name=\"ARS Bretagne\" region=\"53\"/>", "<ministry name=\"M\"/>") ==
        "error: no regional health agency is a party to the contract (add <agency name=\"…\" "
        "region=\"…\"/>: its region tells which rules apply) [contract.no_agency]");
  CHECK(of_followed("</parties>", "<agency name=\"B\" region=\"28\"/></parties>") ==
        "error: a second agency is a party to the contract (keep the one whose region tells which "
        "rules apply) [contract.several_agencies]");
}

TEST_CASE("contract reader: a FINESS number stands once") {
  CHECK(of_followed("</parties>",
                    "<establishment name=\"A\" finess=\"350000001\"/><establishment name=\"B\" "
                    "finess=\"350000001\"/></parties>") ==
        "error: \"350000001\" was already used in line 4 (give one of the two another name, or "
        "remove it) [contract.duplicate_finess]");
}

TEST_CASE("contract reader: a contract without strands has one, whose id is empty") {
  const model::Contract read = contract_of(contract_with(followed));
  REQUIRE(read.strands.size() == 1);
  CHECK(read.strands[0].id.empty());
  const model::Contract two = contract_of(contract_with(followed, "", two_strands));
  REQUIRE(two.strands.size() == 2);
  CHECK(two.strands[1].id == "mayotte");
  CHECK(two.strands[1].region == "06");
}

TEST_CASE("contract reader: dates are in order, and in the time of the model") {
  CHECK(of_followed("end=\"2026-12-31\"", "end=\"2023-12-31\"") ==
        "error: the contract ends on 2023-12-31, before it starts on 2024-01-01 (correct one of "
        "the two days) [contract.period_reversed]");
  CHECK(of_followed(" start", " signed=\"2027-01-01\" start") ==
        "error: the contract is signed on 2027-01-01, after its end on 2026-12-31 (correct one of "
        "the two days) [contract.signed_after_end]");
  CHECK(fault(replaced(contract_with("<indicator code=\"1.e\"/>"),
                       "start=\"2024-01-01\" end=\"2026-12-31\"",
                       "start=\"2029-01-01\" end=\"2030-12-31\"")) ==
        "error: no day of the contract is a day of its model (the model goes from 2024-01-01 to "
        "2026-12-31) [contract.outside_model]");
}

TEST_CASE("contract reader: the model is the one that the contract names") {
  CHECK(of_followed("model=\"small\"", "model=\"large\"") ==
        "error: the contract is made on the model \"large\", and read against \"small\" (name the "
        "right model, or give its file) [contract.other_model]");
}

TEST_CASE("contract reader: settings of the contract") {
  const std::string settings =
      "<settings><parameter name=\"partial_from\" value=\"60\" indicator=\"1.b\"/></settings>";
  const model::Contract read = contract_of(contract_with(followed, "", settings));
  REQUIRE(read.parameters.size() == 1);
  CHECK(read.parameters[0].layer == model::Layer::contract);
  CHECK(fault(contract_with(followed, "", replaced(settings, "1.b", "1.z"))) ==
        "error: there is no indicator \"1.z\" (did you mean \"1.a\"?) "
        "[parameter.unknown_indicator]");
}

// --- Indicators ---------------------------------------------------------------------------

TEST_CASE("contract reader: an unknown code gets the nearest one, and is one fault only") {
  const std::string decision =
      "<decisions><void indicator=\"1.z\" role=\"DG\" "
      "date=\"2024-05-02\">Fin</void></decisions>";
  CHECK(fault(contract_with(replaced(followed, "1.a", "1.z"), decision)) ==
        "error: the model \"small\" has no indicator \"1.z\" (did you mean \"1.a\"?) "
        "[contract.unknown_indicator]");
}

TEST_CASE("contract reader: faults in the targets of an unknown indicator are reported too") {
  const std::string text =
      contract_with(replaced(replaced(followed, "1.a", "1.z"), "year=\"2025\"", "year=\"2035\""));
  CHECK(faults_of_contract(text).size() == 2);
}

TEST_CASE("contract reader: an indicator is chosen once") {
  CHECK(fault(contract_with(followed + "<indicator code=\"1.a\"/>")) ==
        "error: the indicator \"1.a\" was already chosen in line 5 (keep one of the two) "
        "[contract.duplicate_indicator]");
  CHECK(fault(contract_with(own_indicator + own_indicator)) ==
        "error: the indicator \"BZH.1\" was already chosen in line 5 (keep one of the two) "
        "[contract.duplicate_indicator]");
}

TEST_CASE("contract reader: an indicator of the contract's own") {
  const model::Contract read = contract_of(contract_with(own_indicator));
  const model::Indicator& indicator = read.selection("BZH.1")->indicator;
  CHECK(indicator.added);
  CHECK(indicator.kind == model::IndicatorKind::complementary);
  CHECK(indicator.objective == "2");
  CHECK(fault(contract_with(replaced(own_indicator, "BZH.1", "1.b"))) ==
        "error: \"1.b\" is the code of an indicator of the model (choose the model's with "
        "<indicator code=\"1.b\">, or take another code) [contract.code_of_model]");
  CHECK(fault(contract_with(replaced(own_indicator, " direction=\"higher\"", ""))) ==
        "error: indicator \"BZH.1\" has no \"direction\" (known: higher, lower, corridor, "
        "maintain) [contract.missing_definition]");
  CHECK(fault(contract_with(replaced(own_indicator, "objective=\"2\"", "objective=\"3\""))) ==
        "error: there is no objective \"3\" (known: A, 1, 2) [contract.unknown_objective]");
}

TEST_CASE("contract reader: a placeholder is defined by the contract") {
  const std::string defined =
      "<indicator code=\"1.d\"><define label=\"Part\" form=\"share\" unit=\"percent\" "
      "decimals=\"1\" direction=\"lower\" supplier=\"CNAM\" minimum=\"0\" "
      "assumes=\"direction\"/><observed-only/></indicator>";
  const model::Contract read = contract_of(contract_with(defined));
  const model::Indicator& indicator = read.selection("1.d")->indicator;
  CHECK(indicator.label == "Part");
  CHECK(indicator.form == "share");
  CHECK(indicator.unit == "percent");
  CHECK(indicator.decimals == 1);
  CHECK(indicator.direction == model::Direction::lower);
  CHECK(indicator.suppliers == std::vector<std::string>{"CNAM"});
  CHECK(indicator.minimum == 0);
  CHECK(indicator.assumptions == std::set<std::string>{"direction"});
  CHECK(indicator.objective == "1");
  CHECK(indicator.kind == model::IndicatorKind::complementary);
  CHECK_FALSE(indicator.added);

  CHECK(fault(contract_with("<indicator code=\"1.d\"><observed-only/></indicator>")) ==
        "error: the model leaves the indicator \"1.d\" to be defined by the contract (add <define "
        "label=\"…\" form=\"…\" unit=\"…\" decimals=\"…\" direction=\"…\"/>) "
        "[contract.placeholder_undefined]");
  CHECK(fault(contract_with(replaced(defined, "direction=\"lower\" ", ""))) ==
        "error: indicator \"1.d\" has no \"direction\" (known: higher, lower, corridor, maintain) "
        "[contract.missing_definition]");
  CHECK(fault(contract_with(replaced(defined, "1.d", "1.c"))) ==
        "error: the model defines the indicator \"1.c\" itself (remove <define>, or add an "
        "indicator of the contract's own with <added-indicator>) [contract.defined_twice]");
}

TEST_CASE("contract reader: the model's indicators come in its order, then the contract's own") {
  const std::string second = replaced(own_indicator, "BZH.1", "BZH.10");
  const std::string third = replaced(own_indicator, "BZH.1", "BZH.2");
  const std::string first_objective =
      replaced(replaced(own_indicator, "BZH.1", "Z.1"), "objective=\"2\"", "objective=\"1\"");
  const std::string late =
      "<amendments><amendment number=\"1\" signed=\"2025-01-01\" "
      "effective=\"2025-01-01\"><add-indicator code=\"1.c\"><observed-only/>"
      "</add-indicator></amendment></amendments>";
  const model::Contract read = contract_of(contract_with(
      second + third + "<indicator code=\"1.e\"/>" + first_objective + followed, late));
  std::vector<std::string> codes;
  for (const model::Selection& selection : read.selections) {
    codes.push_back(selection.indicator.code);
  }
  CHECK(codes == std::vector<std::string>{"1.a", "1.c", "1.e", "Z.1", "BZH.2", "BZH.10"});
}

// --- Decisions ----------------------------------------------------------------------------

TEST_CASE("contract reader: decisions of every kind") {
  const model::Contract read = contract_of(contract_with(
      followed,
      "<decisions>"
      "<retain-status indicator=\"1.a\" year=\"2024\" status=\"missed\" role=\"DG\" "
      "date=\"2025-04-02\">Données\n    contestées</retain-status>"
      "<void indicator=\"1.a\" role=\"Comité\" date=\"2026-04-02\">Abandon</void>"
      "<retain-weather objective=\"1\" year=\"2024\" strand=\"mayotte\" weather=\"sunny\" "
      "role=\"DG\" date=\"2025-04-02\">Bilan</retain-weather>"
      "</decisions>",
      two_strands));
  REQUIRE(read.decisions.size() == 3);
  CHECK(read.decisions[0].kind == model::Decision::Kind::status);
  CHECK(read.decisions[0].subject == "1.a");
  CHECK(read.decisions[0].year == 2024);
  CHECK(read.decisions[0].retained == "missed");
  CHECK(read.decisions[0].role == "DG");
  CHECK(read.decisions[0].date == make_date(2025, 4, 2));
  CHECK(read.decisions[0].reason == "Données contestées");
  CHECK(read.decisions[1].kind == model::Decision::Kind::void_indicator);
  CHECK(read.decisions[1].year == 0);
  CHECK(read.decisions[2].kind == model::Decision::Kind::weather);
  CHECK(read.decisions[2].subject == "1");
  CHECK(read.decisions[2].strand == "mayotte");
  CHECK(read.decisions[2].retained == "sunny");
}

TEST_CASE("contract reader: decisions speak of what exists") {
  const std::string status =
      "<retain-status indicator=\"1.a\" year=\"2024\" status=\"missed\" "
      "role=\"DG\" date=\"2025-04-02\">Accord</retain-status>";
  CHECK(of_decision(replaced(status, "missed", "mised")) ==
        "error: the model has no status \"mised\" (did you mean \"missed\"?) "
        "[contract.unknown_status]");
  CHECK(of_decision(replaced(status, "1.a", "1.b")) ==
        "error: the contract does not follow the indicator \"1.b\" (choose it with <indicator "
        "code=\"1.b\">) [contract.not_followed]");
  CHECK(of_decision(replaced(status, "\"2024\"", "\"2027\"")) ==
        "error: the year 2027 is outside the period of the contract (it goes from 2024-01-01 to "
        "2026-12-31) [contract.decision_outside_period]");
  CHECK(of_decision(status + status) ==
        "error: line 5 decides this already (keep one of the two) [contract.duplicate_decision]");
  CHECK(of_decision("<void indicator=\"1.a\" role=\"DG\" date=\"2027-04-02\">Fin</void>") ==
        "error: 2027-04-02 is after the end of the contract, 2026-12-31 (add the year from which "
        "on the indicator is void) [contract.decision_outside_period]");
  const std::string weather =
      "<retain-weather objective=\"1\" year=\"2024\" weather=\"sunny\" "
      "role=\"DG\" date=\"2025-04-02\">Bilan</retain-weather>";
  CHECK(of_decision(replaced(weather, "sunny", "rainy")) ==
        "error: the model has no weather level \"rainy\" (known: sunny) "
        "[contract.unknown_weather]");
  CHECK(of_decision(replaced(weather, "objective=\"1\"", "objective=\"7\"")) ==
        "error: there is no objective \"7\" (known: A, 1, 2) [contract.unknown_objective]");
  CHECK(of_decision(replaced(weather, "year=", "strand=\"sud\" year=")) ==
        "error: there is no strand \"sud\" in this contract (none is declared) "
        "[contract.unknown_strand]");
}

TEST_CASE("contract reader: an indicator that is void in a year has no status in it") {
  const std::string status =
      "<retain-status indicator=\"1.a\" year=\"2025\" status=\"missed\" "
      "role=\"DG\" date=\"2026-04-02\">Accord</retain-status>";
  const std::string made_void =
      "<void indicator=\"1.a\" year=\"2025\" role=\"DG\" date=\"2026-04-02\">Fin</void>";
  const std::string code = " (keep one of the two) [contract.contradictory_decisions]";
  CHECK(of_decision(status + made_void) ==
        "error: line 5 retains a status for the indicator \"1.a\" in 2025, and here it is void" +
            code);
  const std::string status_after =
      "error: the indicator \"1.a\" is void in 2025 by line 5, and here a status is retained" +
      code;
  CHECK(of_decision(made_void + status) == status_after);
  const std::string from_then =
      replaced(replaced(made_void, " year=\"2025\"", ""), "2026-04-02", "2025-04-02");
  CHECK(of_decision(from_then + status) == status_after);
  CHECK(of_decision(replaced(from_then, "2025-04-02", "2026-04-02") + status) == "0 faults");
  CHECK(of_decision(made_void + replaced(status, "\"2025\"", "\"2024\"")) == "0 faults");
  const auto in_strands = [&](const std::string& of_void, const std::string& of_status) {
    return faults_of_contract(
        contract_with(followed,
                      "<decisions>" + replaced(made_void, " year", of_void + " year") +
                          replaced(status, " year", of_status + " year") + "</decisions>",
                      two_strands));
  };
  CHECK(in_strands(" strand=\"mayotte\"", " strand=\"reunion\"").empty());
  CHECK(in_strands(" strand=\"mayotte\"", "").size() == 1);
}

// --- Observations -------------------------------------------------------------------------

TEST_CASE("contract reader: values written into the contract") {
  const model::Contract read = contract_of(contract_with(
      followed + "<indicator code=\"1.c\"><observed-only/></indicator>",
      "<observations>"
      "<observation indicator=\"1.a\" strand=\"reunion\" year=\"2024\" numerator=\"4\" "
      "denominator=\"10\" source=\"SPF\" reference=\"2024-12-31\" received=\"2025-02-01\" "
      "provisional=\"true\"/>"
      "<observation indicator=\"1.c\" contract-year=\"2\" value=\"yes\"/>"
      "<observation indicator=\"1.a\" strand=\"reunion\" year=\"2024\" numerator=\"5\" "
      "denominator=\"10\" received=\"2025-03-01\"/>"
      "</observations>",
      two_strands));
  REQUIRE(read.observations.size() == 3);
  const model::Observation& first = read.observations[0];
  CHECK(first.contract.empty());
  CHECK(first.strand == "reunion");
  CHECK(first.indicator == "1.a");
  CHECK(first.year == 2024);
  CHECK(first.contract_year == 0);
  CHECK_FALSE(first.value);
  CHECK(first.numerator == 4);
  CHECK(first.denominator == 10);
  CHECK(first.source == "SPF");
  CHECK(first.reference == make_date(2024, 12, 31));
  CHECK(first.received == make_date(2025, 2, 1));
  CHECK(first.provisional);
  CHECK(read.observations[1].year == 0);
  CHECK(read.observations[1].contract_year == 2);
  CHECK(read.observations[1].value == 1);
}

TEST_CASE("contract reader: values speak of what exists, of one year, and once") {
  CHECK(of_observation("indicator=\"1.z\" year=\"2024\" value=\"1\"") ==
        "error: there is no indicator \"1.z\" (did you mean \"1.a\"?) "
        "[contract.unknown_indicator]");
  CHECK(of_observation("indicator=\"1.a\" component=\"most\" year=\"2024\" value=\"1\"") ==
        "error: the indicator \"1.a\" has no component \"most\" (none is declared) "
        "[contract.unknown_component]");
  CHECK(of_observation("indicator=\"1.a\" value=\"1\"") ==
        "error: the observation has no year (give year=\"2024\" or contract-year=\"1\") "
        "[contract.observation_year]");
  CHECK(of_observation("indicator=\"1.a\" year=\"2024\" contract-year=\"1\" value=\"1\"") ==
        "error: the observation has both a year and a contract year (keep one of the two) "
        "[contract.observation_year]");
  CHECK(of_observation("indicator=\"1.a\" contract-year=\"4\" value=\"1\"") ==
        "error: there is no contract year 4 (from 2024-01-01 to 2026-12-31 there are 3) "
        "[contract.unknown_contract_year]");
  CHECK(of_observation("indicator=\"1.a\" year=\"2024\"") ==
        "error: the observation has no value (write value=\"…\", or numerator=\"…\" "
        "denominator=\"…\") [contract.observation_without_value]");
  CHECK(of_observation("indicator=\"1.a\" year=\"2024\" value=\"1\"/><observation "
                       "indicator=\"1.a\" year=\"2024\" value=\"2\"") ==
        "error: line 5 gives this value already, received on the same day (keep one of the two, "
        "or add the day it was received) [contract.duplicate_observation]");
}
