#include "lua/value.hpp"

#include <cmath>
#include <string>

#include "base/number.hpp"
#include "lua/failure.hpp"

namespace cpom::lua {
namespace {

constexpr std::size_t longest_quotation = 40;

Message describe_number(double number) {
  if (std::isnan(number)) return message("the result of 0/0 (not a number)");
  if (std::isinf(number)) return message("an infinite number");
  return message("the number {0}", Figure{number});
}

}  // namespace

void push(lua_State* L, std::span<const double> numbers) {
  lua_createtable(L, static_cast<int>(numbers.size()), 0);
  lua_Integer at = 0;
  for (const double number : numbers) {
    lua_pushnumber(L, number);
    lua_rawseti(L, -2, ++at);
  }
}

std::string_view text_at(lua_State* L, int index) {
  std::size_t size = 0;
  const char* const text = lua_tolstring(L, index, &size);
  return {text, size};
}

Message describe(lua_State* L, int index) {
  switch (lua_type(L, index)) {
    case LUA_TBOOLEAN: return lua_toboolean(L, index) != 0 ? message("true") : message("false");
    case LUA_TNUMBER: return describe_number(lua_tonumber(L, index));
    case LUA_TSTRING:
      return message("the text \"{0}\"", clean_text(text_at(L, index), longest_quotation));
    case LUA_TTABLE: return message("a table");
    case LUA_TFUNCTION: return message("a function");
    case LUA_TNIL:
    case LUA_TNONE: return message("nothing");
    default: return message("an object");
  }
}

int push_field(lua_State* L, int index, std::string_view key) {
  const int table = lua_absindex(L, index);
  push(L, key);
  return lua_rawget(L, table);
}

}  // namespace cpom::lua
