/// The inputs whose names speak of things of the model or the contract: "measure.2.c.1".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/plan.hpp"
#include "engine/rules.hpp"
#include "model/contract.hpp"
#include "model/contract_model.hpp"

namespace cpom::engine {

/// The source of \a name for a rule of \a kind; nullopt when there is no such thing.
std::optional<Source> named_input(RuleKind kind, std::string_view name, const model::Model& model,
                                  const model::Contract& contract);

/// Every name that named_input() knows for \a kind.
std::vector<std::string> named_inputs(RuleKind kind, const model::Model& model,
                                      const model::Contract& contract);

/// What a validate rule is told of a contract under \a name, "duration_years": as signed, before
/// any amendment, without indicators of context. nullopt for any other name.
std::optional<double> contract_fact(std::string_view name, const model::Contract& contract);

}  // namespace cpom::engine
