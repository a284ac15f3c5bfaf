/// Which files make up each rule of a contract, from general to particular.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "engine/rules.hpp"
#include "model/contract.hpp"
#include "model/contract_model.hpp"
#include "script/packages.hpp"

namespace cpom::script {

/// One file of a chain, with its package.
struct Link {
  const Package* package = nullptr;
  const RuleFile* file = nullptr;

  Position where() const { return {file->path.string(), 1, 0}; }
};

struct Chain {
  engine::RuleKind kind = engine::RuleKind::compute;
  std::string id;
  /// The indicator of a rule of its own; nullptr for a general rule.
  const model::Indicator* indicator = nullptr;
  /// For a rule of one indicator: id of the general rule it builds on.
  std::string base;
  std::vector<Link> links;
  /// Why the chain may not be as it is.
  std::vector<Diagnostic> faults;
};

/// All chains, by id; those of single indicators in \a particular.
struct Chains {
  std::map<std::string, Chain> general;
  std::map<std::string, Chain> particular;
};

/// The chains of \a packages, which apply to \a contract. Finds rule.two_writers,
/// rule.plugin_override, rule.secured; a file for an indicator that does not exist is
/// rule.unknown_indicator and makes no chain.
Chains chains_of(const std::vector<const Package*>& packages, const model::Model& model,
                 const model::Contract& contract, Diagnostics& found);

/// Id of the general rule of \a kind that \a indicator is judged by; empty for a kind that judges
/// something else, or where all rules apply.
std::string general_rule(engine::RuleKind kind, const model::Indicator& indicator,
                         const model::Model& model);

/// The definition of \a code: the contract's, or that of the model; nullptr when there is none.
const model::Indicator* indicator_of(const model::Model& model, const model::Contract& contract,
                                     std::string_view code);

}  // namespace cpom::script
