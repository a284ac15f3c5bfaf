/// All that a command line names, read: packages of rules, contracts with their models, values.
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
#include "plugin/composition.hpp"
#include "plugin/settings_files.hpp"
#include "script/choice.hpp"
#include "script/packages.hpp"

namespace cpom::cli {

struct LoadedContract {
  std::unique_ptr<const model::Contract> contract;
  /// Composed of the base and what the packages add.
  const model::Model* model = nullptr;
  /// Those that apply to it, from general to particular.
  std::vector<const script::Package*> packages = {};
};

class Workspace {
 public:
  /// Reads everything and tells every fault; what could not be read is left out, and so is a
  /// contract that uses a package of no use. \a data is the folder of what comes with the program.
  Workspace(const Sources& sources, const std::filesystem::path& data, Findings& found);
  /// The same with packages that were found and checked before.
  Workspace(const Sources& sources, script::PackageSet packages, const std::filesystem::path& data,
            Findings& found);
  Workspace(const Workspace&) = delete;
  Workspace& operator=(const Workspace&) = delete;
  ~Workspace() = default;

  const std::vector<LoadedContract>& contracts() const { return contracts_; }
  const std::vector<model::Observation>& observations() const { return observations_; }
  const script::PackageSet& packages() const { return packages_; }
  /// Reads models and settings at first use.
  ModelLibrary& library() { return library_; }
  plugin::SettingsFiles& settings() { return settings_; }
  plugin::Composer& composer() { return composer_; }
  std::vector<std::string> contract_ids() const;
  /// The models of the contracts, those given by themselves, then all that are shipped and can be
  /// read.
  std::vector<const model::Model*> all_models();

 private:
  void load_inputs(const Sources& sources, Findings& found);
  void load_packages(const Sources& sources, const std::filesystem::path& data, Findings& found);
  /// The composed model; nullptr when the contract cannot be read against any.
  const model::Model* model_for(const script::Chooser& chooser,
                                const std::vector<const script::Package*>& packages,
                                const Position& contract, Findings& found);
  void load_contract(const std::filesystem::path& file, Findings& found);
  void load_values(const std::filesystem::path& file, Findings& found);

  ModelLibrary library_;
  script::PackageSet packages_;
  plugin::SettingsFiles settings_;
  plugin::Composer composer_{packages_, settings_};
  std::vector<LoadedContract> contracts_;
  std::vector<model::Observation> observations_;
};

}  // namespace cpom::cli
