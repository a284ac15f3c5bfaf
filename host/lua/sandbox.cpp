#include "lua/sandbox.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include <lauxlib.h>

#include "base/text.hpp"
#include "lua/call.hpp"
#include "lua/constants.hpp"
#include "lua/failure.hpp"
#include "lua/refused_names.hpp"
#include "lua/syntax_message.hpp"
#include "lua/value.hpp"

namespace cpom::lua {
namespace {

int refuse_change(lua_State* L) { raise_constant(L); }

int refuse_global(lua_State* L) {
  const std::string name = lua_type(L, 2) == LUA_TSTRING ? clean_text(text_at(L, 2), 80) : "?";
  raise(L, {Failure::Kind::constant,
            message("'{0}' is assigned, but not declared", name),
            message("declare it: local {0}", name),
            {}});
}

/// [-0, +0] Appends the names in the table at \a index, each after \a prefix.
void append_names(lua_State* L, int index, const std::string& prefix,
                  std::vector<std::string>& names) {
  const int table = lua_absindex(L, index);
  lua_pushnil(L);
  while (lua_next(L, table) != 0) {
    lua_pop(L, 1);
    names.push_back(prefix + std::string(text_at(L, -1)));
  }
}

/// __index of a table of names, whose own name is the first upvalue: reached for any other name.
int refuse_name(lua_State* L) {
  std::string prefix(text_at(L, lua_upvalueindex(1)));
  if (!prefix.empty()) prefix += '.';
  std::vector<std::string> known;
  append_names(L, 1, prefix, known);
  std::sort(known.begin(), known.end());
  if (lua_type(L, 2) == LUA_TSTRING) {
    raise(L, unknown_name(prefix + std::string(text_at(L, 2)), known));
  }
  raise(L, {Failure::Kind::unknown_name, message("no name, but {0}", describe(L, 2)), {}, {}});
}

/// [-0, +0] Reading another name from the table on top raises.
void close_names(lua_State* L, const char* name) {
  lua_createtable(L, 0, 2);
  lua_pushstring(L, name);
  lua_pushcclosure(L, guarded<refuse_name>, 1);
  lua_setfield(L, -2, "__index");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_setmetatable(L, -2);
}

/// [-1, +1] The table on top becomes the metatable of things that show it and refuse a change.
void make_window(lua_State* L, lua_CFunction refuse) {
  lua_createtable(L, 0, 3);
  lua_insert(L, -2);
  lua_setfield(L, -2, "__index");
  lua_pushcfunction(L, refuse);
  lua_setfield(L, -2, "__newindex");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
}

/// [-0, +1] A table with the entries of \a library.
void push_entries(lua_State* L, const Library& library) {
  lua_createtable(L, 0, static_cast<int>(library.entries.size()));
  if (library.standard != nullptr) {
    lua_pushcfunction(L, library.standard);
    lua_call(L, 0, 1);
  } else {
    lua_pushnil(L);
  }
  for (const Entry& entry : library.entries) {
    if (entry.function != nullptr) {
      lua_pushcfunction(L, entry.function);
    } else {
      lua_getfield(L, -1, entry.name);
    }
    lua_setfield(L, -3, entry.name);
  }
  lua_pop(L, 1);
}

/// [-0, +0] "x":len() finds the functions of string, and nothing else.
void set_text_metatable(lua_State* L, int members) {
  lua_pushliteral(L, "");
  lua_pushvalue(L, members);
  make_window(L, guarded<refuse_change>);
  lua_setmetatable(L, -2);
  lua_pop(L, 1);
}

/// [-0, +0] Puts \a library into the table of globals, on top.
void add_library(lua_State* L, const Library& library,
                 std::span<const Sandbox::Constant> constants) {
  const int globals = lua_gettop(L);
  push_entries(L, library);
  for (const Sandbox::Constant& constant : constants) {
    if (std::string_view(constant.library) != library.name) continue;
    lua_pushinteger(L, constant.value);
    lua_setfield(L, -2, constant.name);
  }
  if (*library.name == '\0') {
    lua_pushnil(L);
    while (lua_next(L, -2) != 0) {
      lua_pushvalue(L, -2);
      lua_insert(L, -2);
      lua_rawset(L, globals);
    }
    lua_pop(L, 1);
    return;
  }
  close_names(L, library.name);
  if (std::string_view(library.name) == "string") set_text_metatable(L, lua_gettop(L));
  lua_newtable(L);
  lua_insert(L, -2);
  make_window(L, guarded<refuse_change>);
  lua_setmetatable(L, -2);
  lua_setfield(L, globals, library.name);
}

struct Source {
  std::string_view rest;
};

const char* read_source(lua_State* /*L*/, void* data, std::size_t* size) {
  Source& source = *static_cast<Source*>(data);
  const std::string_view all = std::exchange(source.rest, {});
  *size = all.size();
  return all.empty() ? nullptr : all.data();
}

/// [-0, +1] The function, or a message; its status.
int load_text(lua_State* L, std::string_view text, const std::string& name,
              const char* mode = "t") {
  Source source{text};
  return lua_load(L, read_source, &source, name.c_str(), mode);
}

/// A syntax error tells its line in its text only. Loaded under the name "?", the text is known to
/// begin with "?:line: ".
Failure syntax_failure(lua_State* L, std::string_view text, const std::string& file) {
  load_text(L, text, "=?");
  std::string_view said = text_at(L, -1);
  Position where{file, 0, 0};
  if (said.starts_with("?:")) {
    said.remove_prefix(2);
    const auto [end, fault] = std::from_chars(said.data(), said.data() + said.size(), where.line);
    const auto digits = static_cast<std::size_t>(end - said.data());
    if (fault == std::errc{}) said.remove_prefix(std::min(digits + 2, said.size()));
  }
  return {Failure::Kind::syntax, syntax_message(clean_text(said)), {}, std::move(where)};
}

void check_source(lua_State* L, std::string_view source, const std::string& file) {
  if (source.size() > largest_source) {
    raise(L, {Failure::Kind::syntax,
              message("the file has {0} bytes; the limit is {1}", Figure{double(source.size())},
                      Figure{double(largest_source)}),
              {},
              {file, 0, 0}});
  }
  if (const auto bad = invalid_utf8(source)) {
    const auto lines = std::count(source.begin(), source.begin() + static_cast<long>(*bad), '\n');
    raise(L, {Failure::Kind::syntax,
              message("the file is not in UTF-8"),
              message("save it as UTF-8"),
              {file, static_cast<int>(lines) + 1, 0}});
  }
}

/// [-0, +1]
void load_checked(lua_State* L, std::string_view source, const std::string& file) {
  check_source(L, source, file);
  constexpr std::string_view byte_order_mark = "\uFEFF";
  if (source.starts_with(byte_order_mark)) source.remove_prefix(byte_order_mark.size());
  const int status = load_text(L, source, "@" + file);
  if (status == LUA_ERRMEM) lua_error(L);
  if (status != LUA_OK) raise(L, syntax_failure(L, source, file));
}

}  // namespace

Sandbox::Sandbox(lua_State* L, std::span<const Library> libraries,
                 std::span<const Constant> constants) {
  const StackGuard guard(L);
  lua_newtable(L);
  for (const Library& library : libraries) add_library(L, library, constants);
  close_names(L, "");
  // Lua's own base library has left its functions in the table of globals.
  lua_newtable(L);
  lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
  lua_pushvalue(L, -1);
  globals_ = Reference::take(L);
  make_window(L, guarded<refuse_global>);
  environment_metatable_ = Reference::take(L);
}

void Sandbox::load(lua_State* L, std::string_view source, const std::string& file) const {
  load_checked(L, source, file);
  lua_newtable(L);
  environment_metatable_.push(L);
  lua_setmetatable(L, -2);
  lua_setupvalue(L, -2, 1);
}

void Sandbox::load_chunk(lua_State* L, std::string_view chunk, const std::string& file) const {
  if (load_text(L, chunk, "@" + file, "b") != LUA_OK) lua_error(L);
  lua_newtable(L);
  environment_metatable_.push(L);
  lua_setmetatable(L, -2);
  lua_setupvalue(L, -2, 1);
}

std::vector<std::string> Sandbox::names(lua_State* L) const {
  const StackGuard guard(L);
  std::vector<std::string> all;
  globals_.push(L);
  const int globals = lua_gettop(L);
  lua_pushnil(L);
  while (lua_next(L, globals) != 0) {
    const std::string name(text_at(L, -2));
    if (lua_istable(L, -1) && lua_getmetatable(L, -1) != 0) {
      push_field(L, -1, "__index");
      append_names(L, -1, name + ".", all);
      lua_pop(L, 2);
    } else {
      all.push_back(name);
    }
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
  std::sort(all.begin(), all.end());
  return all;
}

std::span<const Library> standard_libraries() {
  static const std::array all = {base_library, math_library, string_library, table_library,
                                 utf8_library};
  return all;
}

void load_data(lua_State* L, std::string_view source, const std::string& file) {
  load_checked(L, source, file);
  lua_newtable(L);
  lua_newtable(L);
  close_names(L, "");
  make_window(L, guarded<refuse_global>);
  lua_setmetatable(L, -2);
  lua_setupvalue(L, -2, 1);
}

}  // namespace cpom::lua
