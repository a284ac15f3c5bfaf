#include "model/objective.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace cpom::model {

const Objective* find_objective(const std::vector<Objective>& objectives, std::string_view id) {
  if (id.empty()) return nullptr;  // what could not be read has no id either
  const auto found = std::find_if(objectives.begin(), objectives.end(),
                                  [&](const Objective& objective) { return objective.id == id; });
  return found == objectives.end() ? nullptr : &*found;
}

std::string mission_of(const std::vector<Objective>& objectives, std::string_view id) {
  const Objective* objective = find_objective(objectives, id);
  // No path is longer, unless it goes in a circle.
  for (std::size_t steps = objectives.size(); objective != nullptr && steps > 0; --steps) {
    if (!objective->mission.empty()) return objective->mission;
    objective = find_objective(objectives, objective->parent);
  }
  return {};
}

void sort_depth_first(std::vector<Objective>& objectives) {
  std::multimap<std::string_view, std::size_t> below;
  for (std::size_t i = 0; i < objectives.size(); ++i) below.emplace(objectives[i].parent, i);
  std::vector<std::size_t> order;
  std::vector<std::size_t> open;
  // An id that stands twice, or is empty, would lead here again.
  std::vector<bool> placed(objectives.size());
  const auto push_below = [&](std::string_view parent) {
    const auto [first, last] = below.equal_range(parent);
    for (auto at = last; at != first;) open.push_back((--at)->second);
  };
  push_below("");
  while (!open.empty()) {
    const std::size_t at = open.back();
    open.pop_back();
    if (placed[at]) continue;
    placed[at] = true;
    order.push_back(at);
    push_below(objectives[at].id);
  }
  if (order.size() != objectives.size()) return;  // a parent that does not exist: told elsewhere
  std::vector<Objective> sorted;
  for (const std::size_t at : order) sorted.push_back(std::move(objectives[at]));
  objectives = std::move(sorted);
}

}  // namespace cpom::model
