// Names without a prefix, and math.
#include "lua/library.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <string_view>

#include <lauxlib.h>
#include <lualib.h>

#include "lua/call.hpp"
#include "lua/constants.hpp"
#include "lua/failure.hpp"
#include "lua/value.hpp"

namespace cpom::lua {
namespace {

constexpr std::size_t longest_numeral = 64;
constexpr std::string_view blanks = " \t\r\n\f\v";

/// As Lua writes a number, in any locale.
std::string numeral(double number) {
  if (std::isnan(number)) return "nan";
  if (std::isinf(number)) return number > 0 ? "inf" : "-inf";
  std::array<char, 40> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number,
                                 std::chars_format::general, 14)
                       .ptr;
  std::string text(buffer.data(), end);
  if (text.find_first_not_of("-0123456789") == std::string::npos) text += ".0";
  return text;
}

/// tostring(value): never an address.
int to_text(lua_State* L) {
  luaL_checkany(L, 1);
  switch (lua_type(L, 1)) {
    case LUA_TSTRING: lua_settop(L, 1); break;
    case LUA_TNUMBER:
      push(L, lua_isinteger(L, 1) != 0 ? std::to_string(lua_tointeger(L, 1))
                                       : numeral(lua_tonumber(L, 1)));
      break;
    case LUA_TBOOLEAN: lua_pushstring(L, lua_toboolean(L, 1) != 0 ? "true" : "false"); break;
    default: lua_pushstring(L, luaL_typename(L, 1)); break;
  }
  return 1;
}

/// [-0, +1] The number that all of \a text writes, or nil.
void push_number(lua_State* L, std::string_view text) {
  const std::size_t first = std::min(text.find_first_not_of(blanks), text.size());
  const std::size_t last = text.find_last_not_of(blanks);
  text = text.substr(first, last == std::string_view::npos ? 0 : last - first + 1);
  if (text.starts_with('+')) text.remove_prefix(text.starts_with("+-") ? text.size() : 1);
  const char* const end = text.data() + text.size();
  const bool plausible = !text.empty() && text.size() <= longest_numeral &&
                         text.find_first_not_of("0123456789+-.eE") == std::string_view::npos;
  lua_Integer whole = 0;
  double number = 0;
  if (!plausible) {
    lua_pushnil(L);
  } else if (const auto [at, fault] = std::from_chars(text.data(), end, whole);
             fault == std::errc{} && at == end) {
    lua_pushinteger(L, whole);
  } else if (const auto [stop, wrong] = std::from_chars(text.data(), end, number);
             wrong == std::errc{} && stop == end) {
    lua_pushnumber(L, number);
  } else {
    lua_pushnil(L);
  }
}

/// tonumber(value): decimal notation with a point, in any locale; nil for anything else.
int to_number(lua_State* L) {
  luaL_checkany(L, 1);
  luaL_argcheck(L, lua_isnoneornil(L, 2), 2, "only decimal notation is read");
  if (lua_type(L, 1) == LUA_TNUMBER) {
    lua_settop(L, 1);
  } else if (lua_type(L, 1) == LUA_TSTRING) {
    push_number(L, text_at(L, 1));
  } else {
    lua_pushnil(L);
  }
  return 1;
}

/// error(message): Lua's own would put the place into the text.
int raise_error(lua_State* L) {
  lua_settop(L, 1);
  return lua_error(L);
}

constexpr std::array base_entries = {
    Entry{"assert"},
    Entry{"error", guarded<raise_error>},
    Entry{"ipairs"},
    Entry{"pairs", guarded<ordered_pairs>},
    Entry{"select"},
    Entry{"tonumber", guarded<to_number>},
    Entry{"tostring", guarded<to_text>},
    Entry{"type"},
};

// Without exp, log and the like: their last digit depends on the machine.
constexpr std::array math_entries = {
    Entry{"abs"},  Entry{"ceil"},       Entry{"floor"}, Entry{"fmod"},       Entry{"huge"},
    Entry{"max"},  Entry{"maxinteger"}, Entry{"min"},   Entry{"mininteger"}, Entry{"pi"},
    Entry{"sqrt"}, Entry{"tointeger"},  Entry{"type"},  Entry{"ult"},
};

}  // namespace

const Library base_library = {"", base_entries, luaopen_base};
const Library math_library = {"math", math_entries, luaopen_math};

}  // namespace cpom::lua
