#include "xml/model_parts.hpp"

namespace cpom::xml {

Names::Names(const model::Model& model)
    : levels(model.levels, &model::HierarchyLevel::id),
      territories(model.territories, &model::Territory::id),
      missions(model.missions, &model::Mission::id, &model::Mission::where),
      objectives(model.objectives, &model::Objective::id, &model::Objective::where),
      groups(model.groups, &model::Group::id, &model::Group::where),
      indicators(model.indicators, &model::Indicator::code, &model::Indicator::where),
      steps(model.calendar, &model::Step::id, &model::Step::where) {}

std::vector<model::HierarchyLevel> read_levels(const Element& list, Names& names) {
  std::vector<model::HierarchyLevel> levels;
  for (const Element& element : list.children("level")) {
    names.levels.add(element, "id", "model.duplicate_id");
    levels.push_back({element.text("id"), element.text("label")});
  }
  return levels;
}

std::vector<model::Territory> read_territories(const Element& list, Names& names) {
  std::vector<model::Territory> territories;
  for (const Element& element : list.children("territory")) {
    names.territories.add(element, "id", "model.duplicate_id");
    territories.push_back({element.text("id"), element.text("label"), element.words("regions")});
  }
  return territories;
}

std::vector<model::Mission> read_missions(const Element& list, Names& names) {
  std::vector<model::Mission> missions;
  for (const Element& element : list.children("mission")) {
    names.missions.add(element, "id", "model.duplicate_id");
    missions.push_back({element.text("id"), element.text("label"), element.where()});
  }
  return missions;
}

std::vector<model::Group> read_groups(const Element& list, Names& names) {
  std::vector<model::Group> groups;
  for (const Element& element : list.children("group")) {
    names.groups.add(element, "id", "model.duplicate_id");
    groups.push_back({element.text("id"), element.text("label"), element.where()});
  }
  return groups;
}

}  // namespace cpom::xml
