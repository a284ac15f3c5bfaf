/// Contracts with their rules, parameters and values found: ready to be evaluated.
#pragma once

#include <deque>
#include <optional>
#include <vector>

#include "cli/findings.hpp"
#include "cli/workspace.hpp"
#include "engine/evaluator.hpp"
#include "engine/observations.hpp"
#include "model/parameter.hpp"
#include "script/lua_rules.hpp"

namespace cpom::cli {

struct BoundContract {
  const LoadedContract* loaded = nullptr;
  model::Parameters parameters;
  std::optional<engine::PreparedContract> prepared;
  std::optional<engine::ObservationIndex> observations;
};

class Binding {
 public:
  /// \a workspace must outlive the binding.
  Binding(Workspace& workspace, Findings& found);

  const std::deque<BoundContract>& contracts() const { return contracts_; }
  script::LuaRules& rules() { return rules_; }

 private:
  void bind(const LoadedContract& loaded, Workspace& workspace, Findings& found);

  script::LuaRules rules_;
  /// A deque: prepared contracts point to the parameters beside them.
  std::deque<BoundContract> contracts_;
};

}  // namespace cpom::cli
