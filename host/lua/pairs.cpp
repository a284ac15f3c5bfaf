#include <algorithm>
#include <bit>
#include <cstddef>
#include <string_view>
#include <vector>

#include <lauxlib.h>

#include "lua/call.hpp"
#include "lua/failure.hpp"
#include "lua/library.hpp"
#include "lua/value.hpp"

namespace cpom::lua {
namespace {

struct Keys {
  std::vector<lua_Integer> numbers;
  std::vector<std::string_view> texts;

  std::size_t size() const { return numbers.size() + texts.size(); }
};

/// A walk through a table: its list of keys and the table are its two user values. An object of
/// ours, so that code can neither look into it nor change it.
struct Walk {
  lua_Integer size;
  /// Where the last step ended: a hint, checked before it is used.
  lua_Integer position;
};

constexpr int keys_value = 1;
constexpr int table_value = 2;

Keys keys_of(lua_State* L, int table) {
  Keys keys;
  lua_pushnil(L);
  while (lua_next(L, table) != 0) {
    lua_pop(L, 1);
    if (lua_isinteger(L, -1) != 0) {
      keys.numbers.push_back(lua_tointeger(L, -1));
    } else if (lua_type(L, -1) == LUA_TSTRING) {
      keys.texts.push_back(text_at(L, -1));
    } else {
      luaL_error(L, "pairs needs keys that are whole numbers or texts, which have an order");
    }
  }
  return keys;
}

void sort_keys(lua_State* L, Keys& keys) {
  std::size_t bytes = 0;
  for (const std::string_view text : keys.texts) bytes += text.size();
  const std::size_t rounds = std::bit_width(keys.size());
  charge(L, (keys.size() + bytes / 16) * rounds);
  std::sort(keys.numbers.begin(), keys.numbers.end());
  std::sort(keys.texts.begin(), keys.texts.end());
}

/// [-0, +1]
void push_keys(lua_State* L, const Keys& keys) {
  push_list(L, keys.size());
  lua_Integer at = 0;
  for (const lua_Integer number : keys.numbers) {
    lua_pushinteger(L, number);
    lua_rawseti(L, -2, ++at);
  }
  for (const std::string_view text : keys.texts) {
    push(L, text);
    lua_rawseti(L, -2, ++at);
  }
}

bool is_key_at(lua_State* L, int keys, lua_Integer position, int key) {
  lua_rawgeti(L, keys, position);
  const bool same = lua_rawequal(L, -1, key) != 0;
  lua_pop(L, 1);
  return same;
}

/// Where the key at index 2 stands; 0 for nil, the beginning.
lua_Integer position_of(lua_State* L, const Walk& walk, int keys) {
  if (lua_isnoneornil(L, 2)) return 0;
  if (walk.position > 0 && is_key_at(L, keys, walk.position, 2)) return walk.position;
  for (lua_Integer i = 1; i <= walk.size; ++i) {
    charge(L, 1);
    if (is_key_at(L, keys, i, 2)) return i;
  }
  luaL_error(L, "not a key of this table");
  return 0;
}

/// The function that pairs returns: walk and key to next key and value.
int step(lua_State* L) {
  luaL_checktype(L, 1, LUA_TUSERDATA);
  lua_settop(L, 2);
  Walk& walk = *static_cast<Walk*>(lua_touserdata(L, 1));
  lua_getiuservalue(L, 1, keys_value);
  lua_getiuservalue(L, 1, table_value);
  const int keys = 3;
  const int table = 4;
  check_readable(L, table);
  for (lua_Integer i = position_of(L, walk, keys) + 1; i <= walk.size; ++i) {
    charge(L, 1);
    lua_rawgeti(L, keys, i);
    lua_pushvalue(L, -1);
    if (lua_rawget(L, table) != LUA_TNIL) {
      walk.position = i;
      return 2;
    }
    lua_pop(L, 2);
  }
  lua_pushnil(L);
  return 1;
}

}  // namespace

int ordered_pairs(lua_State* L) {
  luaL_checkany(L, 1);
  lua_settop(L, 1);
  lua_pushvalue(L, 1);
  check_readable(L, 1);
  lua_insert(L, 1);  // the table itself, then its content
  Keys keys = keys_of(L, 2);
  sort_keys(L, keys);
  lua_pushcfunction(L, guarded<step>);
  auto* const walk = static_cast<Walk*>(lua_newuserdatauv(L, sizeof(Walk), 2));
  *walk = {static_cast<lua_Integer>(keys.size()), 0};
  push_keys(L, keys);
  lua_setiuservalue(L, -2, keys_value);
  lua_pushvalue(L, 1);
  lua_setiuservalue(L, -2, table_value);
  lua_pushnil(L);
  return 3;
}

}  // namespace cpom::lua
