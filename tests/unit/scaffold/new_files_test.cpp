#include "scaffold/new_files.hpp"

#include <filesystem>
#include <string>

#include "base/diagnostic.hpp"
#include "base/files.hpp"
#include "scaffold/templates.hpp"
#include "support/catch.hpp"

using namespace cpom;
using namespace cpom::scaffold;
namespace fs = std::filesystem;

namespace {

/// An empty folder that goes with the test.
struct Folder {
  Folder() {
    fs::remove_all(path);
    fs::create_directories(path);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path); }

  fs::path path = fs::temp_directory_path() / "cpom-new-files-test";
};

std::string code_of_fault(const std::vector<NewFile>& files) {
  try {
    write_new_files(files);
  } catch (const Error& error) {
    return error.diagnostic().code;
  }
  return {};
}

}  // namespace

TEST_CASE("New files are written with the folders they need") {
  const Folder folder;
  write_new_files({{folder.path / "a" / "b" / "one", "1"}, {folder.path / "two", "2"}});
  CHECK(read_file(folder.path / "a" / "b" / "one") == "1");
  CHECK(read_file(folder.path / "two") == "2");
}

TEST_CASE("One file that is there keeps all others from being written") {
  const Folder folder;
  write_file(folder.path / "two", "mine");
  CHECK(code_of_fault({{folder.path / "one", "1"}, {folder.path / "two", "2"}}) ==
        "usage.file_exists");
  CHECK(read_file(folder.path / "two") == "mine");
  CHECK_FALSE(fs::exists(folder.path / "one"));
}

TEST_CASE("A dangling link is not written through") {
  const Folder folder;
  fs::create_symlink(folder.path / "elsewhere", folder.path / "link");
  CHECK(code_of_fault({{folder.path / "link", "1"}}) == "usage.file_exists");
  CHECK_FALSE(fs::exists(folder.path / "elsewhere"));
}

TEST_CASE("A fault in the middle leaves nothing behind") {
  const Folder folder;
  write_file(folder.path / "file", "");
  const fs::path made = folder.path / "made";
  CHECK(code_of_fault({{made / "deep" / "one", "1"}, {folder.path / "file" / "two", "2"}}) ==
        "file.not_writable");
  CHECK_FALSE(fs::exists(made));
}

TEST_CASE("Templates are filled, and an unknown name is refused") {
  const std::string text =
      filled("rule/weather.lua", {{"BESTWEATHER", "clair"}, {"WORSTWEATHER", "sombre"}});
  CHECK(text.find("return \"clair\"") != std::string::npos);
  CHECK(text.find('@') == text.find("@type"));
  CHECK_THROWS(filled("rule/weather.lua", {}));
  CHECK_THROWS(filled("rule/absent.lua", {}));
}
