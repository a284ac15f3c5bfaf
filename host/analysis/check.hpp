/// All that can be known of packages before a run.
#pragma once

#include "analysis/subject.hpp"
#include "base/diagnostic.hpp"

namespace cpom::analysis {

/// The findings on \a subject, each once, by file and line. Nothing is evaluated; rule files are
/// loaded in the sandbox, as they are for an evaluation.
Diagnostics check(const Subject& subject);

/// \a before, what loading and binding found, with \a more; what both tell is told once.
Diagnostics merged(const Diagnostics& before, const Diagnostics& more);

}  // namespace cpom::analysis
