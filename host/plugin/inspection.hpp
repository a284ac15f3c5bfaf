/// Everything that can be said of plugins and proposals without a contract.
#pragma once

#include <vector>

#include "base/diagnostic.hpp"
#include "model/contract_model.hpp"
#include "plugin/composition.hpp"
#include "script/packages.hpp"

namespace cpom::plugin {

/// One package that applies by name, or a region's.
struct Inspection {
  const script::Package* package = nullptr;
  /// Its own faults, those of its catalogue, and those of its rules. Empty: it can be used.
  std::vector<Diagnostic> faults;
  /// The first model on which it can be used; nullptr when there is none.
  const model::Model* fits = nullptr;
};

/// Composes each plugin and region with the models it is made for, and loads its rules. One that
/// names no model has to fit at least one of \a models; a package of a model that is not known has
/// the fault package.unknown_model.
std::vector<Inspection> inspect(const script::PackageSet& set,
                                const std::vector<const model::Model*>& models, Composer& composer);

}  // namespace cpom::plugin
