/// Which objectives of a year and strand have something to show.
#pragma once

#include <string_view>
#include <vector>

#include "engine/evaluation.hpp"
#include "report/missions.hpp"

namespace cpom::report {

/// Those of \a mission with a result, an action or an engagement, and those above them, in the
/// order of the contract. One for which the model knows no indicator at all is signed without any:
/// it is shown too, unless the missions of the model leave open which objectives a contract has.
std::vector<const engine::ObjectiveResult*> shown_objectives(const engine::Evaluation& evaluation,
                                                             const Missions& missions,
                                                             std::string_view mission, int year,
                                                             const model::Strand& strand);

}  // namespace cpom::report
