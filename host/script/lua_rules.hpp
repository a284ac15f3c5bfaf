/// Rules written in Lua: layered, sandboxed, called with plain arguments.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "engine/rules.hpp"
#include "lua/meter.hpp"
#include "model/contract.hpp"
#include "model/contract_model.hpp"
#include "script/packages.hpp"

namespace cpom::script {

/// What a rule may spend in one call, and a file while it is loaded.
using Limits = lua::Limits;

/// One Lua state with the rules of one or more contracts. One object serves one thread.
class LuaRules final : public engine::Rules {
 public:
  explicit LuaRules(Limits limits = {});
  LuaRules(const LuaRules&) = delete;
  LuaRules& operator=(const LuaRules&) = delete;
  ~LuaRules() override;

  /// The rules of the packages that apply to \a contract, each file loaded in an environment of
  /// its own. Made once for the same packages, model and indicators; its faults go to \a found
  /// then only. A rule with a fault is in the book all the same, and gives that fault as its
  /// failure when called, so that it costs its own indicators and no others. The book lives as
  /// long as this object; \a packages need not.
  /// Diagnoses rule.syntax, rule.error, rule.budget, rule.memory… (see failures.hpp), rule.shape
  /// (what a file must return), rule.unknown_key, rule.unknown_input, rule.no_base, rule.locked,
  /// rule.two_writers, rule.plugin_override, rule.secured, rule.unknown_indicator.
  const engine::RuleBook& book(const PackageSet& packages, const model::Model& model,
                               const model::Contract& contract, Diagnostics& found);

  /// Failures: rule.error, .unavailable, .unknown_name, .constant, .budget, .memory, rule.result
  /// (what it returned is of no use), rule.state (it kept something for its next call).
  engine::Answer call(const engine::Rule& rule, std::span<const engine::Value> arguments) override;

  /// Tells \a watcher of every instruction that rules run from now on; see lua::Meter.
  void watch(lua::Meter::Watcher watcher, void* data);

  /// Everything that rules can name, in order.
  std::vector<std::string> allowed_names() const;
  /// Bytes that the Lua state holds after collecting garbage.
  std::size_t memory_in_use() const;

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace cpom::script
