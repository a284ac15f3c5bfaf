/// In which line of a Lua file something stands. A table that was read does not tell.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cpom::script {

/// The first line, from line \a from on, on which field \a key is given a value, outside comments;
/// \a from when there is none.
int line_of_key(std::string_view source, std::string_view key, int from = 1);

/// The line of a field of nested tables: \a path names it from the outside in.
int line_of_path(std::string_view source, std::span<const std::string> path);

/// The first line, from line \a from on, with \a text between quotation marks, outside comments;
/// \a from when there is none.
int line_of_text(std::string_view source, std::string_view text, int from = 1);

/// What follows \a prefix, up to the closing mark, in the texts between quotation marks that begin
/// with it, outside comments: with "param." the names of parameters.
std::vector<std::string> quoted_after(std::string_view source, std::string_view prefix);

}  // namespace cpom::script
