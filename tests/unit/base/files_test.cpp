#include "base/files.hpp"

#include "support/catch.hpp"

#include "base/diagnostic.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

namespace cpom {
namespace {

namespace fs = std::filesystem;

/// An empty folder that goes away.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "cpom-test-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path_); }

  fs::path operator/(const char* name) const { return path_ / name; }
  std::vector<std::string> names() const {
    std::vector<std::string> all;
    for (const auto& entry : fs::directory_iterator(path_)) all.push_back(entry.path().filename());
    std::sort(all.begin(), all.end());
    return all;
  }

 private:
  fs::path path_;
};

/// What \a action fails with, without the name of the file.
std::string failure(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    Diagnostic diagnostic = error.diagnostic();
    diagnostic.where = {};
    return render(diagnostic, Language::english);
  }
  return "";
}

std::string read_failure(const fs::path& path, std::size_t limit = largest_input) {
  return failure([&] { read_file(path, limit); });
}

std::string write_failure(const fs::path& path) {
  return failure([&] { write_file(path, "new content"); });
}

/// Standard output led elsewhere for a while.
class Redirection {
 public:
  explicit Redirection(int target) : saved_(::dup(STDOUT_FILENO)) {
    std::fflush(stdout);
    ::dup2(target, STDOUT_FILENO);
  }
  Redirection(const Redirection&) = delete;
  Redirection& operator=(const Redirection&) = delete;
  ~Redirection() {
    ::dup2(saved_, STDOUT_FILENO);
    ::close(saved_);
  }

 private:
  int saved_;
};

mode_t mode_of(const fs::path& path) {
  struct stat status {};
  ::stat(path.c_str(), &status);
  return status.st_mode & 07777;
}

TEST_CASE("files: what was written is read back, to the byte", "[files]") {
  const Folder folder;
  const std::string content("a\0\r\n\xFF", 5);
  write_file(folder / "x", content);
  CHECK(read_file(folder / "x") == content);
  write_file(folder / "x", "");
  CHECK(read_file(folder / "x").empty());
  CHECK(folder.names() == std::vector<std::string>{"x"});
}

TEST_CASE("files: what cannot be read is named with its reason", "[files]") {
  const Folder folder;
  CHECK(read_failure(folder / "none.csv") ==
        "error: this file does not exist (check the name and the folder) [file.not_found]");
  CHECK(read_failure(folder / "none/none.csv") ==
        "error: this file does not exist (check the name and the folder) [file.not_found]");
  CHECK(read_failure(folder / "") ==
        "error: this is a folder, not a file (name a file in it) [file.is_directory]");
  CHECK(read_failure("/dev/zero") ==
        "error: this is a device or a pipe, not a file (save its content in a file) "
        "[file.not_regular]");
  CHECK(read_failure("/proc/self/mem") ==
        "error: cannot be read: the device reports an error [file.unreadable]");
}

TEST_CASE("files: the error carries the path as it was given", "[files]") {
  try {
    read_file("no/such/../file.csv");
    FAIL("read");
  } catch (const Error& error) {
    CHECK(error.diagnostic().where == Position{"no/such/../file.csv", 0, 0});
  }
}

TEST_CASE("files: a pipe without writer is refused, not waited for", "[files]") {
  const Folder folder;
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  CHECK(read_failure(folder / "pipe") ==
        "error: this is a device or a pipe, not a file (save its content in a file) "
        "[file.not_regular]");
}

TEST_CASE("files: the limit is in bytes and inclusive", "[files]") {
  const Folder folder;
  write_file(folder / "x", std::string(5000, 'x'));
  CHECK(read_file(folder / "x", 5000).size() == 5000);
  CHECK(read_failure(folder / "x", 4999) ==
        "error: this file has 5,000 bytes, the most that is read is 4,999 (split it into smaller "
        "files) [file.too_large]");
}

TEST_CASE("files: content that does not fit the announced size is refused", "[files]") {
  // Announced as empty, and yet it has content.
  CHECK(read_failure("/proc/self/status") ==
        "error: this file changed while it was read (wait until it is complete, then start again) "
        "[file.changed]");
}

