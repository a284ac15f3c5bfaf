/// What is wrong with values that were read without fault: told by `cpom check`.
#pragma once

#include "base/diagnostic.hpp"
#include "cli/binding.hpp"

namespace cpom::cli {

/// Adds observation.invalid for every value that an evaluation would find invalid in any year: out
/// of its bounds, of another unit, a part without the other.
void check_values(Binding& binding, Diagnostics& found);

}  // namespace cpom::cli
