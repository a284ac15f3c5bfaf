/// The command line of `cpom stubs`.
#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "base/language.hpp"

namespace cpom::cli {

struct Options;
struct RawOptions;

struct StubsOptions {
  /// luacats: a folder of annotation files. The others are one text.
  enum class Form { luacats, markdown, luarc, luacheckrc };
  Form form = Form::luacats;
};

void add_stubs(CLI::App& app, RawOptions& raw, Language language);

/// Throws Error (usage.*).
void read_stubs(const RawOptions& raw, Options& options);

}  // namespace cpom::cli
