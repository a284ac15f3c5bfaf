#include "xml/hierarchy.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace cpom::xml {
namespace {

class HierarchyCheck {
 public:
  HierarchyCheck(const std::vector<model::Objective>& objectives, const HierarchyNames& names,
                 const HierarchyCodes& codes)
      : objectives_(objectives), names_(names), codes_(codes) {}

  void check_cycles(const std::vector<Element>& elements, std::size_t first);
  void check(const Element& element, const model::Objective& objective) const;

 private:
  std::size_t depth(const std::string& level) const;
  void check_level(const Element& element, const model::Objective& objective,
                   const model::Objective& parent) const;
  void check_mission(const Element& element, const model::Objective& objective) const;

  const std::vector<model::Objective>& objectives_;
  const HierarchyNames& names_;
  const HierarchyCodes& codes_;
  std::set<std::string> cyclic_;
};

/// Reports each cycle once. Walks up from every objective to one that was seen before.
void HierarchyCheck::check_cycles(const std::vector<Element>& elements, std::size_t first) {
  std::map<std::string, std::size_t> walk_of;
  std::map<std::string, std::string> parent_of;
  for (const model::Objective& objective : objectives_) {
    if (!objective.id.empty()) parent_of.emplace(objective.id, objective.parent);
  }
  for (std::size_t walk = 0; walk < elements.size(); ++walk) {
    const std::string& start_id = objectives_[first + walk].id;
    std::vector<std::string> path;
    std::string id = start_id;
    while (parent_of.contains(id) && walk_of.emplace(id, walk).second) {
      path.push_back(id);
      id = parent_of[id];
    }
    const auto start = std::find(path.begin(), path.end(), id);
    if (start == path.end()) continue;
    std::string cycle;
    for (auto step = start; step != path.end(); ++step) cycle += *step + " → ";
    cyclic_.insert(start, path.end());
    elements[walk].error(
        codes_.cycle, "parent",
        message("the parents of objective \"{0}\" go in a circle: {1}", start_id, cycle + id),
        message("leave out \"parent\" at the top of the hierarchy"));
  }
}

void HierarchyCheck::check(const Element& element, const model::Objective& objective) const {
  names_.levels.check(element, "level", objective.level, codes_.unknown_level,
                      message("there is no level \"{0}\"", objective.level));
  names_.objectives.check(element, "parent", objective.parent, codes_.unknown_objective,
                          message("there is no objective \"{0}\"", objective.parent));
  names_.missions.check(element, "mission", objective.mission, codes_.unknown_mission,
                        message("there is no mission \"{0}\"", objective.mission));
  const model::Objective* parent = model::find_objective(objectives_, objective.parent);
  const bool comparable = !objective.parent.empty() && parent != nullptr && element.intact() &&
                          !cyclic_.contains(objective.id);
  if (!comparable) return;
  check_level(element, objective, *parent);
  check_mission(element, objective);
}

/// Place of \a level in the hierarchy, 0 at the top; that of the lowest for an unknown one.
std::size_t HierarchyCheck::depth(const std::string& level) const {
  const auto& levels = names_.levels.names();
  return static_cast<std::size_t>(std::find(levels.begin(), levels.end(), level) - levels.begin());
}

void HierarchyCheck::check_level(const Element& element, const model::Objective& objective,
                                 const model::Objective& parent) const {
  const bool known =
      names_.levels.contains(objective.level) && names_.levels.contains(parent.level);
  if (!known || depth(parent.level) < depth(objective.level)) return;
  element.error(codes_.level, "parent",
                message("the parent \"{0}\" is of the level \"{1}\", which is not above \"{2}\"",
                        parent.id, parent.level, objective.level),
                message("levels go from the highest to the lowest, as <levels> lists them"));
}

void HierarchyCheck::check_mission(const Element& element,
                                   const model::Objective& objective) const {
  const std::string above = model::mission_of(objectives_, objective.parent);
  const bool known = names_.missions.contains(above) && names_.missions.contains(objective.mission);
  if (!known || above == objective.mission) return;
  element.error(codes_.mission, "mission",
                message("the objective \"{0}\" is of the mission \"{1}\", and what is above it of "
                        "\"{2}\"",
                        objective.id, objective.mission, above),
                message("leave out \"mission\": the one above holds"));
}

}  // namespace

model::Objective read_objective(const Element& element) {
  model::Objective objective;
  objective.id = element.text("id");
  objective.label = element.text("label");
  objective.level = element.text("level");
  objective.parent = element.text("parent");
  objective.mission = element.text("mission");
  objective.where = element.where();
  return objective;
}

void check_hierarchy(const std::vector<Element>& elements,
                     const std::vector<model::Objective>& objectives, const HierarchyNames& names,
                     const HierarchyCodes& codes) {
  HierarchyCheck hierarchy(objectives, names, codes);
  const std::size_t first = objectives.size() - elements.size();
  hierarchy.check_cycles(elements, first);
  for (std::size_t i = 0; i < elements.size(); ++i) {
    hierarchy.check(elements[i], objectives[first + i]);
  }
}

}  // namespace cpom::xml
