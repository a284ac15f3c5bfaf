/// What the compiler of Lua says is wrong with a source, as a sentence that can be translated.
#pragma once

#include <string_view>

#include "base/message.hpp"

namespace cpom::lua {

/// \a text without its place: "'}' expected near 'end'". What is not known stays as it is.
Message syntax_message(std::string_view text);

}  // namespace cpom::lua
