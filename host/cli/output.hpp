/// Putting a report where the user wants it, whole or not at all.
#pragma once

#include <string_view>

#include "cli/options.hpp"

namespace cpom::cli {

/// Throws Error (usage.overwrites_input) when the output is one of the inputs.
void refuse_overwriting(const Options& options);

/// To the file of --output or to standard output. Throws Error (file.not_writable, output.failed).
void write_report(std::string_view report, const Options& options);

}  // namespace cpom::cli
