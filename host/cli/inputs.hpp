/// Reading one of several inputs: a file that cannot be read must not hide the faults of others.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/diagnostic.hpp"

namespace cpom::cli {

/// The bytes of the file; nullopt when it cannot be read, which \a found then tells.
std::optional<std::string> read_input(const std::filesystem::path& file, Diagnostics& found);

/// Whether the fault means that nothing at all could be made of an input.
bool is_unreadable(const Diagnostic& fault);

}  // namespace cpom::cli
