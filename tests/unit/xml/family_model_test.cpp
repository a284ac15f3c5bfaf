// What a model of a family of establishments or coordination services says beside the catalogue.
#include "support/catch.hpp"
#include "unit/xml/family_model.hpp"

using namespace cpom;
using namespace cpom::test;

namespace {

std::string with(const std::string& what, const std::string& by) {
  return replaced(family_model, what, by);
}

std::string fault(const std::string& text) {
  const Faults faults = faults_of_model(text);
  if (faults.size() != 1) return std::to_string(faults.size()) + " faults";
  return faults[0].substr(faults[0].find(": ") + 2);
}

std::string severities(const std::string& content) {
  return with("</roles>", "</roles><severities>" + content + "</severities>");
}

std::string calendar(const std::string& steps) {
  return with("<roles>", "<calendar>" + steps + "</calendar><roles>");
}

}  // namespace

TEST_CASE("family model: missions, term, outcomes, roles") {
  const model::Model& model = read_family_model();
  REQUIRE(model.missions.size() == 2);
  CHECK(model.mission("bearer")->label == "Le porteur");
  CHECK(model.term_rule == "last");
  CHECK(model.engagement_outcome("removed")->label == "Suppression");
  REQUIRE(model.roles.size() == 3);
  CHECK(model.role("pilot")->side == model::Side::national);
  CHECK(model.role("leader")->side == model::Side::structure);
  CHECK(model.role("referent")->scope == model::RoleScope::objective);
  CHECK(model.role("referent")->label == "Référent");
  CHECK(read_small_model().term_rule.empty());
}

TEST_CASE("family model: missions are checked where they are named") {
  CHECK(fault(with("mission=\"service\" label", "mission=\"services\" label")) ==
        "error: there is no mission \"services\" (did you mean \"service\"?) "
        "[model.unknown_mission]");
  CHECK(fault(with("parent=\"A\" label=\"Un\"", "parent=\"A\" mission=\"bearer\" label=\"Un\"")) ==
        "error: the objective \"1\" is of the mission \"bearer\", and what is above it of "
        "\"service\" (leave out \"mission\": the one above holds) [model.mission]");
  CHECK(fault(with("<indicator code=\"1.b\"", "<indicator mission=\"bearer\" code=\"1.b\"")) ==
        "error: the indicator \"1.b\" is of the mission \"bearer\", and its objective of "
        "\"service\" (leave out \"mission\": that of the objective holds) [model.mission]");
  CHECK(fault(with("<mission id=\"bearer\"", "<mission id=\"service\"")) ==
        "error: \"service\" was already used in line 12 (give one of the two another name, or "
        "remove it) [model.duplicate_id]");
}

TEST_CASE("family model: its own words for outcomes") {
  const model::Model model =
      model_of(with("</statuses>",
                    "<outcome-label outcome=\"void\" label=\"Devenu Sans Objet\" "
                    "label-en=\"No longer relevant\"/></statuses>"));
  CHECK(model.outcome_labels.at("void").label == "Devenu Sans Objet");
  CHECK(model.outcome_labels.at("void").label_en == "No longer relevant");
  CHECK(fault(with("</statuses>", "<outcome-label outcome=\"vod\" label=\"x\"/></statuses>")) ==
        "error: outcome=\"vod\" is not what the program calls an outcome without status (did you "
        "mean \"void\"?) [xml.wrong_type]");
  CHECK(fault(with("</statuses>",
                   "<outcome-label outcome=\"void\" label=\"x\"/>"
                   "<outcome-label outcome=\"void\" label=\"y\"/></statuses>")) ==
        "error: \"void\" was already used in line 8 (give one of the two another name, or remove "
        "it) [model.duplicate_outcome_label]");
}

TEST_CASE("family model: ids of roles and outcomes stand once, sides are known") {
  CHECK(fault(with("role id=\"leader\"", "role id=\"pilot\"")).ends_with("[model.duplicate_id]"));
  CHECK(fault(with("outcome id=\"removed\"", "outcome id=\"renewed\""))
            .ends_with("[model.duplicate_id]"));
  CHECK(fault(with("side=\"national\"", "side=\"nation\"")) ==
        "error: side=\"nation\" is not a side of a contract (did you mean \"national\"?) "
        "[xml.wrong_type]");
  CHECK(fault(with("per=\"group\"", "per=\"groupe\"")) ==
        "error: per=\"groupe\" is not what a role is held for (did you mean \"group\"?) "
        "[xml.wrong_type]");
}

