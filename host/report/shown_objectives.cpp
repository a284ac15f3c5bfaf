#include "report/shown_objectives.hpp"

#include <algorithm>
#include <set>

namespace cpom::report {
namespace {

using engine::Evaluation;
using engine::ObjectiveResult;
using Ids = std::set<std::string_view>;

/// Objectives that have something themselves.
Ids with_content(const Evaluation& evaluation, const Missions& missions, std::string_view mission,
                 int year, const model::Strand& strand) {
  Ids ids;
  for (const engine::Result& result : evaluation.results) {
    const bool here = result.year == year && result.strand == &strand;
    if (here && missions.of(*result.selection) == mission) {
      ids.insert(result.selection->indicator.objective);
    }
  }
  Ids told;
  for (const model::Action& action : evaluation.contract->actions) told.insert(action.objective);
  for (const model::Engagement& engagement : evaluation.contract->engagements) {
    const bool here = engagement.strand.empty() || engagement.strand == strand.id;
    if (here) told.insert(engagement.objective);
  }
  for (const model::Objective& objective : evaluation.contract->objectives) {
    if (told.contains(objective.id) && missions.of(objective) == mission) ids.insert(objective.id);
  }
  return ids;
}

/// Objectives below which, themselves included, the model has an indicator.
Ids with_catalogue(const Evaluation& evaluation) {
  Ids ids;
  for (const model::Indicator& indicator : evaluation.model->indicators) {
    ids.insert(indicator.objective);
  }
  const auto& objectives = evaluation.contract->objectives;
  for (auto objective = objectives.rbegin(); objective != objectives.rend(); ++objective) {
    if (ids.contains(objective->id)) ids.insert(objective->parent);
  }
  return ids;
}

}  // namespace

std::vector<const ObjectiveResult*> shown_objectives(const Evaluation& evaluation,
                                                     const Missions& missions,
                                                     std::string_view mission, int year,
                                                     const model::Strand& strand) {
  Ids wanted = with_content(evaluation, missions, mission, year, strand);
  const bool whole = evaluation.model->missions.empty();
  const Ids catalogue = whole ? with_catalogue(evaluation) : Ids{};
  std::vector<const ObjectiveResult*> shown;
  const auto& all = evaluation.objectives;
  // From below, so that what is shown is known before what stands above it.
  for (auto objective = all.rbegin(); objective != all.rend(); ++objective) {
    if (objective->year != year || objective->strand != &strand) continue;
    const model::Objective& about = *objective->objective;
    const bool without_indicators = whole && !catalogue.contains(about.id);
    if (!wanted.contains(about.id) && !without_indicators) continue;
    shown.push_back(&*objective);
    if (!about.parent.empty()) wanted.insert(about.parent);
  }
  std::reverse(shown.begin(), shown.end());
  return shown;
}

}  // namespace cpom::report
