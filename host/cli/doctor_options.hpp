/// The command line of `cpom doctor`.
#pragma once

#include <CLI/CLI.hpp>

#include "base/language.hpp"

namespace cpom::cli {

struct RawOptions;

void add_doctor(CLI::App& app, RawOptions& raw, Language language);

/// Refuses forms that only other commands have. Throws Error (usage.*).
void read_doctor(const RawOptions& raw);

}  // namespace cpom::cli
