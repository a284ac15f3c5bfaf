#include "lua/state.hpp"

#include <cstring>
#include <new>
#include <stdexcept>
#include <string>

#include "lua/call.hpp"

namespace cpom::lua {
namespace {

/// Reached only when the host touched a stack outside protect().
int panic(lua_State* L) {
  const char* text = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : "no message";
  throw std::logic_error(std::string("Lua error outside protected code: ") + text);
}

}  // namespace

Context& context_of(lua_State* L) {
  void* context = nullptr;
  std::memcpy(&context, lua_getextraspace(L), sizeof context);
  return *static_cast<Context*>(context);
}

State::State(std::size_t ceiling, std::size_t reserve)
    : context_(new Context{Meter(ceiling, reserve), std::nullopt}),
      state_(lua_newstate(Meter::allocate, &context_->meter)) {
  if (state_ == nullptr) throw std::bad_alloc();
  void* const context = context_.get();
  std::memcpy(lua_getextraspace(get()), &context, sizeof context);
  lua_atpanic(get(), panic);
  bool learned = false;
  protect(get(), [&](lua_State* L) { learned = meter().learn_blocks(L); });
  if (!learned) throw std::bad_alloc();
}

}  // namespace cpom::lua
