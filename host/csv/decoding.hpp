/// From the bytes of a CSV file to its text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"

namespace cpom::csv {

/// The text of a file in UTF-8, without byte-order mark. UTF-16 with its mark is converted; what is
/// not UTF-8 is taken for Windows-1252, with the note csv.encoding. nullopt, with an error, when it
/// is empty or no text. The text lies in \a bytes, or in \a converted.
std::optional<std::string_view> decode(std::string_view bytes, const std::string& file,
                                       std::string& converted, Diagnostics& found);

}  // namespace cpom::csv
