/// Handles that put a Lua stack and registry back in order by themselves.
#pragma once

#include <cassert>
#include <exception>
#include <utility>

#include <lua.h>

#include <lauxlib.h>

namespace cpom::lua {

/// The stack must end as it began, `pushed` slots apart. An error leaves it to the protected call,
/// which knows better where the stack stood.
class StackGuard {
 public:
  explicit StackGuard(lua_State* L, int pushed = 0)
      : state_(L), top_(lua_gettop(L) + pushed), exceptions_(std::uncaught_exceptions()) {}
  StackGuard(const StackGuard&) = delete;
  StackGuard& operator=(const StackGuard&) = delete;
  ~StackGuard() {
    if (std::uncaught_exceptions() > exceptions_) return;
    assert(lua_gettop(state_) == top_);
    lua_settop(state_, top_);
  }

 private:
  lua_State* state_;
  int top_;
  int exceptions_;
};

/// A value kept in the registry. The state must outlive it.
class Reference {
 public:
  Reference() = default;
  Reference(const Reference&) = delete;
  Reference& operator=(const Reference&) = delete;

  /// [-1, +0] Keeps the value on top. In protected mode only.
  static Reference take(lua_State* L) { return {L, luaL_ref(L, LUA_REGISTRYINDEX)}; }

  Reference(Reference&& other) noexcept
      : state_(std::exchange(other.state_, nullptr)), key_(other.key_) {}
  Reference& operator=(Reference&& other) noexcept {
    std::swap(state_, other.state_);
    std::swap(key_, other.key_);
    return *this;
  }
  ~Reference() {
    if (state_ != nullptr) luaL_unref(state_, LUA_REGISTRYINDEX, key_);
  }

  explicit operator bool() const { return state_ != nullptr; }

  /// [-0, +1]
  void push(lua_State* L) const { lua_rawgeti(L, LUA_REGISTRYINDEX, key_); }

 private:
  Reference(lua_State* L, int key) : state_(L), key_(key) {}

  lua_State* state_ = nullptr;
  int key_ = LUA_NOREF;
};

}  // namespace cpom::lua
