/// What all of `cpom new` have in common.
#pragma once

#include <filesystem>
#include <vector>

#include "cli/options.hpp"
#include "scaffold/new_files.hpp"

namespace cpom::cli {

/// Writes them and \a changed (see scaffold::write_new_files), and tells what was written and what
/// to do next with \a folder.
void write_and_tell(const std::vector<scaffold::NewFile>& files,
                    const std::filesystem::path& folder, const Options& options,
                    const scaffold::NewFile& changed = {});

/// .luarc.json, .luacheckrc and the annotations, in \a package.
void add_editor_files(const std::filesystem::path& package, Language language,
                      std::vector<scaffold::NewFile>& files);

}  // namespace cpom::cli
