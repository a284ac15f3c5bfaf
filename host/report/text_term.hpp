/// The end of the text report when a term was asked for: the statuses of its years in one table,
/// and the engagements.
#pragma once

#include "report/text_year.hpp"

namespace cpom::report {

void write_term(const TextContext& context);

}  // namespace cpom::report
