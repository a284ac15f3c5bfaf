/// Plain values onto a Lua stack and off it again.
#pragma once

#include <span>
#include <string_view>

#include <lua.h>

#include "base/message.hpp"

namespace cpom::lua {

/// [-0, +1]
inline void push(lua_State* L, double number) { lua_pushnumber(L, number); }
inline void push(lua_State* L, bool truth) { lua_pushboolean(L, truth ? 1 : 0); }
inline void push(lua_State* L, std::string_view text) {
  lua_pushlstring(L, text.data(), text.size());
}
void push(lua_State* L, std::span<const double> numbers);

/// The text at \a index, which must hold one. Valid while the value is on the stack.
std::string_view text_at(lua_State* L, int index);

/// What stands at \a index, for messages: "a table", "the text \"abc\"", "the number 3".
Message describe(lua_State* L, int index);

/// [-0, +1] Field \a key of the table at \a index, without metamethods; returns its type.
int push_field(lua_State* L, int index, std::string_view key);

}  // namespace cpom::lua
