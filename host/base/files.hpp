/// Reading whole files and writing them whole or not at all.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace cpom {

/// Ceiling on the size of any text file that is read.
inline constexpr std::size_t largest_input = std::size_t{64} * 1024 * 1024;

/// The bytes of a regular file. Throws Error: file.not_found, file.is_directory, file.not_regular,
/// file.unreadable, file.too_large, file.changed (it grew or shrank meanwhile), each naming \a path
/// as given.
std::string read_file(const std::filesystem::path& path, std::size_t limit = largest_input);

/// Whether \a path is \a folder or lies in it, links followed on both sides; neither need exist.
bool is_within(const std::filesystem::path& path, const std::filesystem::path& folder);

/// Writes \a content to a temporary file beside \a path, then renames it over \a path, so that
/// \a path holds either the former content or all of the new one. A link is followed, and the
/// permissions of a replaced file are kept. What is not a regular file (/dev/null, a FIFO) is
/// written directly, and so is /dev/stdout. Throws Error (file.not_writable) and leaves no
/// temporary file.
void write_file(const std::filesystem::path& path, std::string_view content);

/// Writes to the process's standard output, to the last byte. Throws Error (output.failed) when
/// the disk is full, or when the reader has gone, provided that the program ignores SIGPIPE.
void write_standard_output(std::string_view content);

}  // namespace cpom
