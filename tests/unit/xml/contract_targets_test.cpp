// Baselines, targets, and the years without target.
#include "support/catch.hpp"
#include "unit/xml/documents.hpp"

using namespace cpom;
using namespace cpom::test;

namespace {

std::string indicator(const std::string& code, const std::string& figures) {
  return "<indicator code=\"" + code + "\">" + figures + "</indicator>";
}

const std::string targets =
    "<target year=\"2024\" value=\"40\"/><target year=\"2025\" "
    "value=\"45\"/><target year=\"2026\" value=\"50\"/>";

/// The one fault, without file and place, of "1.a" with these figures.
std::string fault(const std::string& figures, const std::string& code = "1.a",
                  const std::string& before = "") {
  const Faults faults = faults_of_contract(contract_with(indicator(code, figures), "", before));
  if (faults.size() != 1) return std::to_string(faults.size()) + " faults";
  return faults[0].substr(faults[0].find(": ") + 2);
}

}  // namespace

TEST_CASE("targets: of calendar years") {
  const model::Contract read = contract_of(contract_with(followed));
  const model::Selection& selection = *read.selection("1.a");
  REQUIRE(selection.targets.size() == 3);
  const model::Target& target = selection.targets[1];
  CHECK(target.strand.empty());
  CHECK(target.year == 2025);
  CHECK(target.contract_year == 0);
  CHECK_FALSE(target.due);
  CHECK(target.value == 45);
  CHECK_FALSE(target.ended);
  CHECK(target.amendment.empty());
  CHECK(target.in_force == make_date(2024, 1, 1));
  CHECK(text_of(target.where) == "c.xml:5:67");
  CHECK(selection.followed_from == make_date(2024, 1, 1));
  CHECK_FALSE(selection.followed_to);
}

TEST_CASE("targets: of contract years count for the calendar year in which these end") {
  const std::string july = replaced(
      contract_with(indicator("1.a",
                              "<target contract-year=\"1\" value=\"40\"/>"
                              "<target contract-year=\"2\" value=\"45\"/>")),
      "start=\"2024-01-01\" end=\"2026-12-31\"", "start=\"2024-07-01\" end=\"2026-06-30\"");
  const model::Contract read = contract_of(july);
  const auto& found = read.selection("1.a")->targets;
  CHECK(found[0].contract_year == 1);
  CHECK(found[0].year == 2025);
  CHECK(found[1].year == 2026);
}

TEST_CASE("targets: one with a due date covers all years") {
  const model::Contract read =
      contract_of(contract_with(indicator("1.a", "<target due=\"2026-06-30\" value=\"40\"/>")));
  const model::Target& target = read.selection("1.a")->targets.at(0);
  CHECK(target.due == make_date(2026, 6, 30));
  CHECK(target.year == 2026);
}

TEST_CASE("targets: yes and no are 1 and 0") {
  const model::Contract read = contract_of(contract_with(
      indicator("1.c", "<baseline value=\"no\"/><target due=\"2026-06-30\" value=\"yes\"/>")));
  CHECK(read.selection("1.c")->baselines.at(0).value == 0);
  CHECK(read.selection("1.c")->targets.at(0).value == 1);
}

TEST_CASE("targets: baselines") {
  const model::Contract read = contract_of(
      contract_with(indicator("1.a",
                              "<baseline value=\"34.9\" date=\"2023-12-31\" source=\"SPF\" "
                              "strand=\"reunion\"/><baseline numerator=\"1\" denominator=\"3\" "
                              "strand=\"mayotte\"/>" +
                                  targets),
                    "", two_strands));
  const auto& baselines = read.selection("1.a")->baselines;
  REQUIRE(baselines.size() == 2);
  CHECK(baselines[0].strand == "reunion");
  CHECK(baselines[0].value == 34.9);
  CHECK(baselines[0].date == make_date(2023, 12, 31));
  CHECK(baselines[0].source == "SPF");
  CHECK(baselines[1].numerator == 1);
  CHECK(baselines[1].denominator == 3);
}

