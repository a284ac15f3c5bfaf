/// The parts of `cpom test`.
#pragma once

#include "cli/exit_code.hpp"
#include "cli/options.hpp"

namespace cpom::cli {

/// Turns the evaluation of one indicator into a row of a table of cases.
ExitCode record_command(const Options& options);

/// Turns the evaluation of a whole contract into the folder of a case (a new one, which --output
/// names), or brings the expected.tsv of the folder that was given instead of a contract up to
/// date. Throws Error: usage.record, test.folder_taken, test.no_package, file.*.
ExitCode record_folder(const Options& options);

}  // namespace cpom::cli
