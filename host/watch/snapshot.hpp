/// The files below some paths, as they are at one moment.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace cpom::watch {

struct FileState {
  std::uintmax_t size = 0;
  std::filesystem::file_time_type written;
  /// Of the bytes; the same bytes have the same one.
  std::uint64_t content = 0;
  /// Looks for which the content is read again although size and time are as before.
  int unsettled = 0;

  /// By what the file holds; one that was only written again is the same.
  bool same_content(const FileState& other) const {
    return size == other.size && content == other.content;
  }
};

struct Snapshot {
  std::map<std::filesystem::path, FileState> files;
  /// Paths that were asked for and are not there, sorted.
  std::vector<std::filesystem::path> missing;

  bool same_content(const Snapshot& other) const;
};

struct Selection {
  /// Files, and folders with all below them.
  std::vector<std::filesystem::path> paths;
  /// Of files in folders: ".lua"; a path that is itself a file is taken whatever its name.
  std::vector<std::string> extensions;
  /// For how many looks a file is read again after its size or its time changed: the clock of a
  /// file system may stand still for two seconds, and a second save within them leaves both as
  /// they are.
  int settling = 0;
};

/// Looks at all of \a selection. A file whose size and time are those of \a before, and that has
/// settled, is not read again. Hidden and left-out folders (base/folders.hpp), links to folders,
/// and temporary files of editors and offices are not looked at; a file that cannot be read counts
/// as empty until it can.
Snapshot look(const Selection& selection, const Snapshot& before);

}  // namespace cpom::watch