TEST_CASE("files: a replaced file keeps its permissions, a new one has those of the umask",
          "[files]") {
  const Folder folder;
  const mode_t before = ::umask(027);
  write_file(folder / "new", "a");
  ::umask(before);
  CHECK(mode_of(folder / "new") == 0640);
  ::chmod((folder / "new").c_str(), 0604);
  write_file(folder / "new", "b");
  CHECK(mode_of(folder / "new") == 0604);
}

TEST_CASE("files: a link is followed, not replaced", "[files]") {
  const Folder folder;
  write_file(folder / "real", "old");
  fs::create_symlink("real", folder / "link");
  write_file(folder / "link", "new");
  CHECK(fs::is_symlink(folder / "link"));
  CHECK(read_file(folder / "real") == "new");
}

TEST_CASE("files: what cannot be written is named with its reason", "[files]") {
  const Folder folder;
  CHECK(write_failure(folder / "none/x") ==
        "error: cannot be written: the folder does not exist (create the folder first) "
        "[file.not_writable]");
  CHECK(write_failure(folder / "") ==
        "error: cannot be written: it is a folder [file.not_writable]");
  write_file(folder / "x", "");
  CHECK(write_failure(folder / "x/y") ==
        "error: cannot be written: a part of the path is not a folder [file.not_writable]");
  CHECK(write_failure("/dev/full") ==
        "error: cannot be written: no space left [file.not_writable]");
  CHECK(write_failure(folder / std::string(300, 'x').c_str()) ==
        "error: cannot be written: the name is too long [file.not_writable]");
}

TEST_CASE("files: a protected file is left alone", "[files]") {
  if (::geteuid() == 0) return;  // root may write everything
  const Folder folder;
  write_file(folder / "x", "old");
  ::chmod((folder / "x").c_str(), 0444);
  CHECK(write_failure(folder / "x") ==
        "error: cannot be written: permission refused [file.not_writable]");
  CHECK(read_file(folder / "x") == "old");
}

TEST_CASE("files: a write that fails half-way leaves the former content and nothing else",
          "[files]") {
  const Folder folder;
  write_file(folder / "x", "old");
  const std::string large(100'000, 'x');
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit before{};
  ::getrlimit(RLIMIT_FSIZE, &before);
  const rlimit small{50'000, before.rlim_max};
  ::setrlimit(RLIMIT_FSIZE, &small);
  const std::string why = failure([&] { write_file(folder / "x", large); });
  ::setrlimit(RLIMIT_FSIZE, &before);
  CHECK(why == "error: cannot be written: the file would be too large [file.not_writable]");
  CHECK(read_file(folder / "x") == "old");
  CHECK(folder.names() == std::vector<std::string>{"x"});
}

TEST_CASE("files: devices and standard output are written directly", "[files]") {
  const Folder folder;
  CHECK(write_failure("/dev/null").empty());
  const int target = ::open((folder / "out").c_str(), O_RDWR | O_CREAT, 0600);
  {
    const Redirection redirection(target);
    write_standard_output("one ");
    write_file("/dev/stdout", "two ");
    write_file("/dev/fd/1", "three");
  }
  ::close(target);
  CHECK(read_file(folder / "out") == "one two three");
}

TEST_CASE("files: a full disk and a reader that has gone are told apart", "[files]") {
  std::signal(SIGPIPE, SIG_IGN);
  const auto print = [] { write_standard_output("text"); };
  const int full = ::open("/dev/full", O_WRONLY);
  std::string why;
  {
    const Redirection redirection(full);
    why = failure(print);
  }
  ::close(full);
  CHECK(why == "error: the output could not be written: no space left [output.failed]");

  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  ::close(ends[0]);
  {
    const Redirection redirection(ends[1]);
    why = failure(print);
  }
  ::close(ends[1]);
  CHECK(why == "error: the output could not be written: the reader has gone [output.failed]");
}

}  // namespace
}  // namespace cpom
