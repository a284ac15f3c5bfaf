/// Failures of Lua code as diagnostics with a stable code.
#pragma once

#include <string>

#include "base/diagnostic.hpp"
#include "lua/failure.hpp"

namespace cpom::script {

/// "<family>.syntax", ".error", ".unavailable", ".unknown_name", ".constant", ".budget" or
/// ".memory"; at \a otherwise when the failure does not know its place.
Diagnostic diagnostic_of(const lua::Failure& failure, const std::string& family, Message what,
                         const Position& otherwise);

}  // namespace cpom::script
