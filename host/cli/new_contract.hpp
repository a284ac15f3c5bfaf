/// The contract that `cpom new contract` begins with.
#pragma once

#include <string>

#include "cli/new_options.hpp"
#include "model/contract_model.hpp"

namespace cpom::cli {

/// Elements of the parties that \a model wants besides the agency, and of as many indicators as
/// its limits ask for, with targets that are made up.
std::string parties_wanted(const model::Model& model);
std::string indicators_wanted(const model::Model& model, const NewOptions& made);

}  // namespace cpom::cli
