/// Owns a Lua state: its memory, its meter, and what happens when all else fails.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>

#include <lua.h>

#include "lua/failure.hpp"
#include "lua/meter.hpp"

namespace cpom::lua {

/// What C functions find from any lua_State* of ours.
struct Context {
  Meter meter;
  /// Why the protected work that just ended stopped.
  std::optional<Failure> failure;
};

Context& context_of(lua_State* L);

class State {
 public:
  static constexpr std::size_t usual_ceiling = std::size_t{512} * 1024 * 1024;
  /// Granted to the host only: code that fills the memory to the brim must not make the host's
  /// next push fail.
  static constexpr std::size_t usual_reserve = std::size_t{4} * 1024 * 1024;

  explicit State(std::size_t ceiling = usual_ceiling, std::size_t reserve = usual_reserve);

  lua_State* get() const { return state_.get(); }
  Meter& meter() const { return context_->meter; }

  /// Collects all garbage.
  void collect() const { lua_gc(get(), LUA_GCCOLLECT); }

 private:
  struct Close {
    void operator()(lua_State* L) const { lua_close(L); }
  };

  std::unique_ptr<Context> context_;  // outlives the state, which frees through it
  std::unique_ptr<lua_State, Close> state_;
};

}  // namespace cpom::lua
