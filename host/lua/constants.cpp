#include "lua/constants.hpp"

#include <bit>
#include <cstdint>
#include <set>

#include <lauxlib.h>

#include "lua/call.hpp"
#include "lua/failure.hpp"
#include "lua/value.hpp"

namespace cpom::lua {
namespace {

/// Key, in the metatable of a constant table, of the table that holds its content.
constexpr lua_Integer content_key = 1;

int refuse_change(lua_State* L) { raise_constant(L); }

int content_length(lua_State* L) {
  if (!push_content(L, 1)) return luaL_error(L, "not a constant table");
  lua_pushinteger(L, static_cast<lua_Integer>(lua_rawlen(L, -1)));
  return 1;
}

/// [-0, +0] The ordinary table at \a index stays the same table, now with a metatable that shows
/// its former content and refuses to change it.
void make_constant(lua_State* L, int index) {
  lua_newtable(L);
  const int content = lua_gettop(L);
  lua_pushnil(L);
  while (lua_next(L, index) != 0) {
    lua_pushvalue(L, -2);
    lua_insert(L, -2);
    lua_rawset(L, content);
    lua_pushvalue(L, -1);
    lua_pushnil(L);
    lua_rawset(L, index);
  }
  lua_createtable(L, 1, 4);
  lua_pushvalue(L, content);
  lua_rawseti(L, -2, content_key);
  lua_pushvalue(L, content);
  lua_setfield(L, -2, "__index");
  lua_pushcfunction(L, guarded<refuse_change>);
  lua_setfield(L, -2, "__newindex");
  lua_pushcfunction(L, guarded<content_length>);
  lua_setfield(L, -2, "__len");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_setmetatable(L, index);
  lua_settop(L, content - 1);
}

/// Visits everything reachable once. Works on a list instead of calling itself, so that no
/// nesting is too deep.
class Closing {
 public:
  explicit Closing(lua_State* L) : state_(L) {
    lua_newtable(L);
    seen_ = lua_gettop(L);
    lua_newtable(L);
    waiting_ = lua_gettop(L);
  }

  /// [-1, +0]
  void add() {
    const int type = lua_type(state_, -1);
    if (type == LUA_TUSERDATA || type == LUA_TTHREAD || type == LUA_TLIGHTUSERDATA) {
      raise(state_, {Failure::Kind::error,
                     message("what pairs returns was kept beyond the loop it was made for"),
                     {},
                     {}});
    }
    const bool is_code = type == LUA_TFUNCTION && lua_iscfunction(state_, -1) == 0;
    if ((is_code || is_open_table()) && is_new()) {
      lua_rawseti(state_, waiting_, ++last_);
    } else {
      lua_pop(state_, 1);
    }
  }

  std::vector<Captured> run() {
    for (lua_Integer next = 1; next <= last_; ++next) {
      const int type = lua_rawgeti(state_, waiting_, next);
      if (type == LUA_TTABLE) {
        close_table();
      } else {
        close_function();
      }
      lua_pop(state_, 1);
    }
    return std::move(captured_);
  }

 private:
  /// A table that is neither constant already nor a library.
  bool is_open_table() {
    if (lua_type(state_, -1) != LUA_TTABLE) return false;
    if (lua_getmetatable(state_, -1) == 0) return true;
    lua_pop(state_, 1);
    return false;
  }

  bool is_new() {
    lua_pushvalue(state_, -1);
    if (lua_rawget(state_, seen_) != LUA_TNIL) {
      lua_pop(state_, 1);
      return false;
    }
    lua_pop(state_, 1);
    lua_pushvalue(state_, -1);
    lua_pushboolean(state_, 1);
    lua_rawset(state_, seen_);
    return true;
  }

  void close_table() {
    const int table = lua_gettop(state_);
    lua_pushnil(state_);
    while (lua_next(state_, table) != 0) {
      add();
      lua_pushvalue(state_, -1);
      add();
    }
    make_constant(state_, table);
  }

  void close_function() {
    const int function = lua_gettop(state_);
    for (int n = 1; lua_getupvalue(state_, function, n) != nullptr; ++n) {
      if (variables_.insert(lua_upvalueid(state_, function, n)).second) {
        lua_pushvalue(state_, -1);
        Reference value = Reference::take(state_);
        lua_pushvalue(state_, function);
        captured_.push_back({Reference::take(state_), n, std::move(value)});
      }
      add();
    }
  }

  lua_State* state_;
  int seen_ = 0;
  int waiting_ = 0;
  lua_Integer last_ = 0;
  std::set<void*> variables_;
  std::vector<Captured> captured_;
};

/// Whether no code can tell the two values on top apart.
bool are_identical(lua_State* L) {
  if (lua_type(L, -1) != LUA_TNUMBER || lua_type(L, -2) != LUA_TNUMBER) {
    return lua_rawequal(L, -1, -2) != 0;
  }
  if (lua_isinteger(L, -1) != lua_isinteger(L, -2)) return false;
  if (lua_isinteger(L, -1) != 0) return lua_tointeger(L, -1) == lua_tointeger(L, -2);
  return std::bit_cast<std::uint64_t>(lua_tonumber(L, -1)) ==
         std::bit_cast<std::uint64_t>(lua_tonumber(L, -2));
}

}  // namespace

std::vector<Captured> close_over(lua_State* L, int index) {
  const int function = lua_absindex(L, index);
  const StackGuard guard(L);
  luaL_checkstack(L, LUA_MINSTACK, nullptr);
  Closing closing(L);
  lua_pushvalue(L, function);
  closing.add();
  std::vector<Captured> captured = closing.run();
  lua_pop(L, 2);
  return captured;
}

std::string restore(lua_State* L, const std::vector<Captured>& variables) {
  std::string changed;
  for (const Captured& variable : variables) {
    variable.function.push(L);
    const int function = lua_gettop(L);
    const char* const name = lua_getupvalue(L, function, variable.number);
    variable.value.push(L);
    if (!are_identical(L)) {
      if (changed.empty()) changed = name;
      lua_setupvalue(L, function, variable.number);
    }
    lua_settop(L, function - 1);
  }
  return changed;
}

bool push_content(lua_State* L, int index) {
  const int table = lua_absindex(L, index);
  if (lua_getmetatable(L, table) == 0) return false;
  const int type = lua_rawgeti(L, -1, content_key);
  lua_remove(L, -2);
  if (type == LUA_TTABLE) return true;
  lua_pop(L, 1);
  return false;
}

void raise_constant(lua_State* L) {
  raise(L, {Failure::Kind::constant,
            message("this table cannot be changed: what a rule file makes while it is loaded, and "
                    "the libraries, stay as they are"),
            message("make a table of its own inside the function"),
            {}});
}

}  // namespace cpom::lua
