/// What is checked, and against what.
#pragma once

#include <map>
#include <set>
#include <vector>

#include "model/contract.hpp"
#include "model/contract_model.hpp"
#include "model/parameter.hpp"
#include "script/packages.hpp"

namespace cpom::analysis {

/// A contract with the packages that apply to it: one that was given, or one made up of a whole
/// model for packages that are checked by themselves.
struct Context {
  const model::Model* model = nullptr;
  const model::Contract* contract = nullptr;
  /// In force for the contract; nullptr for one that is made up.
  const model::Parameters* parameters = nullptr;
  std::vector<const script::Package*> packages;

  bool made_up() const { return parameters == nullptr; }
};

struct Subject {
  /// All that were found.
  const script::PackageSet* packages = nullptr;
  /// Those that somebody asked about: of the others nothing is said that is a matter of taste.
  std::set<const script::Package*> asked;
  /// What their settings.xml say.
  std::map<const script::Package*, std::vector<model::Parameter>> settings;
  std::vector<Context> contexts;
  /// All that could be read, those of contexts first.
  std::vector<const model::Model*> models;
  /// Models that somebody asked about.
  std::set<const model::Model*> asked_models;
  /// Packages that were given for the contracts at hand, those of one folder together.
  std::vector<std::vector<const script::Package*>> for_contracts = {};
};

/// A contract that follows every indicator of \a model, for \a package; it asks for the package by
/// name.
model::Contract whole_contract(const model::Model& model, const script::Package& package);

}  // namespace cpom::analysis
