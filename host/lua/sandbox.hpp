/// What foreign code can see: nothing but the names on a list, none of which it can change.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <lua.h>

#include "lua/handles.hpp"
#include "lua/library.hpp"

namespace cpom::lua {

/// Largest text of a file of code.
inline constexpr std::size_t largest_source = std::size_t{256} * 1024;

/// All of it in protected mode only.
class Sandbox {
 public:
  /// A number in a library: "cpom", "api", 1 is cpom.api.
  struct Constant {
    const char* library;
    const char* name;
    lua_Integer value;
    Description description;
  };

  Sandbox(lua_State* L, std::span<const Library> libraries, std::span<const Constant> constants);

  /// [-0, +1] The code of \a source as a function in an environment of its own. Text only. \a file
  /// names it in positions. Raises Failure::Kind::syntax.
  void load(lua_State* L, std::string_view source, const std::string& file) const;

  /// [-0, +1] The same for what encode() wrote: never for bytes that come from elsewhere.
  void load_chunk(lua_State* L, std::string_view chunk, const std::string& file) const;

  /// Everything that code can name, in order: "assert", "cpom.round"…
  std::vector<std::string> names(lua_State* L) const;

 private:
  Reference environment_metatable_;
  Reference globals_;
};

/// The libraries that are part of this layer: base, math, string, table, utf8.
std::span<const Library> standard_libraries();

/// [-0, +1] \a source as a function that can see no name at all: for files that are data.
void load_data(lua_State* L, std::string_view source, const std::string& file);

}  // namespace cpom::lua
