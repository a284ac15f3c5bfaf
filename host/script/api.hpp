/// What rules may use, and its revision.
#pragma once

#include <span>
#include <vector>

#include "lua/sandbox.hpp"

namespace cpom::script {

/// Rises with every visible change of what packages may say and rules may use.
inline constexpr int api_revision = 2;
/// The oldest revision whose packages still work.
inline constexpr int oldest_api = 1;
/// The first one with plugins that declare what they add.
inline constexpr int plugin_api = 2;

/// All that rules may name, as it is registered; descriptions and annotations are made of it.
std::vector<lua::Library> rule_libraries();
std::span<const lua::Sandbox::Constant> rule_constants();

/// [-0, +0] The sandbox of all rules, with \a more of the host's functions. In protected mode only.
lua::Sandbox make_sandbox(lua_State* L, std::span<const lua::Library> more = {});

}  // namespace cpom::script
