#include <algorithm>
#include <utility>

#include "xml/contract_reading.hpp"
#include "xml/hierarchy.hpp"

namespace cpom::xml {
namespace {

constexpr HierarchyCodes codes = {
    "contract.unknown_level",   "contract.unknown_objective", "contract.unknown_mission",
    "contract.objective_level", "contract.objective_cycle",   "contract.mission",
};

void declare(ContractReading& reading, const Element& element) {
  const model::Objective* known = reading.model.objective(element.text("id"));
  if (known == nullptr) {
    reading.objectives.add(element, "id", "contract.duplicate_objective");
    return;
  }
  element.error(
      "contract.objective_of_model", "id",
      message("\"{0}\" is the id of an objective of the model: \"{1}\"", known->id, known->label),
      message("take another id, or leave the objective to the model"));
}

model::Objective* find_objective(model::Contract& contract, std::string_view id) {
  for (model::Objective& objective : contract.objectives) {
    if (objective.id == id) return &objective;
  }
  return nullptr;
}

/// Of the days that \a choose finds on the way up from \a id, the one that \a better prefers.
template <class Choose, class Better>
std::optional<Date> on_the_way_up(const model::Contract& contract, std::string_view id,
                                  Choose choose, Better better) {
  std::optional<Date> chosen;
  const model::Objective* at = contract.objective(id);
  for (std::size_t steps = contract.objectives.size(); at != nullptr && steps > 0; --steps) {
    const std::optional<Date> day = choose(*at);
    if (day && (!chosen || better(*day, *chosen))) chosen = day;
    at = contract.objective(at->parent);
  }
  return chosen;
}

}  // namespace

void read_own_objectives(ContractReading& reading, const Element& root) {
  std::vector<model::Objective>& all = reading.contract.objectives;
  std::vector<Element> elements;
  for (const Element& element : root.child("objectives").children("objective")) {
    elements.push_back(element);
    all.push_back(read_objective(element));
  }
  for (const Element& amendment : root.child("amendments").children("amendment")) {
    for (const Element& element : amendment.children("add-objective")) {
      elements.push_back(element);
      all.push_back(read_objective(element));
      all.back().added_by = amendment.text("number");
      all.back().in_force_from = amendment.date("effective");
    }
  }
  for (const Element& element : elements) declare(reading, element);
  const Declared levels(reading.model.levels, &model::HierarchyLevel::id);
  check_hierarchy(elements, all, {levels, reading.objectives, reading.missions}, codes);
}

void read_end_of_objective(ContractReading& reading, const Element& element, const Origin& origin) {
  const std::string id = element.text("id");
  reading.objectives.check(element, "id", id, "contract.unknown_objective",
                           message("there is no objective \"{0}\"", id));
  model::Objective* objective = find_objective(reading.contract, id);
  if (objective == nullptr || !knows_last_day(element, origin)) return;
  if (objective->in_force_to) {
    return element.error(
        "contract.ended_twice", "id",
        message("amendment \"{0}\" ends the objective \"{1}\" already", objective->ended_by, id),
        message("keep one of the two"));
  }
  const model::Contract& contract = reading.contract;
  const Date last = element.date("on").value_or(day_before(origin.in_force));
  const Date first = objective->in_force_from.value_or(contract.start);
  if (reading.period_known && (last < first || last > contract.end)) {
    return element.error(
        "contract.end_outside_period", element.has("on") ? "on" : "",
        message("the objective \"{0}\" cannot be in force until {1}", id, last),
        message("it is in force from {0}, and the contract ends on {1}", first, contract.end));
  }
  objective->in_force_to = last;
  objective->ended_by = origin.amendment;
}

std::optional<Date> last_day_of(const model::Contract& contract, std::string_view objective) {
  return on_the_way_up(
      contract, objective, [](const model::Objective& at) { return at.in_force_to; },
      [](Date day, Date chosen) { return day < chosen; });
}

std::optional<Date> first_day_of(const model::Contract& contract, std::string_view objective) {
  return on_the_way_up(
      contract, objective, [](const model::Objective& at) { return at.in_force_from; },
      [](Date day, Date chosen) { return day > chosen; });
}

}  // namespace cpom::xml
