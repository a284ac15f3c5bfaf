/// Tells when files changed, by looking at them again and again.
///
/// Looking works wherever files can be read. The notices of an operating system do not: on a
/// shared folder nobody is told of what another machine writes, and agencies keep their rules on
/// shared folders. A look costs one question to the file system for each file; what a file holds
/// is read only when its size or its time changed.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <vector>

#include "watch/snapshot.hpp"

namespace cpom::watch {

/// What became of the files since it was told last; each list sorted.
struct Changes {
  std::vector<std::filesystem::path> changed;
  std::vector<std::filesystem::path> added;
  std::vector<std::filesystem::path> removed;
  /// Watched paths themselves that are no longer there, or are there again.
  std::vector<std::filesystem::path> gone;
  std::vector<std::filesystem::path> back;

  bool empty() const {
    return changed.empty() && added.empty() && removed.empty() && gone.empty() && back.empty();
  }
};

class Watcher {
 public:
  /// Takes the first look.
  explicit Watcher(Selection selection);

  /// Looks once. What changed since it was told last is told when two looks in a row see the same:
  /// a save of several writes, or by a temporary file and a renaming, is one change, and a file
  /// that came back as it was is none.
  std::optional<Changes> look();

  std::size_t files() const { return told_.files.size(); }
  /// Watched paths that are not there, as told last.
  const std::vector<std::filesystem::path>& missing() const { return told_.missing; }

 private:
  Selection selection_;
  Snapshot told_;
  Snapshot seen_;
};

}  // namespace cpom::watch
