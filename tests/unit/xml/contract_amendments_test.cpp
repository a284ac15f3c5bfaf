#include "support/catch.hpp"
#include "unit/xml/documents.hpp"

using namespace cpom;
using namespace cpom::test;

namespace {

std::string amendment(const std::string& number, const std::string& effective,
                      const std::string& changes) {
  return "<amendment number=\"" + number + "\" label=\"Avenant " + number +
         "\" signed=\"2025-01-15\" effective=\"" + effective + "\">" + changes + "</amendment>";
}

std::string amended(const std::string& amendments, const std::string& before = "") {
  return contract_with(followed, "<amendments>" + amendments + "</amendments>", before);
}

/// The one fault, without file and place.
std::string fault(const std::string& amendments) {
  const Faults faults = faults_of_contract(amended(amendments));
  if (faults.size() != 1) return std::to_string(faults.size()) + " faults";
  return faults[0].substr(faults[0].find(": ") + 2);
}

std::string fault_of_change(const std::string& change) {
  return fault(amendment("1", "2025-06-01", change));
}

}  // namespace

TEST_CASE("amendments: a changed target is added to the former ones, with its date") {
  const model::Contract read = contract_of(amended(
      amendment("1", "2025-06-01", "<set-target indicator=\"1.a\" year=\"2026\" value=\"60\"/>")));
  REQUIRE(read.amendments.size() == 1);
  CHECK(read.amendments[0].number == "1");
  CHECK(read.amendments[0].label == "Avenant 1");
  CHECK(read.amendments[0].signed_on == make_date(2025, 1, 15));
  CHECK(read.amendments[0].effective == make_date(2025, 6, 1));
  const auto& targets = read.selection("1.a")->targets;
  REQUIRE(targets.size() == 4);
  CHECK(targets[2].value == 50);
  CHECK(targets[3].year == 2026);
  CHECK(targets[3].value == 60);
  CHECK(targets[3].amendment == "1");
  CHECK(targets[3].in_force == make_date(2025, 6, 1));
}

TEST_CASE("amendments: they apply in the order of their dates, not of the file") {
  const model::Contract read = contract_of(amended(
      amendment("2", "2026-01-01", "<set-target indicator=\"1.a\" year=\"2026\" value=\"70\"/>") +
      amendment("1", "2025-06-01", "<set-target indicator=\"1.a\" year=\"2026\" value=\"60\"/>")));
  CHECK(read.amendments[0].number == "1");
  CHECK(read.selection("1.a")->targets[3].value == 60);
  CHECK(read.selection("1.a")->targets[4].value == 70);
}

TEST_CASE("amendments: an ended target leaves a trace and is not missing") {
  const model::Contract read = contract_of(
      amended(amendment("1", "2025-06-01", "<end-target indicator=\"1.a\" contract-year=\"3\"/>")));
  const model::Target& ended = read.selection("1.a")->targets.at(3);
  CHECK(ended.ended);
  CHECK(ended.year == 2026);
  CHECK(ended.contract_year == 3);
  CHECK_FALSE(ended.value);
  CHECK(ended.amendment == "1");
}

TEST_CASE("amendments: an added indicator is followed from then on, and needs no earlier target") {
  const model::Contract read =
      contract_of(amended(amendment("1", "2025-06-01",
                                    "<add-indicator code=\"2.b\"><baseline value=\"4\"/><target "
                                    "year=\"2025\" value=\"3\"/><target year=\"2026\" "
                                    "value=\"2\"/></add-indicator>")));
  const model::Selection& added = *read.selection("2.b");
  CHECK(added.followed_from == make_date(2025, 6, 1));
  CHECK(added.added_by == "1");
  CHECK(added.baselines.size() == 1);
  REQUIRE(added.targets.size() == 2);
  CHECK(added.targets[0].amendment == "1");
  CHECK(added.targets[0].in_force == make_date(2025, 6, 1));
  CHECK_FALSE(added.indicator.added);
}

TEST_CASE("amendments: an ended indicator is followed until the day before, or the day given") {
  const std::string short_targets =
      "<indicator code=\"1.c\"><target year=\"2024\" value=\"yes\"/>"
      "</indicator>";
  const auto with = [&](const std::string& change) {
    return contract_of(contract_with(
        short_targets, "<amendments>" + amendment("1", "2025-06-01", change) + "</amendments>"));
  };
  const model::Contract before = with("<end-indicator code=\"1.c\"/>");
  CHECK(before.selection("1.c")->followed_to == make_date(2025, 5, 31));
  CHECK(before.selection("1.c")->ended_by == "1");
  const model::Contract given = with("<end-indicator code=\"1.c\" on=\"2024-12-31\"/>");
  CHECK(given.selection("1.c")->followed_to == make_date(2024, 12, 31));
}

