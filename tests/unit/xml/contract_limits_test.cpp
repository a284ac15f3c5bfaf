// What a model asks of its contracts, counted when a contract is read.
#include "support/catch.hpp"
#include "unit/xml/documents.hpp"

using namespace cpom;
using namespace cpom::test;

namespace {

std::string model_with(const std::string& limit) {
  return replaced(small_model, "</model>", "<limits>" + limit + "</limits></model>");
}

std::string limit(const std::string& on, const std::string& bound) {
  return "<limit on=\"" + on + "\" " + bound + " severity=\"error\" text=\"Règle\"/>";
}

/// What is said of a contract on the small model with that limit; empty for nothing.
std::string fault(const std::string& limit, const std::string& contract) {
  Diagnostics found;
  const auto model = xml::read_model(model_with(limit), "m.xml", found);
  for (const std::string& line : said(found)) UNSCOPED_INFO(line);
  REQUIRE(model);
  xml::read_contract(contract, "c.xml", *model, found);
  if (found.empty()) return "";
  if (found.all().size() > 1) return std::to_string(found.all().size()) + " faults";
  return said(found)[0];
}

/// The one fault of the model with that limit.
std::string model_fault(const std::string& limit) {
  const Faults faults = faults_of_model(model_with(limit));
  if (faults.size() != 1) return std::to_string(faults.size()) + " faults";
  return faults[0].substr(faults[0].find(": ") + 2);
}

const std::string observed = "<indicator code=\"1.c\"><observed-only/></indicator>";
const std::string pending = "<indicator code=\"2.b\"><target-pending/></indicator>";
const std::string context = "<indicator code=\"1.e\"/>";
const std::string all_kinds = followed + observed + pending + context;

}  // namespace

TEST_CASE("limits: says what was counted, what is asked, the rule, and where") {
  CHECK(fault("<limit on=\"indicators\" minimum=\"2\" maximum=\"4\" severity=\"warning\" "
              "text=\"Deux à quatre.\" source=\"Note, II\"/>",
              contract_with(followed)) ==
        "c.xml:5:1: warning: indicators, without those of context: the contract has 1, the model "
        "asks for 2 to 4 (the model says: Deux à quatre. (Note, II)) [contract.limit]");
  CHECK(fault(limit("indicators", "exactly=\"2\""), contract_with(followed)) ==
        "c.xml:5:1: error: indicators, without those of context: the contract has 1, the model "
        "asks for exactly 2 (the model says: Règle) [contract.limit]");
}

TEST_CASE("limits: indicators and objectives as signed, without context") {
  CHECK(fault(limit("indicators", "exactly=\"3\""), contract_with(all_kinds)).empty());
  CHECK(fault(limit("objectives", "exactly=\"2\""), contract_with(all_kinds)).empty());
  const std::string amended = contract_with(
      followed,
      "<amendments><amendment number=\"1\" signed=\"2024-05-01\" effective=\"2024-06-01\">"
      "<add-indicator code=\"1.c\"><observed-only/></add-indicator></amendment></amendments>");
  CHECK(fault(limit("indicators", "maximum=\"1\""), amended).empty());
}

TEST_CASE("limits: with a target, pending and observed for a year add up to the indicators") {
  for (const char* subject : {"with_target", "target_pending", "observed_only"}) {
    INFO(subject);
    CHECK(fault(limit(subject, "year=\"2024\" exactly=\"1\""), contract_with(all_kinds)).empty());
    CHECK_FALSE(
        fault(limit(subject, "year=\"2024\" exactly=\"2\""), contract_with(all_kinds)).empty());
  }
}

TEST_CASE("limits: an indicator whose strands differ counts once, with a target") {
  const std::string strands = contract_with(
      "<indicator code=\"1.a\"><target strand=\"reunion\" year=\"2024\" value=\"4\"/>"
      "<observed-only strand=\"reunion\" from=\"2025\"/><observed-only strand=\"mayotte\"/>"
      "</indicator>",
      "", two_strands);
  CHECK(fault(limit("with_target", "year=\"2024\" exactly=\"1\""), strands).empty());
  CHECK(fault(limit("observed_only", "year=\"2024\" exactly=\"0\""), strands).empty());
  CHECK(fault(limit("strands", "exactly=\"2\""), strands).empty());
}

