/// The parts of `cpom test`.
#pragma once

#include "cli/exit_code.hpp"
#include "cli/options.hpp"

namespace cpom::cli {

/// Turns the evaluation of one indicator into a row of a table of cases.
ExitCode record_command(const Options& options);

}  // namespace cpom::cli