TEST_CASE("amendments: the year in which an indicator ends on its last day still needs a target") {
  const std::string text = contract_with(
      "<indicator code=\"1.c\"><target year=\"2024\" value=\"yes\"/></indicator>",
      "<amendments>" +
          amendment("1", "2025-06-01", "<end-indicator code=\"1.c\" on=\"2025-12-31\"/>") +
          "</amendments>");
  CHECK(faults_of_contract(text) ==
        Faults{"c.xml:5:13: error: the indicator \"1.c\" has no target for 2025 (add the targets, "
               "or say <observed-only/> or <target-pending/>) [contract.target_missing]"});
}

TEST_CASE("amendments: a target brought by an amendment is no missing target") {
  const std::string text =
      contract_with("<indicator code=\"1.a\"><target-pending amendment=\"1\"/></indicator>",
                    "<amendments>" +
                        amendment("1", "2025-06-01",
                                  "<set-target indicator=\"1.a\" year=\"2025\" value=\"1\"/>") +
                        "</amendments>");
  CHECK(contract_of(text).selection("1.a")->targets.size() == 1);
}

TEST_CASE("amendments: a number stands once, dates are in order and inside the contract") {
  CHECK(fault(amendment("1", "2025-06-01", "") + amendment("1", "2025-07-01", "")) ==
        "error: \"1\" was already used in line 5 (give one of the two another name, or remove it) "
        "[contract.duplicate_amendment]");
  CHECK(fault(amendment("1", "2025-01-14", "")) ==
        "error: the amendment takes effect on 2025-01-14, before it is signed on 2025-01-15 "
        "(correct one of the two days) [contract.amendment_before_signature]");
  CHECK(fault(amendment("1", "2027-01-01", "")) ==
        "error: 2027-01-01 is outside the period of the contract (it goes from 2024-01-01 to "
        "2026-12-31) [contract.amendment_outside_period]");
  const std::string signed_later =
      replaced(amended(amendment("1", "2025-06-01", "")), " start", " signed=\"2025-02-01\" start");
  CHECK(faults_of_contract(signed_later) ==
        Faults{"c.xml:5:208: error: the amendment is signed on 2025-01-15, before the contract is "
               "on 2025-02-01 (correct one of the two days) "
               "[contract.amendment_before_signature]"});
}

TEST_CASE("amendments: they change what the contract follows") {
  CHECK(fault_of_change("<set-target indicator=\"1.z\" year=\"2026\" value=\"1\"/>") ==
        "error: there is no indicator \"1.z\" (did you mean \"1.a\"?) "
        "[contract.unknown_indicator]");
  CHECK(fault_of_change("<set-target indicator=\"1.b\" year=\"2026\" value=\"1\"/>") ==
        "error: the contract does not follow the indicator \"1.b\" (choose it with <indicator "
        "code=\"1.b\">) [contract.not_followed]");
  CHECK(fault_of_change("<add-indicator code=\"1.a\"/>") ==
        "error: the indicator \"1.a\" was already chosen in line 5 (keep one of the two) "
        "[contract.duplicate_indicator]");
  CHECK(fault(amendment("1", "2025-06-01", "<end-indicator code=\"1.a\"/>") +
              amendment("2", "2025-06-01", "<end-indicator code=\"1.a\"/>")) ==
        "error: the contract follows the indicator \"1.a\" until 2025-05-31 only (leave this out, "
        "or let the amendment take effect earlier) [contract.not_followed]");
}

TEST_CASE("amendments: what ends exists, and ends once, within the contract") {
  CHECK(fault_of_change("<end-target indicator=\"1.a\" due=\"2026-12-31\"/>") ==
        "error: the indicator \"1.a\" has no such target to end (name the year, contract year or "
        "due date of one that it has) [contract.no_target_to_end]");
  CHECK(fault(amendment("1", "2025-06-01", "<end-target indicator=\"1.a\" year=\"2026\"/>") +
              amendment("2", "2025-07-01", "<end-target indicator=\"1.a\" year=\"2026\"/>")) ==
        "error: the indicator \"1.a\" has no such target to end (name the year, contract year or "
        "due date of one that it has) [contract.no_target_to_end]");
  CHECK(fault_of_change("<end-indicator code=\"1.a\" on=\"2027-01-01\"/>") ==
        "error: the indicator \"1.a\" cannot be followed until 2027-01-01 (it is followed from "
        "2024-01-01, and the contract ends on 2026-12-31) [contract.end_outside_period]");
  CHECK(fault_of_change("<end-indicator code=\"1.a\" on=\"2026-01-01\"/><end-indicator "
                        "code=\"1.a\" on=\"2026-02-01\"/>") ==
        "error: amendment \"1\" ends the indicator \"1.a\" already (keep one of the two) "
        "[contract.ended_twice]");
}

TEST_CASE("amendments: two of one day that change one target contradict each other") {
  const std::string set = "<set-target indicator=\"1.a\" year=\"2026\" value=\"60\"/>";
  CHECK(fault(amendment("1", "2025-06-01", set) + amendment("2", "2025-06-01", set)) ==
        "error: amendment \"1\", in line 5, changes the same target on the same day (keep one of "
        "the two, or give one amendment a later day) [contract.conflicting_amendments]");
  CHECK(fault(amendment("1", "2025-06-01", set) + amendment("2", "2025-06-02", set)) == "0 faults");
  CHECK(fault_of_change(set + "<end-target indicator=\"1.a\" contract-year=\"3\"/>") ==
        "error: line 5 of the same amendment changes this target already (keep one of the two) "
        "[contract.duplicate_target]");
}

