/// The cases that `cpom new` begins with.
#pragma once

#include <string>

#include "engine/rules.hpp"
#include "model/contract_model.hpp"
#include "testing/ground.hpp"

namespace cpom::cli {

/// A table with what \a rule answers to figures that are made up, and a case that fails and says
/// that it is to be replaced. With \a names_rule a column names the rule.
std::string table_for(const engine::Rule& rule, const testing::GroundRules& rules,
                      testing::Bench& bench, const model::Model& model, bool names_rule);

}  // namespace cpom::cli
