/// Functions that cannot carry anything from one call to the next.
#pragma once

#include <string>
#include <vector>

#include <lua.h>

#include "lua/handles.hpp"

namespace cpom::lua {

/// A local variable of a file that a function uses, with the value it had after loading.
struct Captured {
  Reference function;
  int number = 0;
  Reference value;
};

/// [-0, +0] Makes every table that the function at \a index can reach constant, for good, and
/// returns the variables that it can change. Raises when it can reach an object.
std::vector<Captured> close_over(lua_State* L, int index);

/// [-0, +0] Gives all variables back their values; returns the name of the first that had
/// another, or an empty text.
std::string restore(lua_State* L, const std::vector<Captured>& variables);

/// [-0, +0 or +1] Pushes the content of the constant table at \a index; false when it is none.
bool push_content(lua_State* L, int index);

/// Stops the code that runs: it tried to change what is constant.
[[noreturn]] void raise_constant(lua_State* L);

}  // namespace cpom::lua
