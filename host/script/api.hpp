/// What rules may use, and its revision.
#pragma once

#include "lua/sandbox.hpp"

namespace cpom::script {

/// Rises with every visible change of what rules may use.
inline constexpr int api_revision = 1;

/// [-0, +0] The sandbox of all rules. In protected mode only.
lua::Sandbox make_sandbox(lua_State* L);

}  // namespace cpom::script
