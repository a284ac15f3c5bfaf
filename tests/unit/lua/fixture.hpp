/// A state with the standard sandbox, and ways to run code in it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <lua.h>

#include "base/language.hpp"
#include "lua/call.hpp"
#include "lua/sandbox.hpp"
#include "lua/state.hpp"
#include "lua/value.hpp"

namespace cpom::lua {

inline std::string english(const Message& message) { return render(message, Language::english); }

class Bench {
 public:
  explicit Bench(std::size_t ceiling = State::usual_ceiling,
                 std::size_t reserve = State::usual_reserve)
      : state_(ceiling, reserve) {
    protect(state_.get(), [this](lua_State* L) {
      sandbox_.emplace(L, standard_libraries(), std::span<const Sandbox::Constant>{});
    });
  }

  /// Runs \a source as a file "code.lua"; what it returns first is kept as a text in `result`.
  std::optional<Failure> run(std::string_view source, const Limits& limits = {}) {
    result.clear();
    return protect(state_.get(), [&](lua_State* L) {
      meter().open(L, limits);
      sandbox_->load(L, source, "code.lua");
      lua_call(L, 0, 1);
      meter().close();
      result = result_text(L);
    });
  }

  /// False when memory did not even suffice for the sandbox.
  bool is_usable() const { return sandbox_.has_value(); }
  lua_State* get() const { return state_.get(); }
  State& state() { return state_; }
  Meter& meter() const { return state_.meter(); }
  const Sandbox& sandbox() const { return *sandbox_; }

  std::string result;

 private:
  static std::string result_text(lua_State* L) {
    switch (lua_type(L, -1)) {
      case LUA_TNUMBER:
      case LUA_TSTRING: return std::string(text_at(L, -1));
      default: return english(describe(L, -1));
    }
  }

  State state_;
  std::optional<Sandbox> sandbox_;
};

}  // namespace cpom::lua
