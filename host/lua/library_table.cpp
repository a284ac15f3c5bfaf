// table: lists of the code's own; ranges are bounded, and whatever walks a list is charged.
#include "lua/library.hpp"

#include <array>
#include <string>
#include <string_view>

#include <lauxlib.h>

#include "lua/call.hpp"
#include "lua/constants.hpp"
#include "lua/failure.hpp"
#include "lua/value.hpp"

namespace cpom::lua {
namespace {

lua_Integer length(lua_State* L, int index) {
  return static_cast<lua_Integer>(lua_rawlen(L, index));
}

/// How many places first..last has. Charged before anything is done with them.
std::size_t check_range(lua_State* L, lua_Integer first, lua_Integer last) {
  if (first > last) return 0;
  const std::size_t count = static_cast<std::size_t>(last) - static_cast<std::size_t>(first) + 1;
  charge(L, count == 0 ? static_cast<std::size_t>(-1) : count);
  return count;
}

/// [-0, +0] Moves what stands at \a from one place on, or back, up to \a to.
void move_one(lua_State* L, lua_Integer from, lua_Integer to) {
  lua_rawgeti(L, 1, from);
  lua_rawseti(L, 1, to);
}

/// table.insert(list, [position,] value)
int insert(lua_State* L) {
  check_writable(L, 1);
  const lua_Integer end = length(L, 1) + 1;
  const int arguments = lua_gettop(L);
  if (arguments < 2 || arguments > 3) {
    return luaL_error(L, "table.insert takes a list, perhaps a position, and a value");
  }
  lua_Integer position = end;
  if (arguments == 3) {
    position = luaL_checkinteger(L, 2);
    luaL_argcheck(L, position >= 1 && position <= end, 2, "position outside the list");
    check_range(L, position, end);
    for (lua_Integer i = end; i > position; --i) move_one(L, i - 1, i);
  }
  lua_rawseti(L, 1, position);
  return 0;
}

/// table.remove(list [, position])
int remove(lua_State* L) {
  check_writable(L, 1);
  const lua_Integer size = length(L, 1);
  const lua_Integer position = luaL_optinteger(L, 2, size);
  if (!lua_isnoneornil(L, 2)) {
    luaL_argcheck(L, size + 1 >= position && position >= (size == 0 ? 0 : 1), 2,
                  "position outside the list");
  }
  check_range(L, position, size);
  lua_rawgeti(L, 1, position);
  for (lua_Integer i = position; i < size; ++i) move_one(L, i + 1, i);
  if (position <= size) {
    lua_pushnil(L);
    lua_rawseti(L, 1, size);
  }
  return 1;
}

/// table.concat(list [, separator [, first [, last]]])
int concat(lua_State* L) {
  check_readable(L, 1);
  const char* const between = luaL_optstring(L, 2, "");
  const std::string_view separator = lua_isnoneornil(L, 2) ? between : text_at(L, 2);
  const lua_Integer first = luaL_optinteger(L, 3, 1);
  const std::size_t count = check_range(L, first, luaL_optinteger(L, 4, length(L, 1)));
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    const int type = lua_rawgeti(L, 1, first + static_cast<lua_Integer>(i));
    if (type != LUA_TSTRING && type != LUA_TNUMBER) {
      return luaL_error(L, "table.concat takes texts and numbers, not %s", lua_typename(L, type));
    }
    if (i > 0) text += separator;
    text += text_at(L, -1);
    check_length(L, text.size());
    lua_pop(L, 1);
  }
  push(L, text);
  return 1;
}

/// table.unpack(list [, first [, last]])
int unpack(lua_State* L) {
  check_readable(L, 1);
  const lua_Integer first = luaL_optinteger(L, 2, 1);
  const std::size_t count = check_range(L, first, luaL_optinteger(L, 3, length(L, 1)));
  luaL_argcheck(L, count <= most_values, 1, "too many values at once");
  luaL_checkstack(L, most_values, nullptr);
  for (std::size_t i = 0; i < count; ++i) {
    lua_rawgeti(L, 1, first + static_cast<lua_Integer>(i));
  }
  return static_cast<int>(count);
}

constexpr std::array table_entries = {
    Entry{"concat",
          guarded<concat>,
          {"(list: table, between?: string, first?: integer, last?: integer): string",
           "Makes one text of a list, with a separator.",
           "Fait un texte des éléments d'une liste, avec un séparateur.",
           R"(table.concat({ "a", "b" }, ", "))", R"("a, b")"}},
    Entry{"insert",
          guarded<insert>,
          {"(list: table, position: any, value?: any)",
           "Adds a value at the end of a list, or at a position.",
           "Ajoute une valeur à la fin d'une liste, ou à un rang.",
           "local list = { 1, 3 }; table.insert(list, 2, 2); return table.concat(list, \" \")",
           R"("1 2 3")"}},
    Entry{"remove",
          guarded<remove>,
          {"(list: table, position?: integer): any",
           "Takes out the last value of a list, or that at a position, and gives it.",
           "Retire la dernière valeur d'une liste, ou celle d'un rang, et la rend.",
           "table.remove({ 5, 6, 7 }, 1)", "5"}},
    Entry{"sort",
          guarded<stable_sort>,
          {"(list: table, before?: fun(one: any, other: any): boolean)",
           "Sorts a list in place; what is equal keeps its order.",
           "Trie une liste sur place ; ce qui est égal garde son ordre.",
           "local list = { 3, 1, 2 }; table.sort(list); return table.concat(list, \" \")",
           R"("1 2 3")"}},
    Entry{"unpack",
          guarded<unpack>,
          {"(list: table, first?: integer, last?: integer): any",
           "Gives the values of a list one by one, at most 200.",
           "Rend une à une les valeurs d'une liste, 200 au plus.",
           "math.max(table.unpack({ 3, 8, 5 }))", "8"}},
};

}  // namespace

const Library table_library = {"table", table_entries};

void push_list(lua_State* L, std::size_t size) {
  // An odd size never looks like the keys of a table, which have a limit.
  lua_createtable(L, static_cast<int>(size | 1U), 0);
}

void check_readable(lua_State* L, int index) {
  luaL_checktype(L, index, LUA_TTABLE);
  if (lua_getmetatable(L, index) == 0) return;
  lua_pop(L, 1);
  if (!push_content(L, index)) luaL_argerror(L, index, "a library cannot be used as a list");
  lua_replace(L, index);
}

void check_writable(lua_State* L, int index) {
  luaL_checktype(L, index, LUA_TTABLE);
  if (lua_getmetatable(L, index) != 0) raise_constant(L);
}

}  // namespace cpom::lua
