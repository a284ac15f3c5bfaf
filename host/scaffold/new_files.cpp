#include "scaffold/new_files.hpp"

#include <algorithm>
#include <system_error>

#include "base/diagnostic.hpp"
#include "base/files.hpp"

namespace cpom::scaffold {
namespace {

namespace fs = std::filesystem;

/// Removes what it was told of unless all went well.
class Undo {
 public:
  Undo() = default;
  Undo(const Undo&) = delete;
  Undo& operator=(const Undo&) = delete;
  ~Undo() {
    std::error_code ignored;
    for (auto made = made_.rbegin(); made != made_.rend(); ++made) fs::remove(*made, ignored);
  }

  void add(fs::path path) { made_.push_back(std::move(path)); }
  void keep() { made_.clear(); }

 private:
  std::vector<fs::path> made_;
};

void make_folder(const fs::path& folder, Undo& undo) {
  std::error_code fault;
  if (folder.empty() || fs::is_directory(folder, fault)) return;
  make_folder(folder.parent_path(), undo);
  fault.clear();
  const bool made = fs::create_directory(folder, fault);
  if (made) undo.add(folder);
  if (made || fs::is_directory(folder)) return;
  throw Error("file.not_writable", {folder.string(), 0, 0},
              message("the folder cannot be made: {0}", fault.message()),
              message("check its permissions, or choose another place"));
}

}  // namespace

void refuse_existing(const std::vector<NewFile>& files) {
  for (const NewFile& file : files) {
    std::error_code ignored;
    // A dangling link counts: writing would follow it.
    if (!fs::exists(fs::symlink_status(file.path, ignored))) continue;
    throw Error("usage.file_exists", {file.path.string(), 0, 0},
                message("this file is there already, and nothing was written"),
                message("choose another name, or change the file yourself"));
  }
}

void write_new_files(const std::vector<NewFile>& files, const NewFile& changed) {
  refuse_existing(files);
  Undo undo;
  for (const NewFile& file : files) {
    make_folder(file.path.parent_path(), undo);
    undo.add(file.path);
    write_file(file.path, file.text);
  }
  if (!changed.path.empty()) write_file(changed.path, changed.text);
  undo.keep();
}

}  // namespace cpom::scaffold