TEST_CASE("targets: years without target on purpose") {
  const model::Contract read = contract_of(
      contract_with(indicator("1.a",
                              "<target year=\"2024\" value=\"40\"/><observed-only from=\"2025\" "
                              "to=\"2025\"/><target-pending from=\"2026\" amendment=\"2\"/>")));
  const auto& follow_ups = read.selection("1.a")->follow_ups;
  REQUIRE(follow_ups.size() == 2);
  CHECK(follow_ups[0].kind == model::FollowUp::Kind::observed);
  CHECK(follow_ups[0].first_year == 2025);
  CHECK(follow_ups[0].last_year == 2025);
  CHECK(follow_ups[1].kind == model::FollowUp::Kind::target_pending);
  CHECK_FALSE(follow_ups[1].last_year);
  CHECK(follow_ups[1].amendment == "2");
}

TEST_CASE("targets: exactly one year") {
  const std::string remedy =
      " (give exactly one of year=\"2024\", contract-year=\"1\" and "
      "due=\"2026-06-30\") [contract.target_year]";
  CHECK(fault("<target value=\"1\"/>") == "error: the target has no year" + remedy);
  CHECK(fault("<target year=\"2024\" due=\"2024-06-30\" value=\"1\"/>") ==
        "error: the target has more than one year" + remedy);
}

TEST_CASE("targets: years inside the contract") {
  CHECK(fault("<target year=\"2027\" value=\"1\"/>") ==
        "error: the year 2027 is outside the period of the contract (it goes from 2024-01-01 to "
        "2026-12-31) [contract.target_outside_period]");
  CHECK(fault("<target due=\"2023-12-31\" value=\"1\"/>") ==
        "error: 2023-12-31 is outside the period of the contract (it goes from 2024-01-01 to "
        "2026-12-31) [contract.target_outside_period]");
  CHECK(fault("<target contract-year=\"4\" value=\"1\"/>") ==
        "error: there is no contract year 4 (from 2024-01-01 to 2026-12-31 there are 3) "
        "[contract.unknown_contract_year]");
  CHECK(fault("<observed-only from=\"2023\"/>") ==
        "error: the year 2023 is outside the period of the contract (it goes from 2024-01-01 to "
        "2026-12-31) [contract.years_outside_period]");
  CHECK(fault("<observed-only from=\"2026\" to=\"2025\"/>") ==
        "error: the last year, 2025, is before the first, 2026 (exchange them, or correct one) "
        "[contract.years_reversed]");
}

TEST_CASE("targets: one for each year and strand") {
  CHECK(fault(targets + "<target year=\"2025\" value=\"46\"/>") ==
        "error: line 5 gives a target for 2025 already (keep one of the two) "
        "[contract.duplicate_target]");
  CHECK(fault(targets + "<target contract-year=\"2\" value=\"46\"/>") ==
        "error: line 5 gives a target for 2025 already (keep one of the two: a contract year "
        "counts for the calendar year in which it ends) [contract.duplicate_target]");
  CHECK(fault(targets + "<target year=\"2025\" strand=\"mayotte\" value=\"46\"/>", "1.a",
              two_strands) ==
        "error: line 5 gives a target for 2025 already (keep one of the two) "
        "[contract.duplicate_target]");
  CHECK(fault(targets + "<target due=\"2026-06-30\" value=\"46\"/>") ==
        "error: line 5 gives a target already, and a target with a due date is the only one of "
        "its indicator (keep the due date, or give one target for each year) "
        "[contract.mixed_targets]");
}

