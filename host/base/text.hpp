/// UTF-8 text: checks, conversion, widths, and what must not reach a terminal.
#pragma once

#include <bit>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cpom {

/// Offset of the first byte that is not valid UTF-8; nullopt when all of it is.
std::optional<std::size_t> invalid_utf8(std::string_view text);

/// Windows-1252 to UTF-8; the five bytes it leaves undefined become U+FFFD. The table is our own
/// because iconv loads converters from the disk, from where the environment says.
std::string from_windows_1252(std::string_view bytes);

/// UTF-16 without byte-order mark to UTF-8; nullopt when a byte or half of a pair is missing.
std::optional<std::string> from_utf16(std::string_view bytes, std::endian order);

/// How many characters (code points) there are; an invalid byte counts as one.
std::size_t character_count(std::string_view text);

/// Columns the text takes on a terminal (combining marks 0, wide characters 2).
int display_width(std::string_view text);

/// The text cut at word boundaries into lines of at most \a width columns; a longer word is cut.
/// Blanks between words become one space, no-break spaces stay. Never empty.
std::vector<std::string> wrap(std::string_view text, int width);

/// The text without control characters, terminal escapes and bidirectional controls; each is
/// replaced by U+FFFD, except tab and line break, which become a space.
std::string printable(std::string_view text);

/// printable(\a text) with & < > " and ' as references: safe in the content and in the attributes
/// of HTML and XML.
std::string markup_text(std::string_view text);

/// Blanks of every kind (space, no-break, narrow no-break, tab…) removed at both ends.
std::string_view trim(std::string_view text);

/// Lower case by Unicode, accents removed, look-alike spaces, hyphens and quotes made one: for
/// comparing names typed by people. Text that is not valid UTF-8 comes back unchanged.
std::string folded(std::string_view text);

/// The letters and digits of the folded text: what two prints of one label have in common, however
/// they are spaced, hyphenated and quoted.
std::string letters_of(std::string_view text);

/// Whether two names typed by people are the same words: compared by letters_of, and alike too when
/// one of them was cut short at the end.
bool same_words(std::string_view one, std::string_view other);

}  // namespace cpom
