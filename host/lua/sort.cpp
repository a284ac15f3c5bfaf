#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string_view>
#include <vector>

#include <lauxlib.h>

#include "lua/failure.hpp"
#include "lua/library.hpp"
#include "lua/value.hpp"

namespace cpom::lua {
namespace {

using Order = std::vector<std::uint32_t>;

constexpr int list_index = 1;
constexpr int comparison_index = 2;

/// Whether the value at -2 goes before the one at -1, without a comparison of the rule's own.
bool is_less(lua_State* L) {
  const int type = lua_type(L, -2);
  if (type == LUA_TNUMBER && lua_type(L, -1) == type) return lua_compare(L, -2, -1, LUA_OPLT) != 0;
  if (type == LUA_TSTRING && lua_type(L, -1) == type) {
    const std::string_view left = text_at(L, -2);
    const std::string_view right = text_at(L, -1);
    charge(L, std::min(left.size(), right.size()) / 16);
    return left < right;
  }
  luaL_error(L, "table.sort can compare numbers with numbers and texts with texts, not %s with %s",
             luaL_typename(L, -2), luaL_typename(L, -1));
  return false;
}

/// Whether element \a left of the list goes before element \a right.
bool goes_before(lua_State* L, std::uint32_t left, std::uint32_t right) {
  charge(L, 1);
  const int top = lua_gettop(L);
  const bool own = lua_isfunction(L, comparison_index);
  if (own) lua_pushvalue(L, comparison_index);
  lua_rawgeti(L, list_index, left);
  lua_rawgeti(L, list_index, right);
  if (own) lua_call(L, 2, 1);
  const bool before = own ? lua_toboolean(L, -1) != 0 : is_less(L);
  lua_settop(L, top);
  return before;
}

void merge(lua_State* L, const Order& from, Order& to, std::size_t first, std::size_t middle,
           std::size_t end) {
  std::size_t left = first;
  std::size_t right = middle;
  for (std::size_t at = first; at < end; ++at) {
    const bool take_right =
        left == middle || (right < end && goes_before(L, from[right], from[left]));
    to[at] = take_right ? from[right++] : from[left++];
  }
}

/// The places of the list's elements in sorted order.
Order sorted(lua_State* L, std::size_t size) {
  Order order(size);
  std::iota(order.begin(), order.end(), 1U);
  Order merged(size);
  for (std::size_t width = 1; width < size; width *= 2) {
    for (std::size_t first = 0; first < size; first += 2 * width) {
      merge(L, order, merged, first, std::min(first + width, size),
            std::min(first + 2 * width, size));
    }
    order.swap(merged);
  }
  return order;
}

}  // namespace

int stable_sort(lua_State* L) {
  check_writable(L, list_index);
  if (!lua_isnoneornil(L, comparison_index)) {
    luaL_checktype(L, comparison_index, LUA_TFUNCTION);
  }
  lua_settop(L, 2);
  const std::size_t size = lua_rawlen(L, list_index);
  charge(L, size);
  const Order order = sorted(L, size);
  // The comparison may have changed the list: what is not there any more stays away.
  push_list(L, size);
  for (std::size_t i = 0; i < size; ++i) {
    lua_rawgeti(L, list_index, order[i]);
    lua_rawseti(L, -2, static_cast<lua_Integer>(i + 1));
  }
  for (std::size_t i = 1; i <= size; ++i) {
    lua_rawgeti(L, -1, static_cast<lua_Integer>(i));
    lua_rawseti(L, list_index, static_cast<lua_Integer>(i));
  }
  return 0;
}

}  // namespace cpom::lua
