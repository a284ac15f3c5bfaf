/// The command line of explain, layers and requires.
#pragma once

#include <CLI/CLI.hpp>

#include "base/language.hpp"
#include "cli/options.hpp"
#include "cli/raw_options.hpp"

namespace cpom::cli {

void add_inquiries(CLI::App& app, RawOptions& raw, Language language);

/// Sets the inquiry when the command is one of the three. \a raw loses what is understood here, and
/// the rest is read as for other commands. Throws Error (usage.*).
void read_inquiry(RawOptions& raw, Options& options);

}  // namespace cpom::cli