TEST_CASE("limits: a target that an amendment brings was not signed") {
  const std::string amended = contract_with(
      "<indicator code=\"1.a\"><target-pending/></indicator>",
      "<amendments><amendment number=\"1\" signed=\"2024-05-01\" effective=\"2024-06-01\">"
      "<set-target indicator=\"1.a\" year=\"2024\" value=\"4\"/></amendment></amendments>");
  CHECK(fault(limit("target_pending", "year=\"2024\" exactly=\"1\""), amended).empty());
  CHECK(fault(limit("with_target", "year=\"2024\" exactly=\"0\""), amended).empty());
}

TEST_CASE("limits: duration and parties") {
  CHECK(fault(limit("duration_years", "maximum=\"3\""), contract_with(followed)).empty());
  CHECK(fault(limit("duration_years", "maximum=\"2\""), contract_with(followed)) ==
        "c.xml:1:67: error: contract years, whole or begun: the contract has 3, the model asks "
        "for at most 2 (the model says: Règle) [contract.limit]");
  CHECK(fault(limit("agency_parties", "exactly=\"1\""), contract_with(followed)).empty());
  CHECK(fault(limit("establishment_parties", "minimum=\"1\""), contract_with(followed)) ==
        "c.xml:2:1: error: establishments among the parties: the contract has 0, the model asks "
        "for at least 1 (the model says: Règle) [contract.limit]");
  CHECK(fault(limit("strands", "exactly=\"0\""), contract_with(followed)).empty());
}

TEST_CASE("limits: not counted where the contract has another fault, nor outside its years") {
  CHECK(fault(limit("indicators", "exactly=\"2\""),
              contract_with(followed + "<indicator code=\"9.z\"><observed-only/></indicator>"))
            .find("contract.unknown_indicator") != std::string::npos);
  CHECK(
      fault(limit("with_target", "year=\"2019\" exactly=\"9\""), contract_with(followed)).empty());
}

TEST_CASE("limits: a limit of a model has one kind of number, and a year where it may") {
  const std::string bounds =
      " (give either exactly=\"…\", or minimum=\"…\" or maximum=\"…\" or both) "
      "[model.limit_bounds]";
  CHECK(model_fault(limit("indicators", "")) == "error: the limit has no number" + bounds);
  CHECK(model_fault(limit("indicators", "exactly=\"1\" maximum=\"2\"")) ==
        "error: the limit has two kinds of number" + bounds);
  CHECK(model_fault(limit("indicators", "minimum=\"3\" maximum=\"2\"")) ==
        "error: the minimum 3 is greater than the maximum 2 (exchange them, or correct one) "
        "[model.limit_bounds]");
  CHECK(model_fault(limit("strands", "year=\"2024\" exactly=\"1\"")) ==
        "error: \"strands\" is not counted for a year (remove \"year\") [model.limit_year]");
  CHECK(model_fault(limit("indicator", "exactly=\"1\"")) ==
        "error: on=\"indicator\" is not something that a limit can count (did you mean "
        "\"indicators\"?) [xml.wrong_type]");
}

TEST_CASE("limits: without a year, each year of the contract is counted") {
  const std::string contract =
      contract_with(followed +
                    "<indicator code=\"1.c\"><observed-only from=\"2025\" to=\"2025\"/>"
                    "<target-pending from=\"2024\" to=\"2024\"/>"
                    "<target year=\"2026\" value=\"yes\"/></indicator>");
  CHECK(fault(limit("observed_only", "maximum=\"0\""), contract) ==
        "c.xml:5:1: error: indicators only observed in 2025: the contract has 1, the model asks "
        "for at most 0 (the model says: Règle) [contract.limit]");
  CHECK(fault(limit("with_target", "exactly=\"2\""), contract) == "2 faults");
}

TEST_CASE("limits: indicators and weights in each objective") {
  CHECK(fault(limit("indicators_per_objective", "minimum=\"1\" maximum=\"2\""),
              contract_with(all_kinds))
            .empty());
  CHECK(fault(limit("indicators_per_objective", "maximum=\"1\""), contract_with(all_kinds)) ==
        "c.xml:5:1: error: indicators of the objective \"1\": the contract has 2, the model asks "
        "for at most 1 (the model says: Règle) [contract.limit]");
  CHECK(fault(limit("weight_sum", "exactly=\"3\""), contract_with(followed + observed)).empty());
  CHECK(fault(limit("weight_sum", "exactly=\"3\""), contract_with(followed)) ==
        "c.xml:5:1: error: the sum of the weights of the indicators of the objective \"1\": the "
        "contract has 2, the model asks for exactly 3 (the model says: Règle) [contract.limit]");
}

