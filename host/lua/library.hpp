/// The functions that foreign code may call, and how those functions treat tables.
#pragma once

#include <cstddef>
#include <span>

#include <lua.h>

#include "lua/description.hpp"

namespace cpom::lua {

/// One name of a library: a function of ours, or, without one, the thing of that name in Lua's own
/// library.
struct Entry {
  const char* name;
  lua_CFunction function;
  Description description;
};

/// A table of functions; the one without a name holds what needs no prefix.
struct Library {
  const char* name;
  std::span<const Entry> entries;
  /// Opens Lua's own library of that name, from which entries without a function are taken.
  lua_CFunction standard = nullptr;
};

extern const Library base_library;
extern const Library math_library;
extern const Library string_library;
extern const Library table_library;
extern const Library utf8_library;

/// pairs(): whole numbers in increasing order, then texts by their bytes.
int ordered_pairs(lua_State* L);

/// table.sort: stable, the same on every machine.
int stable_sort(lua_State* L);

/// [-0, +0] Argument \a index must be a table whose content may be read: an ordinary one, or a
/// constant one, whose place on the stack its content then takes.
void check_readable(lua_State* L, int index);

/// [-0, +0] Argument \a index must be a table of the code's own.
void check_writable(lua_State* L, int index);

/// [-0, +1] An empty list with room for \a size values.
void push_list(lua_State* L, std::size_t size);

/// Longest list that is handled as arguments or results of one call.
inline constexpr int most_values = 200;

}  // namespace cpom::lua
