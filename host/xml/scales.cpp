#include <algorithm>

#include "xml/model_parts.hpp"

namespace cpom::xml {
namespace {

/// A status of that name could not be told in reports from the outcome that is called so.
bool is_reserved(const std::string& id) {
  const std::vector<std::string>& outcomes = model::unjudged_outcomes();
  return id == "classified" || std::find(outcomes.begin(), outcomes.end(), id) != outcomes.end();
}

}  // namespace

std::vector<model::Status> read_statuses(const Element& list) {
  std::vector<model::Status> statuses;
  Declared ids;
  for (const Element& element : list.children("status")) {
    const std::string id = element.text("id");
    if (is_reserved(id)) {
      element.error("model.reserved_status", "id",
                    message("\"{0}\" is what the program calls an outcome without status", id),
                    message("give the status another id"));
    }
    ids.add(element, "id", "model.duplicate_id");
    statuses.push_back({id, element.text("label"), element.text("label-en"), element.text("symbol"),
                        element.word<model::Tone>("tone").value_or(model::Tone::neutral),
                        element.decimal("points"), element.has("assumes"), element.where()});
  }
  return statuses;
}

std::map<std::string, model::OutcomeLabel, std::less<>> read_outcome_labels(const Element& list) {
  std::map<std::string, model::OutcomeLabel, std::less<>> labels;
  Declared outcomes;
  for (const Element& element : list.children("outcome-label")) {
    if (!outcomes.add(element, "outcome", "model.duplicate_outcome_label")) continue;
    labels[element.text("outcome")] = {element.text("label"), element.text("label-en")};
  }
  return labels;
}

std::vector<model::Weather> read_weathers(const Element& list) {
  std::vector<model::Weather> weathers;
  Declared ids;
  for (const Element& element : list.children("weather")) {
    ids.add(element, "id", "model.duplicate_id");
    weathers.push_back({element.text("id"), element.text("label"), element.text("label-en"),
                        element.text("symbol"),
                        element.word<model::Tone>("tone").value_or(model::Tone::neutral),
                        element.has("assumes"), element.where()});
  }
  return weathers;
}

}  // namespace cpom::xml