TEST_CASE("amendments: the two strands of one target are two targets") {
  const std::string reunion =
      "<set-target indicator=\"1.a\" year=\"2026\" value=\"60\" strand=\"reunion\"/>";
  const std::string mayotte = replaced(reunion, "\"reunion\"", "\"mayotte\"");
  CHECK(faults_of_contract(amended(amendment("1", "2025-06-01", reunion + mayotte), two_strands))
            .empty());
  const std::string all = replaced(reunion, " strand=\"reunion\"", "");
  CHECK(faults_of_contract(amended(amendment("1", "2025-06-01", reunion + all), two_strands))
            .size() == 1);
}

TEST_CASE(
    "amendments: one that ends an indicator contradicts one of that day that goes on with it") {
  const std::string end = amendment("1", "2025-06-01", "<end-indicator code=\"1.a\"/>");
  const auto set = [](const std::string& number, const std::string& day) {
    return amendment(number, day, "<set-target indicator=\"1.a\" year=\"2026\" value=\"60\"/>");
  };
  const std::string remedy =
      " on the same day (keep one of the two, or give one amendment a later day) "
      "[contract.conflicting_amendments]";
  const std::string sets =
      "error: amendment \"2\", in line 5, sets a target of the indicator \"1.a\"" + remedy;
  CHECK(fault(end + set("2", "2025-06-01")) == sets);
  CHECK(fault(set("2", "2025-06-01") + end) == sets);
  CHECK(fault(set("2", "2025-05-31") + end) == "0 faults");
  CHECK(fault(end + amendment("2", "2025-06-01",
                              "<add-indicator code=\"1.a\"><observed-only/></add-indicator>")) ==
        "error: amendment \"2\", in line 5, adds the indicator \"1.a\"" + remedy);
  CHECK(fault(amendment("2", "2025-06-01",
                        "<add-indicator code=\"2.b\"><observed-only/></add-indicator>") +
              amendment("1", "2025-06-01", "<end-indicator code=\"2.b\"/>")) ==
        "error: amendment \"2\", in line 5, adds the indicator \"2.b\"" + remedy);
}

TEST_CASE("amendments: a target for the time before an announced end contradicts nothing") {
  const auto with = [](const std::string& on) {
    return fault(
        amendment("1", "2025-06-01", "<end-indicator code=\"1.a\" on=\"" + on + "\"/>") +
        amendment("2", "2025-06-01", "<set-target indicator=\"1.a\" year=\"2025\" value=\"60\"/>"));
  };
  CHECK(with("2025-12-31") == "0 faults");
  CHECK(with("2025-12-30") ==
        "error: amendment \"2\", in line 5, sets a target of the indicator \"1.a\" on the same day "
        "(keep one of the two, or give one amendment a later day) "
        "[contract.conflicting_amendments]");
}

TEST_CASE("amendments: a target for a time that is over is doubtful") {
  const auto set = [](const std::string& day, const std::string& when) {
    return fault(amendment("1", day, "<set-target indicator=\"1.a\" " + when + " value=\"41\"/>"));
  };
  const std::string remedy = " (say why in a decision, or check ";
  CHECK(set("2025-06-01", "year=\"2024\"") ==
        "warning: the target for 2024 is set on 2025-06-01, after that year was over" + remedy +
            "\"year\") [contract.retroactive_target]");
  CHECK(set("2025-06-01", "contract-year=\"1\"") ==
        "warning: the target for contract year 1 is set on 2025-06-01, after that year was over" +
            remedy + "\"contract-year\") [contract.retroactive_target]");
  CHECK(set("2025-06-01", "due=\"2025-05-31\"") ==
        "warning: the target due on 2025-05-31 is set on 2025-06-01, after that day" + remedy +
            "\"due\") [contract.retroactive_target]");
  CHECK(set("2025-06-01", "due=\"2025-06-01\"") == "0 faults");
  CHECK(set("2025-12-31", "year=\"2025\"") == "0 faults");
  CHECK(fault_of_change("<add-indicator code=\"2.b\"><target due=\"2025-05-31\" value=\"3\"/>"
                        "</add-indicator>") ==
        "warning: the target due on 2025-05-31 is set on 2025-06-01, after that day" + remedy +
            "\"due\") [contract.retroactive_target]");
  CHECK(fault_of_change("<add-indicator code=\"2.b\"><target year=\"2024\" value=\"3\"/>"
                        "<observed-only from=\"2025\"/></add-indicator>") ==
        "warning: the target for 2024 is set on 2025-06-01, after that year was over" + remedy +
            "\"year\") [contract.retroactive_target]");
}
