/// What the program answers to the shell.
#pragma once

#include <string_view>

#include "base/diagnostic.hpp"

namespace cpom::cli {

enum class ExitCode { done = 0, findings = 1, wrong_usage = 2, not_loaded = 3 };

/// For a fault that ends the program: wrong_usage for usage.*, otherwise not_loaded.
inline ExitCode exit_code_of(const Diagnostic& fault) {
  return fault.code.starts_with("usage.") ? ExitCode::wrong_usage : ExitCode::not_loaded;
}

}  // namespace cpom::cli
