/// All that a command line names, read: contracts with their models, values, packages of rules.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "cli/findings.hpp"
#include "cli/model_library.hpp"
#include "cli/options.hpp"
#include "model/contract.hpp"
#include "model/observation.hpp"
#include "script/packages.hpp"

namespace cpom::cli {

struct LoadedContract {
  std::unique_ptr<const model::Contract> contract;
  const model::Model* model = nullptr;
};

class Workspace {
 public:
  /// Reads everything and tells every fault; what could not be read is left out. \a data is the
  /// folder of what comes with the program.
  Workspace(const Sources& sources, const std::filesystem::path& data, Findings& found);

  const std::vector<LoadedContract>& contracts() const { return contracts_; }
  const std::vector<model::Observation>& observations() const { return observations_; }
  const script::PackageSet& packages() const { return packages_; }
  std::vector<std::string> contract_ids() const;

 private:
  void load_contract(const std::filesystem::path& file, Findings& found);
  void load_values(const std::filesystem::path& file, Findings& found);

  ModelLibrary library_;
  std::vector<LoadedContract> contracts_;
  std::vector<model::Observation> observations_;
  script::PackageSet packages_;
};

}  // namespace cpom::cli
