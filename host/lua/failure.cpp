#include "lua/failure.hpp"

#include <cstdlib>
#include <utility>

#include "base/text.hpp"
#include "lua/state.hpp"

namespace cpom::lua {
namespace {

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

}  // namespace

std::string clean_text(std::string_view text, std::size_t limit) {
  if (text.size() > limit) {
    std::size_t end = limit;
    while (end > 0 && limit - end < 4 && continues_character(text[end])) --end;
    text = text.substr(0, end);
  }
  return printable(text);
}

void raise(lua_State* L, Failure failure) {
  Context& context = context_of(L);
  context.failure = std::move(failure);
  lua_pushlightuserdata(L, &context);
  lua_error(L);
  std::abort();  // lua_error does not return
}

void raise_stop(lua_State* L) {
  lua_pushnil(L);
  lua_error(L);
  std::abort();
}

void charge(lua_State* L, std::size_t units) {
  if (!context_of(L).meter.charge(units)) raise_stop(L);
}

void check_length(lua_State* L, std::size_t bytes) {
  if (!context_of(L).meter.allows_text(bytes)) raise_stop(L);
}

}  // namespace cpom::lua
