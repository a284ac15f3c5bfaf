/// Where tests run: the packages, models and settings that rules are tested with.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "base/diagnostic.hpp"
#include "model/contract.hpp"
#include "model/contract_model.hpp"
#include "model/parameter.hpp"
#include "script/lua_rules.hpp"
#include "script/packages.hpp"
#include "testing/contract_case.hpp"

namespace cpom::testing {

/// The model that \a packages make of \a base; nullptr when they cannot.
using Compose = std::function<const model::Model*(
    const model::Model& base, const std::vector<const script::Package*>& packages)>;

/// Reads the contract of a folder of tests/ of \a package, with what is expected of it. What is
/// wrong with the contract itself is a fault of the case; what makes it no case goes to \a found,
/// and the answer is nullptr.
using LoadContract = std::function<std::shared_ptr<const ContractCase>(
    const script::Package& package, const std::filesystem::path& folder, Diagnostics& found)>;

/// All that was read, once for all tests. Immutable while they run.
struct Materials {
  script::PackageSet packages;
  /// The settings of each package, by its name; of a plugin, their defaults.
  std::map<std::string, std::vector<model::Parameter>> settings;
  /// Is called by several threads at once; empty: models stay as they are.
  Compose compose;
  /// Empty: folders with whole contracts are left alone.
  LoadContract load_contract;
  /// The one that serves where nothing tells another comes last.
  std::vector<const model::Model*> models;

  const model::Model* model(const std::string& id) const;
  /// The model that \a package is tested on unless a case names one; nullptr when there is none.
  const model::Model* model_of(const script::Package& package) const;
};

/// The model \a id, or that of \a package where it is empty, with what \a package and those below
/// it add; nullptr when there is none.
const model::Model* composed_model(const Materials& materials, const script::Package& package,
                                   const std::string& id);

/// The layers up to a certain one, on one model: what a case is run with.
struct Ground {
  script::PackageSet packages;
  /// With what the packages add.
  const model::Model* model = nullptr;
  /// Follows nothing yet; names what makes the package apply.
  model::Contract contract;
  model::Parameters parameters;
};

/// A ground for \a tested, without the layers above \a highest. Chunks that replace sources, by
/// the path of the file, serve changed rules.
using Replacements = std::map<std::string, std::string>;
Ground make_ground(const Materials& materials, const script::Package& tested, model::Layer highest,
                   const model::Model& base, const Replacements& replaced);

/// The rules of one ground in one Lua state.
struct GroundRules {
  const Ground* ground = nullptr;
  const engine::RuleBook* book = nullptr;

  /// "compute/share", "indicators/2.c.1/compute"; nullptr when there is none.
  const engine::Rule* find(const std::string& id) const;
};

/// Ids of all rules of a ground, in order.
std::vector<std::string> rule_ids(const GroundRules& rules);

/// Is told which rules are called, and which settings they are given.
class CallObserver {
 public:
  virtual ~CallObserver() = default;
  virtual void called(const engine::Rule& rule, std::span<const engine::Value> arguments) = 0;
  virtual void used(const model::Parameter& parameter) = 0;
  /// An indicator, or an objective above it, was looked at in a year.
  virtual void judged(const Position& definition, int year) = 0;
};

/// Grounds as they are needed; serves one thread, and no longer than the materials.
class Bench final : public engine::Rules {
 public:
  explicit Bench(const Materials& materials, Replacements replaced = {});

  /// Calls the rule, and tells who looks on.
  engine::Answer call(const engine::Rule& rule, std::span<const engine::Value> arguments) override;
  void observe(CallObserver* observer) { observer_ = observer; }
  CallObserver* observer() const { return observer_; }
  /// Files of rules are being loaded; no case runs.
  bool loading() const { return loading_; }

  /// nullptr when the model is not known.
  const GroundRules* rules(const script::Package& tested, std::optional<model::Layer> layers,
                           const std::string& model);
  /// The rules of a whole contract; what is wrong with them was told when it was read.
  const engine::RuleBook& book(const script::PackageSet& packages, const model::Model& model,
                               const model::Contract& contract);
  /// Gives a place in a chunk that replaces a source the line of that source.
  void restore(Position& where) const {
    if (restore_) restore_(where);
  }
  void restore_with(std::function<void(Position&)> restore) { restore_ = std::move(restore); }
  script::LuaRules& lua() { return lua_; }
  /// Faults of the rules found on the way.
  const Diagnostics& faults() const { return faults_; }

 private:
  using Key = std::tuple<const script::Package*, model::Layer, const model::Model*>;

  const Materials& materials_;
  Replacements replaced_;
  script::LuaRules lua_;
  Diagnostics faults_;
  CallObserver* observer_ = nullptr;
  std::function<void(Position&)> restore_;
  bool loading_ = false;
  std::map<Key, std::unique_ptr<Ground>> grounds_;
  std::map<Key, GroundRules> rules_;
};

}  // namespace cpom::testing
