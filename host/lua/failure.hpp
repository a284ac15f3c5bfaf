/// Why protected work stopped, told without the words of the interpreter.
#pragma once

#include <string>
#include <string_view>

#include <lua.h>

#include "base/diagnostic.hpp"

namespace cpom::lua {

struct Failure {
  enum class Kind {
    /// The text is no Lua.
    syntax,
    /// The code raised an error, or did what cannot be done.
    error,
    /// It used a name that Lua has and the sandbox has not.
    unavailable,
    /// It used a name that nobody declared.
    unknown_name,
    /// It wrote to a global, a library or another thing that stays as it is.
    constant,
    /// It spent its instructions.
    instructions,
    /// It spent its memory, made too long a text, or nested too many calls.
    memory,
  };

  Kind kind = Kind::error;
  Message what;
  Message remedy;
  /// The line of the code that ran; no file when it could not be told.
  Position where;
};

/// Longest text taken over from foreign code.
inline constexpr std::size_t longest_text = 2048;

/// \a text cut to \a limit bytes between two characters, with what is not UTF-8 or not printable
/// replaced.
std::string clean_text(std::string_view text, std::size_t limit = longest_text);

/// Stops the code that runs. The place is filled in by the message handler.
[[noreturn]] void raise(lua_State* L, Failure failure);

/// Stops the code that runs because its meter says so.
[[noreturn]] void raise_stop(lua_State* L);

/// Charges a library function's work to the run, and stops it when that was too much.
void charge(lua_State* L, std::size_t units);

/// Stops the run when a text of \a bytes is longer than it may be. To be asked before the text
/// is put together outside Lua's memory.
void check_length(lua_State* L, std::size_t bytes);

}  // namespace cpom::lua
