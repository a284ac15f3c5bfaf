/// Which settings an evaluation took its numbers from, and which definitions it looked at.
#pragma once

#include <set>
#include <span>

#include "engine/evaluation.hpp"
#include "engine/plan.hpp"
#include "engine/rules.hpp"
#include "testing/ground.hpp"

namespace cpom::testing {

/// Passes calls on, and keeps which rules were called.
class RuleCalls final : public engine::Rules {
 public:
  explicit RuleCalls(engine::Rules& rules) : rules_(rules) {}

  engine::Answer call(const engine::Rule& rule, std::span<const engine::Value> arguments) override {
    called_.insert(&rule);
    return rules_.call(rule, arguments);
  }
  bool has(const engine::Rule* rule) const { return called_.contains(rule); }

 private:
  engine::Rules& rules_;
  std::set<const engine::Rule*> called_;
};

/// Tells \a observer every setting that a rule was given while \a evaluation was made of \a plan,
/// and those that the order of decision itself reads; and every definition with its year.
void tell_settings(const engine::Evaluation& evaluation, const engine::Plan& plan,
                   const RuleCalls& calls, CallObserver& observer);

/// The same of one result; \a plan is that of its indicator. An indicator that is not followed has
/// none to tell.
void tell_settings(const engine::Result& result, const engine::IndicatorPlan& plan,
                   CallObserver& observer);

}  // namespace cpom::testing
