#include "xml/model_parts.hpp"

namespace cpom::xml {

std::vector<model::Role> read_roles(const Element& list) {
  std::vector<model::Role> roles;
  Declared ids;
  for (const Element& element : list.children("role")) {
    ids.add(element, "id", "model.duplicate_id");
    roles.push_back({element.text("id"), element.text("label"),
                     element.word<model::Side>("side").value_or(model::Side::region),
                     element.word<model::RoleScope>("per").value_or(model::RoleScope::contract),
                     element.where()});
  }
  return roles;
}

std::vector<model::EngagementOutcome> read_engagement_outcomes(const Element& list) {
  std::vector<model::EngagementOutcome> outcomes;
  Declared ids;
  for (const Element& element : list.children("outcome")) {
    ids.add(element, "id", "model.duplicate_id");
    outcomes.push_back({element.text("id"), element.text("label"), element.where()});
  }
  return outcomes;
}

}  // namespace cpom::xml
