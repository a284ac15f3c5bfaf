/// The log on standard error: quiet unless asked for.
#pragma once

#include <string>
#include <string_view>

#include "cli/options.hpp"

namespace cpom::cli {

/// Makes the program's log as the options want it: warnings only, -v what is done, -vv more.
void start_log(const Options& options);

/// \a text as a JSON string, quotes included. Bytes that are no UTF-8 become U+FFFD.
std::string json_text(std::string_view text);

}  // namespace cpom::cli
