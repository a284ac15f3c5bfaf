/// Every rule of a contract, layer by layer: what each file makes of the one below it.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "engine/rules.hpp"
#include "model/contract.hpp"
#include "model/contract_model.hpp"
#include "script/packages.hpp"

namespace cpom::script {

/// The rule as it stands after one file of its chain.
struct RuleLayer {
  model::Layer layer = model::Layer::core;
  std::string package;
  /// The file, with the line of the function where it has one of its own.
  Position where;
  bool has_function = false;
  std::string summary;
  std::vector<engine::Need> needs;
  bool locked = false;
};

struct LayeredRule {
  engine::RuleKind kind = engine::RuleKind::compute;
  std::string id;
  /// Code of the indicator of a rule of its own; empty for a general rule.
  std::string indicator;
  /// For a rule of one indicator: id of the general rule that stands below it.
  std::string base;
  /// From general to particular: the last one holds.
  std::vector<RuleLayer> layers;
  /// Why it cannot be used, when it cannot.
  std::vector<Diagnostic> faults;
};

/// General rules by their ids, then those of single indicators.
std::vector<LayeredRule> rule_layers(const PackageSet& packages, const model::Model& model,
                                     const model::Contract& contract);

}  // namespace cpom::script
