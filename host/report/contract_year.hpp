/// What of a contract is in force in a year, apart from its indicators.
#pragma once

#include <string_view>
#include <vector>

#include "engine/evaluation.hpp"

namespace cpom::report {

/// Roadmaps of which a day lies in \a year, of amendments in force on the day of the evaluation.
std::vector<const model::Roadmap*> roadmaps_in(const engine::Evaluation& evaluation, int year);

/// Money of \a year for the mission; for no mission in particular when \a mission is empty.
std::vector<const model::Funding*> fundings_in(const engine::Evaluation& evaluation, int year,
                                               std::string_view mission);

/// Flagship actions under the objective.
std::vector<const model::Action*> actions_of(const engine::Evaluation& evaluation,
                                             const model::Objective& objective);

}  // namespace cpom::report
