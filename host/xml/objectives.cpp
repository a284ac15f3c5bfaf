#include <iterator>
#include <utility>

#include "xml/definition.hpp"
#include "xml/hierarchy.hpp"
#include "xml/model_parts.hpp"

namespace cpom::xml {
namespace {

constexpr HierarchyCodes codes = {
    "model.unknown_level",   "model.unknown_objective", "model.unknown_mission",
    "model.objective_level", "model.objective_cycle",   "model.mission",
};

model::Objective read_whole(const Element& element) {
  model::Objective objective = read_objective(element);
  objective.lead_directorates = element.list("lead-directorate");
  objective.dialogues = element.list("dialogue");
  objective.category = element.text("category");
  objective.territory = element.text("territory");
  objective.groups = element.words("groups");
  objective.first_year = element.integer("from");
  objective.last_year = element.integer("to");
  return objective;
}

void check_surroundings(const Element& element, const model::Objective& objective,
                        const Names& names) {
  names.territories.check(element, "territory", objective.territory, "model.unknown_territory",
                          message("there is no territory \"{0}\"", objective.territory));
  for (const std::string& group : objective.groups) {
    names.groups.check(element, "groups", group, "model.unknown_group",
                       message("there is no group \"{0}\"", group));
  }
  check_years(element, objective.first_year, objective.last_year, "model.years_reversed");
}

}  // namespace

std::vector<model::Objective> read_objectives(const Element& list, Names& names,
                                              const std::vector<model::Objective>& known) {
  const std::vector<Element> elements = list.children("objective");
  std::vector<model::Objective> all = known;
  for (const Element& element : elements) {
    names.objectives.add(element, "id", "model.duplicate_id");
    all.push_back(read_whole(element));
  }
  check_hierarchy(elements, all, {names.levels, names.objectives, names.missions}, codes);
  std::vector<model::Objective> objectives(
      std::make_move_iterator(all.begin() + static_cast<std::ptrdiff_t>(known.size())),
      std::make_move_iterator(all.end()));
  for (std::size_t i = 0; i < elements.size(); ++i) {
    check_surroundings(elements[i], objectives[i], names);
  }
  return objectives;
}

}  // namespace cpom::xml
