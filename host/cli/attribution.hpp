/// Which contract each value belongs to.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "model/observation.hpp"

namespace cpom::cli {

/// Diagnoses observation.contract_missing (several contracts are evaluated and a value names
/// none; it is then also a fault of the value, so that nothing is computed from it), warning
/// observation.unknown_contract (an id that was probably meant to be one of \a contract_ids), note
/// observation.other_contract (how many values are for others).
void check_attribution(std::vector<model::Observation>& observations,
                       const std::vector<std::string>& contract_ids, Diagnostics& found);

}  // namespace cpom::cli
