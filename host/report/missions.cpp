#include "report/missions.hpp"

#include <set>

namespace cpom::report {

/// Objectives come depth-first: one above another is known before it.
Missions::Missions(const engine::Evaluation& evaluation) {
  for (const model::Objective& objective : evaluation.contract->objectives) {
    by_objective_[objective.id] =
        objective.mission.empty() ? of_objective(objective.parent) : objective.mission;
  }
  std::set<std::string_view> seen;
  for (const engine::Result& result : evaluation.results) seen.insert(of(*result.selection));
  for (const model::Funding& funding : evaluation.contract->fundings) {
    if (!funding.mission.empty()) seen.insert(funding.mission);
  }
  for (const model::Mission& mission : evaluation.model->missions) {
    if (seen.erase(mission.id) > 0) present_.push_back(mission.id);
  }
  const bool of_none = seen.erase("") > 0;
  present_.insert(present_.end(), seen.begin(), seen.end());
  if (of_none || present_.empty()) present_.emplace_back();
}

std::string_view Missions::of_objective(std::string_view id) const {
  const auto found = by_objective_.find(id);
  return found == by_objective_.end() ? std::string_view{} : found->second;
}

std::string_view Missions::of(const model::Objective& objective) const {
  return of_objective(objective.id);
}

std::string_view Missions::of(const model::Selection& selection) const {
  return selection.mission.empty() ? of_objective(selection.indicator.objective)
                                   : std::string_view(selection.mission);
}

}  // namespace cpom::report
