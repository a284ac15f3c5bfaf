/// In which line of a Lua file something stands. A table that was read does not tell.
#pragma once

#include <string_view>

namespace cpom::script {

/// The first line on which field \a key is given a value, outside comments; 1 when there is none.
int line_of_key(std::string_view source, std::string_view key);

/// The first line with \a text between quotation marks, outside comments; 1 when there is none.
int line_of_text(std::string_view source, std::string_view text);

}  // namespace cpom::script