TEST_CASE("limits: sums of weights that a computer cannot tell from the right one are right") {
  std::string indicators;
  for (const char* weight : {"25.1", "39.2", "35.7"}) {
    indicators += "<added-indicator code=\"X" + std::string(weight) +
                  "\" objective=\"2\" label=\"X\" form=\"count\" unit=\"count\" decimals=\"0\" "
                  "direction=\"higher\" weight=\"" +
                  weight + "\"><observed-only/></added-indicator>";
  }
  CHECK(fault(limit("weight_sum", "exactly=\"100\""), contract_with(indicators)).empty());
}

TEST_CASE("limits: common indicators with a target in any year") {
  CHECK(fault(limit("common_with_target", "minimum=\"1\""), contract_with(all_kinds)).empty());
  CHECK(fault(limit("common_with_target", "minimum=\"2\""), contract_with(all_kinds)) ==
        "c.xml:5:1: error: common indicators with a target: the contract has 1, the model asks for "
        "at least 2 (the model says: Règle) [contract.limit]");
}

TEST_CASE("limits: for one strand, in contracts that have it") {
  const std::string strands = contract_with(
      "<indicator code=\"1.a\"><target strand=\"reunion\" year=\"2024\" value=\"4\"/>"
      "<observed-only strand=\"reunion\" from=\"2025\"/><observed-only strand=\"mayotte\"/>"
      "</indicator><indicator code=\"1.c\"><observed-only/></indicator>",
      "", two_strands);
  CHECK(fault(limit("with_target", "strand=\"mayotte\" year=\"2024\" exactly=\"1\""), strands) ==
        "c.xml:5:1: error: indicators with a target for 2024: the strand \"mayotte\" has 0, the "
        "model asks for exactly 1 (the model says: Règle) [contract.limit]");
  CHECK(fault(limit("observed_only", "strand=\"mayotte\" year=\"2024\" exactly=\"2\""), strands)
            .empty());
  CHECK(
      fault(limit("with_target", "strand=\"corse\" year=\"2024\" exactly=\"9\""), strands).empty());
  CHECK(model_fault(limit("agency_parties", "strand=\"mayotte\" exactly=\"1\"")) ==
        "error: \"agency_parties\" is not counted for a strand (remove \"strand\") "
        "[model.limit_strand]");
}

TEST_CASE("limits: duration counts a short last year as a whole one") {
  const std::string short_end = replaced(contract_with(followed), "2024-01-01", "2024-03-01");
  CHECK(fault(limit("duration_years", "exactly=\"3\""), short_end).empty());
}

TEST_CASE("limits: objectives of engagements, and those that the contract writes, count too") {
  const auto with = [](const std::string& objectives, const std::string& after) {
    return contract_with(followed, after, "<objectives>" + objectives + "</objectives>");
  };
  const auto own = [](const std::string& id, const std::string& level, const std::string& parent) {
    return "<objective id=\"" + id + "\" level=\"" + level + "\" label=\"O\"" +
           (parent.empty() ? "" : " parent=\"" + parent + "\"") + "/>";
  };
  const auto engagements = [](const std::string& id) {
    return "<engagements><engagement id=\"E\" objective=\"" + id + "\"/></engagements>";
  };
  const auto exactly = [](int number) {
    return limit("objectives", "exactly=\"" + std::to_string(number) + "\"");
  };
  CHECK(fault(exactly(1), contract_with(followed)).empty());
  CHECK(fault(exactly(1), contract_with(followed, engagements("1"))).empty());
  CHECK(fault(exactly(2), contract_with(followed, engagements("2"))).empty());
  CHECK(fault(exactly(2), with(own("C", "objective", ""), "")).empty());
  CHECK(fault(exactly(3), with(own("C", "objective", ""), engagements("2"))).empty());
  CHECK(fault(exactly(2), with(own("B", "axis", "") + own("C", "objective", "B"), "")).empty());
  const std::string amended =
      "<amendments><amendment number=\"1\" signed=\"2024-05-01\" effective=\"2024-06-01\">"
      "<add-objective id=\"D\" level=\"objective\" parent=\"B\" label=\"O\"/>"
      "</amendment></amendments>";
  CHECK(fault(exactly(2), with(own("B", "axis", ""), amended)).empty());
  CHECK(fault(limit("objectives", "maximum=\"1\""), contract_with(followed, engagements("2"))) ==
        "c.xml:5:1: error: objectives with an indicator or an engagement, or of the contract's "
        "own: the contract has 2, the model asks for at most 1 (the model says: Règle) "
        "[contract.limit]");
}
