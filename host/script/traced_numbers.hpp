/// Numbers that remember where they come from, and tell what is done with them.
#pragma once

#include <optional>
#include <vector>

#include <lua.h>

#include "lua/sandbox.hpp"
#include "script/trace.hpp"

namespace cpom::script {

/// [-0, +0] Makes the state one that traces: \a sandbox knows the names of equality_marks.hpp, and
/// its functions see through traced numbers. Once for a state, in protected mode.
void prepare_tracing(lua_State* L, const lua::Sandbox& sandbox);

/// Writes down what is done.
struct Recorder {
  Trace* trace = nullptr;
  /// The Lua function that did something last, and its file: most have several operations.
  const void* function = nullptr;
  std::size_t file = 0;
};

/// [-0, +0] What is done from now on goes to \a recorder; nullptr: nowhere.
void trace_to(lua_State* L, Recorder* recorder);

/// [-0, +1] \a value as argument number \a index. A truth, a text and nothing are what they are.
void push_traced(lua_State* L, const engine::Value& value, std::size_t index);

/// [-0, +0] Puts the plain number in the place of the traced one at \a index; where it came from,
/// or nothing when the value there is no number.
std::optional<Operand> make_plain(lua_State* L, int index);

}  // namespace cpom::script
