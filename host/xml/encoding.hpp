/// From the bytes of an XML file to UTF-8, or why not.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"

namespace cpom::xml {

/// The document as UTF-8 without byte-order mark. UTF-8, UTF-16, ISO-8859-1 and Windows-1252 are
/// read; anything else, and a NUL or another character that XML excludes, goes to \a found
/// (xml.empty, xml.encoding, xml.character, xml.too_large) and gives nullopt.
std::optional<std::string> to_utf8(std::string_view bytes, const std::string& file,
                                   Diagnostics& found);

}  // namespace cpom::xml