TEST_CASE("targets: a last contract year that is cut short is part of the one before") {
  const std::string text =
      replaced(contract_with(indicator("1.a",
                                       "<target contract-year=\"1\" value=\"40\"/>"
                                       "<target contract-year=\"2\" value=\"45\"/>"
                                       "<target contract-year=\"3\" value=\"50\"/>")),
               "start=\"2024-01-01\"", "start=\"2024-03-01\"");
  CHECK(faults_of_contract(text) ==
        Faults{"c.xml:5:119: error: there is no contract year 3 (the last months, up to "
               "2026-12-31, belong to contract year 2) [contract.unknown_contract_year]"});
}

TEST_CASE("targets: a target, observed only and pending contradict each other") {
  const std::string remedy =
      " (in one year an indicator has a target, or is observed only, or "
      "waits for its target) [contract.contradiction]";
  CHECK(fault(targets + "<observed-only from=\"2026\"/>") ==
        "error: line 5 says something else of 2026" + remedy);
  CHECK(fault("<observed-only to=\"2025\"/><target-pending from=\"2025\"/>") ==
        "error: line 5 says something else of 2025" + remedy);
}

TEST_CASE("targets: a corridor has two bounds, anything else a value") {
  const std::string rest =
      "<target year=\"2025\" minimum=\"1\" maximum=\"2\"/>"
      "<target year=\"2026\" minimum=\"1\" maximum=\"2\"/>";
  CHECK(fault("<target year=\"2024\" minimum=\"80\" maximum=\"80\"/>" + rest, "1.b") == "0 faults");
  CHECK(fault("<target year=\"2024\" value=\"80\"/>" + rest, "1.b") ==
        "error: the indicator \"1.b\" is to stay in a corridor: its target is two bounds, not a "
        "value (write minimum=\"…\" maximum=\"…\") [contract.corridor_value]");
  CHECK(fault("<target year=\"2024\" maximum=\"80\"/>" + rest, "1.b") ==
        "error: a corridor needs both a minimum and a maximum (write minimum=\"…\" "
        "maximum=\"…\") [contract.corridor_bounds]");
  CHECK(fault("<target year=\"2024\" minimum=\"90\" maximum=\"80\"/>" + rest, "1.b") ==
        "error: the minimum 90 is greater than the maximum 80 (exchange them, or correct one) "
        "[contract.bounds_reversed]");
  CHECK(fault(replaced(targets, "value=\"40\"", "minimum=\"40\"")) ==
        "error: only an indicator with the direction \"corridor\" has bounds for target; that of "
        "\"1.a\" is \"higher\" (write value=\"…\") [contract.bounds_without_corridor]");
  CHECK(fault(replaced(targets, " value=\"40\"", "")) ==
        "error: the target has no value (write value=\"…\", or minimum=\"…\" maximum=\"…\") "
        "[contract.target_without_value]");
}

TEST_CASE("targets: values that the indicator can have") {
  CHECK(fault(replaced(targets, "\"40\"", "\"140\"")) ==
        "error: 140 is more than 100, the greatest value of the indicator \"1.a\" (correct the "
        "value, or the bounds of the indicator) [contract.value_out_of_bounds]");
  CHECK(fault(replaced(targets, "\"40\"", "\"-1\"")) ==
        "error: -1 is less than 0, the least value of the indicator \"1.a\" (correct the value, "
        "or the bounds of the indicator) [contract.value_out_of_bounds]");
  CHECK(fault(replaced(targets, "\"40\"", "\"yes\"")) ==
        "error: \"yes\" is no value of the indicator \"1.a\", whose unit is \"percent\" (write a "
        "number) [contract.value_of_unit]");
  CHECK(fault("<target due=\"2026-06-30\" value=\"2\"/>", "1.c") ==
        "error: \"2\" is no value of the indicator \"1.c\", whose unit is \"yes_no\" (write "
        "\"yes\" or \"no\") [contract.value_of_unit]");
}

TEST_CASE("targets: one finer than the indicator is a warning") {
  CHECK(fault(replaced(targets, "\"40\"", "\"40.25\"")) ==
        "warning: the target 40.25 is finer than the values of the indicator \"1.a\", which are "
        "rounded to 1 decimal (round the target, or give the indicator more decimals) "
        "[contract.target_decimals]");
  CHECK(fault(replaced(targets, "\"40\"", "\"40.20\"")) == "0 faults");
}

