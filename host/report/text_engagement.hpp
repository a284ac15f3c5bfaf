/// The engagements of a contract in the text report, with their indicators on the term.
#pragma once

#include "report/text_year.hpp"

namespace cpom::report {

/// Nothing when there are none.
void write_engagements(const TextContext& context);

}  // namespace cpom::report
