/// Which layer decides each rule and each parameter of a contract, and what the others said.
#pragma once

#include <string>
#include <vector>

#include "model/contract.hpp"
#include "model/contract_model.hpp"
#include "model/parameter.hpp"
#include "report/writer.hpp"
#include "script/packages.hpp"
#include "script/rule_layers.hpp"

namespace cpom::explain {

/// All that is said of one parameter for one scope, from general to particular: the last holds.
struct LayeredParameter {
  std::string name;
  /// Empty: what holds for all that nothing more particular is said of.
  std::string indicator;
  std::string objective;
  std::vector<const model::Parameter*> settings;
};

struct Layers {
  const model::Model* model = nullptr;
  const model::Contract* contract = nullptr;
  /// Empty: of the whole contract.
  std::string indicator;
  std::vector<script::LayeredRule> rules;
  std::vector<LayeredParameter> parameters;
};

/// With \a selection only what holds for that indicator: its rules, each upon the one it stands on,
/// and parameters in the order in which scopes and layers are weighed.
Layers layers_of(const model::Model& model, const model::Contract& contract,
                 const model::Parameters& parameters, const script::PackageSet& packages,
                 const model::Selection* selection);

std::string text_layers(const std::vector<Layers>& all, const report::Style& style);
std::string json_layers(const std::vector<Layers>& all, const report::Style& style);

}  // namespace cpom::explain
