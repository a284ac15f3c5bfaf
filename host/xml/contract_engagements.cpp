#include <utility>

#include "xml/contract_reading.hpp"

namespace cpom::xml {
namespace {

void read_outcome(const ContractReading& reading, const Element& element,
                  model::Engagement& engagement) {
  if (!element.exists()) return;
  engagement.outcome = element.text("id");
  engagement.outcome_date = element.date("date");
  engagement.outcome_role = element.text("role");
  engagement.outcome_reason = element.content();
  const Declared outcomes(reading.model.engagement_outcomes, &model::EngagementOutcome::id);
  outcomes.check(element, "id", engagement.outcome, "contract.unknown_outcome",
                 message("the model proposes no \"{0}\" for engagements", engagement.outcome));
}

model::Engagement read_engagement(const ContractReading& reading, const Element& element) {
  model::Engagement engagement;
  engagement.id = element.text("id");
  engagement.objective = element.text("objective");
  engagement.strand = read_strand(reading, element).value_or("");
  engagement.site = element.text("site");
  engagement.orientation = element.text("orientation");
  engagement.former_annex = element.text("former-annex");
  engagement.indicators = element.words("indicators");
  for (const Element& child : element.children("diagnosis")) {
    engagement.diagnoses.push_back(
        {child.word<model::DiagnosisAuthor>("by").value_or(model::DiagnosisAuthor::shared),
         child.date("date"), child.content(), child.where()});
  }
  read_outcome(reading, element.child("outcome"), engagement);
  engagement.where = element.where();
  return engagement;
}

void check_indicators(ContractReading& reading, const Element& element,
                      const std::vector<std::string>& indicators) {
  Declared seen;
  for (const std::string& code : indicators) {
    find_followed(reading, element, "indicators", code);
    if (seen.declare(code, element.where())) continue;
    element.error("contract.duplicate_indicator", "indicators",
                  message("the engagement names the indicator \"{0}\" twice", code),
                  message("keep one of the two"));
  }
}

}  // namespace

void read_actions(ContractReading& reading, const Element& actions) {
  Declared ids;
  for (const Element& element : actions.children("action")) {
    ids.add(element, "id", "contract.duplicate_action");
    check_objective(reading, element);
    reading.contract.actions.push_back(
        {element.text("id"), element.text("objective"), element.text("label"),
         element.word<model::Advance>("progress"), element.text("note"), element.where()});
  }
}

void read_engagements(ContractReading& reading, const Element& engagements) {
  for (const Element& element : engagements.children("engagement")) {
    reading.engagements.add(element, "id", "contract.duplicate_engagement");
    model::Engagement engagement = read_engagement(reading, element);
    check_objective(reading, element);
    check_site(reading, element);
    check_indicators(reading, element, engagement.indicators);
    reading.groups.check(element, "former-annex", engagement.former_annex, "contract.unknown_group",
                         message("there is no group \"{0}\"", engagement.former_annex));
    reading.contract.engagements.push_back(std::move(engagement));
  }
}

}  // namespace cpom::xml
