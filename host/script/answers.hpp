/// What a rule returned, checked.
#pragma once

#include <lua.h>

#include "engine/rules.hpp"

namespace cpom::script {

/// How many results a rule is asked for: one more than it may give.
inline constexpr int results_asked = 3;

/// What a rule of \a kind has to return, as a remedy.
Message expected_answer(engine::RuleKind kind);

/// [-0, +0] Reads the results of \a rule, the last \a results_asked values of the stack. What is
/// of no use becomes a failure, rule.result.
void read_answer(lua_State* L, const engine::Rule& rule, engine::Answer& answer);

}  // namespace cpom::script
