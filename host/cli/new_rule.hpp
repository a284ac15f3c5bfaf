/// `cpom new rule` and `cpom new test`: files for a package that is there already.
#pragma once

#include "cli/exit_code.hpp"
#include "cli/options.hpp"

namespace cpom::cli {

ExitCode new_rule(const Options& options);
ExitCode new_test(const Options& options);

}  // namespace cpom::cli
