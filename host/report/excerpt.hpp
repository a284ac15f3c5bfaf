/// The line of a source that a finding is about, with a caret below the place.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.hpp"

namespace cpom::report {

struct Excerpt {
  /// The line as it stands; empty when there is none to show.
  std::string line;
  /// Where the finding is in it and how far it goes, in characters from 1; 0 when that is not
  /// known: the whole line is meant.
  int column = 0;
  int width = 0;
};

/// The excerpt for \a finding of \a source, the text of its file. Where the finding tells no
/// column, one of the names that it quotes is looked for.
Excerpt excerpt_of(const Diagnostic& finding, std::string_view source);

/// Two lines, each with its end: the number and the line, and the carets below. No line of more
/// than \a width columns; empty for an excerpt without a line.
std::string text_of(const Excerpt& excerpt, int line_number, int width);

}  // namespace cpom::report
