/// Names that people expect in Lua and do not find here, and what to use instead.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "lua/failure.hpp"

namespace cpom::lua {

/// What to say of \a name ("os", "string.rep"), which is none of \a known.
Failure unknown_name(std::string_view name, std::span<const std::string> known);

}  // namespace cpom::lua
