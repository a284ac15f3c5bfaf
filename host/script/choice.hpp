/// Which packages apply to a contract.
#pragma once

#include <string>
#include <vector>

#include "model/contract.hpp"
#include "model/contract_model.hpp"
#include "script/packages.hpp"

namespace cpom::script {

/// What has to be known of a contract to choose its packages.
struct Chooser {
  const model::Model* model = nullptr;
  std::string region;
  std::string contract;
  /// Those it asks for by name.
  std::vector<model::PackageUse> packages;
};

/// Core, model, plugins (one that another requires comes before it, otherwise by name), region,
/// contract. Plugins and proposals apply when they are asked for, or when a package that applies
/// requires them. Names that cannot be chosen are passed over: that is told by check_uses().
std::vector<const Package*> choose(const PackageSet& set, const Chooser& chooser);

}  // namespace cpom::script
