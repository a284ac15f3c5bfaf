/// Where in a line of source something stands, for the caret below it.
#pragma once

#include <string_view>

namespace cpom {

/// Line \a number of \a source, from 1, without its end; empty when there is none.
std::string_view line_of(std::string_view source, int number);

/// Column, in characters from 1, at which \a token stands in \a line as a word of its own; 0 when
/// it does not. A dot in the token may have blanks around it.
int column_of(std::string_view line, std::string_view token);

}  // namespace cpom
