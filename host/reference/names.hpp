/// The names of one contract, so that an editor completes them.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "engine/rules.hpp"
#include "model/contract.hpp"
#include "model/contract_model.hpp"
#include "model/parameter.hpp"

namespace cpom::reference {

struct NamedThing {
  std::string id;
  /// What it is, on one line.
  std::string text;
};

struct ContractNames {
  std::string contract;
  std::vector<NamedThing> indicators;
  std::vector<NamedThing> objectives;
  std::vector<NamedThing> statuses;
  std::vector<NamedThing> weathers;
  /// Each with its values, and the layers and files that set them.
  std::vector<NamedThing> parameters;
  /// Of all its indicators: "most_favoured", "most_favoured.numerator".
  std::vector<NamedThing> components;
  /// Inputs named after things of the contract, "measure.2.c.1", by kind.
  std::map<engine::RuleKind, std::vector<std::string>> inputs;
};

/// \a file_name is how files are shown.
ContractNames names_of(const model::Model& model, const model::Contract& contract,
                       const model::Parameters& parameters,
                       const std::function<std::string(const std::string&)>& file_name);

}  // namespace cpom::reference
