/// The interpreter's own messages, as messages that can be translated.
#pragma once

#include <string_view>

#include "base/message.hpp"

namespace cpom::lua {

/// \a text as a message: one of Lua's own ("attempt to index a nil value (local 'x')") by its
/// parts, any other as it is. In English it reads as Lua wrote it.
Message runtime_message(std::string_view text);

}  // namespace cpom::lua
