#include "report/contract_year.hpp"

#include <algorithm>

namespace cpom::report {
namespace {

bool in_force(const engine::Evaluation& evaluation, const std::string& amendment) {
  if (amendment.empty()) return true;
  const auto& amendments = evaluation.contract->amendments;
  return std::any_of(amendments.begin(), amendments.end(), [&](const model::Amendment& known) {
    return known.number == amendment && known.effective <= evaluation.as_of;
  });
}

template <class Entry, class Chosen>
std::vector<const Entry*> chosen_of(const std::vector<Entry>& entries, Chosen chosen) {
  std::vector<const Entry*> found;
  for (const Entry& entry : entries) {
    if (chosen(entry)) found.push_back(&entry);
  }
  return found;
}

}  // namespace

std::vector<const model::Roadmap*> roadmaps_in(const engine::Evaluation& evaluation, int year) {
  return chosen_of(evaluation.contract->roadmaps, [&](const model::Roadmap& roadmap) {
    return year_of(roadmap.from) <= year && year <= year_of(roadmap.to) &&
           in_force(evaluation, roadmap.amendment);
  });
}

std::vector<const model::Funding*> fundings_in(const engine::Evaluation& evaluation, int year,
                                               std::string_view mission) {
  return chosen_of(evaluation.contract->fundings, [&](const model::Funding& funding) {
    return funding.year == year && funding.mission == mission;
  });
}

std::vector<const model::Action*> actions_of(const engine::Evaluation& evaluation,
                                             const model::Objective& objective) {
  return chosen_of(evaluation.contract->actions,
                   [&](const model::Action& action) { return action.objective == objective.id; });
}

}  // namespace cpom::report
