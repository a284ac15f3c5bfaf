/// What the terminal can show.
#pragma once

#include "cli/options.hpp"

namespace cpom::cli {

/// Whether text goes to a terminal.
bool is_on_terminal(const Options& options);

/// Columns for text: those asked for, those of the terminal, or 100 where there is none.
int width_for(const Options& options);

/// Whether text gets colours: asked for, or on a terminal unless NO_COLOR is set or TERM is dumb.
bool colours_for(const Options& options);

}  // namespace cpom::cli
