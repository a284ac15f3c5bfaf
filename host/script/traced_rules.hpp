/// Rules run once more to tell what they do with their figures. A world of its own beside LuaRules:
/// an evaluation that nobody asks to explain pays nothing for it.
#pragma once

#include <memory>
#include <optional>
#include <span>

#include "engine/rules.hpp"
#include "model/contract.hpp"
#include "model/contract_model.hpp"
#include "script/packages.hpp"
#include "script/trace.hpp"

namespace cpom::script {

class TracedRules {
 public:
  /// The rules that LuaRules::book() makes of the same arguments, which must outlive the object.
  /// Loads nothing yet.
  TracedRules(const PackageSet& packages, const model::Model& model,
              const model::Contract& contract);
  TracedRules(const TracedRules&) = delete;
  TracedRules& operator=(const TracedRules&) = delete;
  ~TracedRules();

  /// What \a rule does with these arguments, of which it gave \a answer. Nothing when it cannot be
  /// followed, or when it does not come to the same answer, to the last bit: what would be told is
  /// then not what happened.
  std::optional<Trace> trace(const engine::Rule& rule, std::span<const engine::Value> arguments,
                             const engine::Answer& answer);

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace cpom::script
