/// Errors across the border between C++ and Lua, in both directions.
#pragma once

#include <exception>
#include <optional>
#include <type_traits>

#include <lua.h>

#include "lua/failure.hpp"

namespace cpom::lua {

/// Raises \a thrown, which left one of our own functions, as an error of the code that called it.
[[noreturn]] void raise_exception(lua_State* L, const std::exception& thrown);

/// Every C++ function that Lua may call is registered as guarded<function>. It lets Lua's own
/// errors pass, which are exceptions of no type of ours: never catch (...) here.
template <lua_CFunction function>
int guarded(lua_State* L) {
  try {
    return function(L);
  } catch (const std::exception& thrown) {
    raise_exception(L, thrown);
  }
}

namespace detail {
std::optional<Failure> run_protected(lua_State* L, void (*work)(lua_State*, void*), void* data);
}

/// Does all of \a work, a callable taking a lua_State*, in protected mode and on a stack of its
/// own; closes the meter afterwards. The failure is that of Lua code or of Lua itself; a C++
/// exception that leaves \a work is thrown again. [-0, +0]
template <class Work>
std::optional<Failure> protect(lua_State* L, Work&& work) {
  using Plain = std::remove_reference_t<Work>;
  return detail::run_protected(
      L, [](lua_State* S, void* data) { (*static_cast<Plain*>(data))(S); },
      const_cast<void*>(static_cast<const void*>(&work)));
}

/// The innermost line of Lua code that runs; no file when there is none.
Position place_of(lua_State* L);

}  // namespace cpom::lua