TEST_CASE("family model: steps for a territory, counted from events") {
  const model::Model model = model_of(calendar(
      "<step id=\"S1\" kind=\"relative\" label=\"S\" stated=\"s\" before=\"signature\" "
      "days=\"90\" territory=\"overseas\"/>"
      "<step id=\"S2\" kind=\"relative\" label=\"S\" stated=\"s\" event=\"mid_contract\"/>"
      "<step id=\"S3\" kind=\"relative\" label=\"S\" stated=\"s\" after=\"S2\" days=\"1\"/>"));
  CHECK(model.step("S1")->before == "signature");
  CHECK(model.step("S1")->territory == "overseas");
  CHECK(model.step("S2")->event == model::StepEvent::mid_contract);
  CHECK(fault(calendar("<step id=\"S\" kind=\"fact\" label=\"S\" stated=\"s\" "
                       "territory=\"oversea\"/>")) ==
        "error: there is no territory \"oversea\" (did you mean \"overseas\"?) "
        "[model.unknown_territory]");
  CHECK(fault(calendar("<step id=\"S\" kind=\"relative\" label=\"S\" stated=\"s\" "
                       "after=\"signatur\"/>")) ==
        "error: there is no step \"signatur\" (known: S) [model.unknown_step]");
  CHECK(fault(calendar("<step id=\"signature\" kind=\"fact\" label=\"S\" stated=\"s\"/>")) ==
        "error: \"signature\" is the name of an event of the contract (give the step another id) "
        "[model.reserved_step]");
}

TEST_CASE("family model: severities of faults after which a contract can be used") {
  const model::Model model =
      model_of(severities("<severity code=\"contract.signed_after_end\" level=\"warning\"/>"
                          "<severity code=\"contract.other_label\" level=\"error\"/>"));
  CHECK(model.severities.at("contract.signed_after_end") == Severity::warning);
  CHECK(model.severities.at("contract.other_label") == Severity::error);
  CHECK(fault(severities("<severity code=\"contract.other_lable\" level=\"error\"/>")) ==
        "error: the severity of \"contract.other_lable\" cannot be set: either there is no such "
        "fault, or a contract that has it cannot be used (did you mean \"contract.other_label\"?) "
        "[model.severity_code]");
  CHECK(fault(severities("<severity code=\"xml.empty\" level=\"warning\"/>")) ==
        "error: the severity of \"xml.empty\" cannot be set: either there is no such fault, or a "
        "contract that has it cannot be used (those that can be set: "
        "contract.amendment_before_signature, contract.conflicting_amendments, "
        "contract.other_label, contract.outside_model, contract.retroactive_target, "
        "contract.signed_after_end, contract.strand_without_values, contract.target_missing, "
        "indicator.count_decimals, indicator.percent_bounds, package.applies_nowhere, "
        "parameter.fraction, parameter.outside_bounds, parameter.overridden, parameter.unused, "
        "rule.fraction, rule.no_reason, rule.no_result, rule.outside_bounds, rule.overridden, "
        "rule.status_never, rule.unreachable, rule.unused, rule.unused_input) "
        "[model.severity_code]");
  CHECK(fault(severities("<severity code=\"contract.other_label\" level=\"error\"/>"
                         "<severity code=\"contract.other_label\" level=\"error\"/>"))
            .ends_with("[model.duplicate_id]"));
}

TEST_CASE("family model: a target set when its year was over may be an error") {
  const model::Model model =
      model_of(severities("<severity code=\"contract.retroactive_target\" level=\"error\"/>"));
  const Faults faults = faults_on(
      model, contract_with(followed,
                           "<amendments><amendment number=\"1\" signed=\"2025-01-15\" "
                           "effective=\"2025-06-01\"><set-target indicator=\"1.a\" year=\"2024\" "
                           "value=\"41\"/></amendment></amendments>"));
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].ends_with(
      "error: the target for 2024 is set on 2025-06-01, after that year was over (say why in a "
      "decision, or check \"year\") [contract.retroactive_target]"));
}

TEST_CASE("family model: a fault that it calls a warning leaves the contract usable") {
  const std::string odd = replaced(contract_with("<indicator code=\"1.a\" label=\"Autre\"/>"),
                                   " start", " signed=\"2027-02-01\" start");
  const auto codes = [&](const model::Model& model, bool& usable) {
    Diagnostics found;
    usable = xml::read_contract(odd, "c.xml", model, found).has_value();
    std::string text;
    for (const Diagnostic& fault : found.all()) {
      text += std::string(text.empty() ? "" : " ") + std::string(code_of(fault.severity)) + ":" +
              fault.code;
    }
    return text;
  };
  bool usable = false;
  CHECK(codes(read_family_model(), usable) ==
        "error:contract.signed_after_end error:contract.target_missing error:contract.other_label");
  CHECK_FALSE(usable);
  const model::Model lenient =
      model_of(severities("<severity code=\"contract.signed_after_end\" level=\"warning\"/>"
                          "<severity code=\"contract.target_missing\" level=\"warning\"/>"
                          "<severity code=\"contract.other_label\" level=\"warning\"/>"));
  CHECK(codes(lenient, usable) ==
        "warning:contract.signed_after_end warning:contract.target_missing "
        "warning:contract.other_label");
  CHECK(usable);
}