TEST_CASE("targets: a baseline has a value, or numerator and denominator") {
  const std::string code = " [contract.baseline_incomplete]";
  CHECK(fault("<baseline numerator=\"1\"/>" + targets) ==
        "error: the baseline has a numerator and no denominator (add the denominator, or give the "
        "value instead)" +
            code);
  CHECK(fault("<baseline denominator=\"1\"/>" + targets) ==
        "error: the baseline has a denominator and no numerator (add the numerator, or give the "
        "value instead)" +
            code);
  CHECK(fault("<baseline date=\"2023-12-31\"/>" + targets) ==
        "error: the baseline has no value (write value=\"…\", or numerator=\"…\" "
        "denominator=\"…\")" +
            code);
  CHECK(fault("<baseline value=\"1\"/><baseline value=\"2\"/>" + targets) ==
        "error: line 5 gives a baseline already (keep one of the two) "
        "[contract.duplicate_baseline]");
}

// --- Every year has its target ------------------------------------------------------------

TEST_CASE("targets: the years without are listed at the indicator") {
  CHECK(
      faults_of_contract(contract_with(indicator("1.a", "<target year=\"2025\" value=\"1\"/>"))) ==
      Faults{"c.xml:5:13: error: the indicator \"1.a\" has no target for 2024, 2026 (add the "
             "targets, or say <observed-only/> or <target-pending/>) [contract.target_missing]"});
}

TEST_CASE("targets: each strand needs its own") {
  CHECK(
      fault("<target year=\"2024\" value=\"1\" strand=\"reunion\"/><observed-only from=\"2025\"/>",
            "1.a", two_strands) ==
      "error: the indicator \"1.a\" has no target for 2024 in the strand \"mayotte\" (add the "
      "targets, or say <observed-only/> or <target-pending/>) [contract.target_missing]");
  CHECK(fault("", "1.a", two_strands) == "2 faults");
}

TEST_CASE("targets: none is needed where the indicator does not apply") {
  CHECK(fault("", "1.e") == "0 faults");
  CHECK(fault("", "2.a") == "0 faults");
  const std::string mayotte_only =
      "<strands><strand id=\"m\" label=\"M\" region=\"06\"/><strand id=\"b\" "
      "label=\"B\"/></strands>";
  CHECK(fault("", "2.a", mayotte_only) ==
        "error: the indicator \"2.a\" has no target for 2025, 2026 in the strand \"m\" (add the "
        "targets, or say <observed-only/> or <target-pending/>) [contract.target_missing]");
}

TEST_CASE("targets: a target of a context indicator is a warning") {
  CHECK(fault("<target year=\"2024\" value=\"1\"/>", "1.e") ==
        "warning: the indicator \"1.e\" is shown for context: its target will not be judged "
        "(remove the target, or choose another indicator) [contract.context_target]");
}

TEST_CASE("targets: a fault in a target or strand does not make others missing") {
  CHECK(fault(replaced(targets, "year=\"2025\"", "year=\"2O25\"")).ends_with("[xml.wrong_type]"));
  CHECK(fault(replaced(targets, "year=\"2025\"", "yaer=\"2025\""))
            .ends_with("[xml.unknown_attribute]"));
  CHECK(fault(replaced(targets, "year=\"2025\"", "year=\"2052\""))
            .ends_with("[contract.target_outside_period]"));
  CHECK(fault(replaced(targets, "<target ", "<targte ")).ends_with("[xml.unknown_element]"));
  CHECK(fault(replaced(targets, "value=\"40\"", "value=\"40\" strand=\"mayote\""), "1.a",
              two_strands) ==
        "error: there is no strand \"mayote\" in this contract (did you mean \"mayotte\"?) "
        "[contract.unknown_strand]");
}
