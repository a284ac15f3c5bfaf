#include "watch/watcher.hpp"

#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <string>

#include "support/catch.hpp"

using namespace cpom::watch;
namespace fs = std::filesystem;

namespace {

class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "watcher_test.XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path_); }

  fs::path path(const std::string& name) const { return path_ / name; }

  void write(const std::string& name, const std::string& text) const {
    fs::create_directories(path(name).parent_path());
    std::ofstream(path(name)) << text;
  }

  Watcher watcher(int settling = 0) const {
    Selection selection;
    selection.paths = {path_ / "rules"};
    selection.extensions = {".lua"};
    selection.settling = settling;
    return Watcher(selection);
  }

 private:
  fs::path path_;
};

using Paths = std::vector<fs::path>;

}  // namespace

TEST_CASE("watcher: a change is told once, when two looks see the same") {
  const Folder folder;
  folder.write("rules/a.lua", "1");
  Watcher watcher = folder.watcher();
  CHECK_FALSE(watcher.look());
  folder.write("rules/a.lua", "12");
  CHECK_FALSE(watcher.look());
  folder.write("rules/a.lua", "123");
  CHECK_FALSE(watcher.look());
  const auto changes = watcher.look();
  REQUIRE(changes);
  CHECK(changes->changed == Paths{folder.path("rules/a.lua")});
  CHECK(changes->added.empty());
  CHECK_FALSE(watcher.look());
}

TEST_CASE("watcher: files that come and go, by temporary names or not") {
  const Folder folder;
  folder.write("rules/a.lua", "1");
  Watcher watcher = folder.watcher();
  folder.write("rules/b.lua.tmp", "2");
  folder.write("rules/.a.lua.swp", "2");
  folder.write("rules/~$a.lua", "2");
  folder.write("rules/build/CMakeCache.txt", "");
  folder.write("rules/build/c.lua", "2");
  watcher.look();
  CHECK_FALSE(watcher.look());
  fs::rename(folder.path("rules/b.lua.tmp"), folder.path("rules/b.lua"));
  fs::remove(folder.path("rules/a.lua"));
  watcher.look();
  const auto changes = watcher.look();
  REQUIRE(changes);
  CHECK(changes->added == Paths{folder.path("rules/b.lua")});
  CHECK(changes->removed == Paths{folder.path("rules/a.lua")});
}

TEST_CASE("watcher: a save that changes nothing is none") {
  const Folder folder;
  folder.write("rules/a.lua", "1");
  Watcher watcher = folder.watcher();
  const auto time = fs::last_write_time(folder.path("rules/a.lua"));
  fs::last_write_time(folder.path("rules/a.lua"), time + std::chrono::hours(1));
  watcher.look();
  CHECK_FALSE(watcher.look());
}

TEST_CASE("watcher: a second save in one tick of the file system's clock") {
  const Folder folder;
  folder.write("rules/a.lua", "1");
  Watcher watcher = folder.watcher(3);
  const auto time = fs::last_write_time(folder.path("rules/a.lua"));
  folder.write("rules/a.lua", "2");
  fs::last_write_time(folder.path("rules/a.lua"), time);
  watcher.look();
  CHECK(watcher.look());
}

TEST_CASE("watcher: a watched path that goes and comes back") {
  const Folder folder;
  folder.write("rules/a.lua", "1");
  Watcher watcher = folder.watcher();
  fs::rename(folder.path("rules"), folder.path("away"));
  watcher.look();
  auto changes = watcher.look();
  REQUIRE(changes);
  CHECK(changes->gone == Paths{folder.path("rules")});
  CHECK(watcher.missing() == changes->gone);
  fs::rename(folder.path("away"), folder.path("rules"));
  watcher.look();
  changes = watcher.look();
  REQUIRE(changes);
  CHECK(changes->back == Paths{folder.path("rules")});
  CHECK(watcher.missing().empty());
}
