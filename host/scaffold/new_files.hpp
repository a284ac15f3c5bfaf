/// Writing files that are not there yet: all of them, or none.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace cpom::scaffold {

struct NewFile {
  std::filesystem::path path;
  std::string text;
};

/// Throws Error (usage.file_exists) when one of them is there already.
void refuse_existing(const std::vector<NewFile>& files);

/// Writes all files, with the folders they need, then puts the text of \a changed, unless its path
/// is empty, in the place of what that file holds. On a fault what was written so far is removed,
/// and so are folders made for it. Throws Error: usage.file_exists when one is there already
/// (nothing is written then), file.not_writable.
void write_new_files(const std::vector<NewFile>& files, const NewFile& changed = {});

}  // namespace cpom::scaffold
