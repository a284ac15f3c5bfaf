#include "base/folders.hpp"

#include <filesystem>

#include "base/files.hpp"
#include "support/catch.hpp"

using namespace cpom;
namespace fs = std::filesystem;

TEST_CASE("folders: hidden ones, build trees and derived ones are left out") {
  const fs::path here = fs::temp_directory_path() / "cpom_folders_test";
  fs::remove_all(here);
  for (const char* const name : {"regles", "dev", "cache", ".git", "node_modules"}) {
    fs::create_directories(here / name);
  }
  write_file(here / "dev" / "CMakeCache.txt", "");
  write_file(here / "cache" / "CACHEDIR.TAG", "");
  CHECK_FALSE(is_left_out(here / "regles"));
  CHECK(is_left_out(here / "dev"));
  CHECK(is_left_out(here / "cache"));
  CHECK(is_left_out(here / ".git"));
  CHECK(is_left_out(here / "node_modules"));
  fs::remove_all(here);
}
