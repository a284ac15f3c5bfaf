#include "base/files.hpp"

#include "base/diagnostic.hpp"
#include "base/number.hpp"

#include <fcntl.h>
#include <sys/poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <optional>
#include <utility>

namespace cpom {
namespace {

namespace fs = std::filesystem;

/// The last error of the system, in plain words.
Message reason(int error) {
  switch (error) {
    case EACCES:
    case EPERM: return message("permission refused");
    case ENOSPC:
    case EDQUOT: return message("no space left");
    case ENOENT: return message("the folder does not exist");
    case ENOTDIR: return message("a part of the path is not a folder");
    case EISDIR: return message("it is a folder");
    case EROFS: return message("the disk can only be read");
    case EPIPE: return message("the reader has gone");
    case EFBIG: return message("the file would be too large");
    case EIO: return message("the device reports an error");
    case ENAMETOOLONG: return message("the name is too long");
    case ELOOP: return message("the links lead in a circle");
    case EMFILE:
    case ENFILE: return message("too many open files");
    case ETXTBSY: return message("a running program uses it");
    default: return message("system error {0}", error);
  }
}

Position at(const fs::path& path) { return {path.string(), 0, 0}; }

/// An open file; -1 when opening failed.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }

  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }
  /// 0, or why what was written may be lost.
  int close() { return ::close(std::exchange(number_, -1)) == 0 ? 0 : errno; }

 private:
  int number_;
};

/// 0, or why not all of \a content could be written.
int write_all(int descriptor, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(descriptor, content.data(), content.size());
    if (written > 0) {
      content.remove_prefix(static_cast<std::size_t>(written));
    } else if (written == 0) {
      return ENOSPC;
    } else if (errno == EAGAIN) {
      pollfd ready{descriptor, POLLOUT, 0};
      ::poll(&ready, 1, -1);
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

[[noreturn]] void fail_to_open(const fs::path& path, int error) {
  if (error == ENOENT || error == ENOTDIR) {
    throw Error("file.not_found", at(path), message("this file does not exist"),
                message("check the name and the folder"));
  }
  throw Error("file.unreadable", at(path), message("cannot be read: {0}", reason(error)));
}

/// Size of the regular file \a file.
std::size_t size_of(const Descriptor& file, const fs::path& path) {
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) fail_to_open(path, errno);
  if (S_ISDIR(status.st_mode)) {
    throw Error("file.is_directory", at(path), message("this is a folder, not a file"),
                message("name a file in it"));
  }
  if (!S_ISREG(status.st_mode)) {
    throw Error("file.not_regular", at(path), message("this is a device or a pipe, not a file"),
                message("save its content in a file"));
  }
  return static_cast<std::size_t>(status.st_size);
}

/// Fills \a bytes from \a file and returns how many there were.
std::size_t read_up_to(std::string& bytes, const Descriptor& file, const fs::path& path) {
  std::size_t got = 0;
  while (got < bytes.size()) {
    const ssize_t part = ::read(file.number(), bytes.data() + got, bytes.size() - got);
    if (part == 0) break;
    if (part > 0) {
      got += static_cast<std::size_t>(part);
    } else if (errno != EINTR) {
      throw Error("file.unreadable", at(path), message("cannot be read: {0}", reason(errno)));
    }
  }
  return got;
}

[[noreturn]] void fail_to_write(const fs::path& path, int error) {
  throw Error("file.not_writable", at(path), message("cannot be written: {0}", reason(error)),
              error == ENOENT ? message("create the folder first") : Message{});
}

/// 1 for "/dev/stdout", "/dev/fd/1": opening these anew would start at the beginning of the file
/// behind them.
std::optional<int> named_descriptor(const fs::path& path) {
  const std::string& name = path.native();
  if (name == "/dev/stdout") return STDOUT_FILENO;
  if (name == "/dev/stderr") return STDERR_FILENO;
  for (const std::string_view folder : {"/dev/fd/", "/proc/self/fd/"}) {
    if (name.starts_with(folder))
      return parse_integer(std::string_view(name).substr(folder.size()));
  }
  return std::nullopt;
}

/// A new, empty file in \a folder that goes away unless it is put in its place.
class TemporaryFile {
 public:
  explicit TemporaryFile(const fs::path& folder) : file_(create(folder)) {}
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    if (!name_.empty()) ::unlink(name_.c_str());
  }

  bool is_open() const { return file_.is_open(); }

  /// 0, or why not all of \a content is safely on the disk.
  int fill(std::string_view content, std::optional<mode_t> permissions) {
    if (const int error = write_all(file_.number(), content)) return error;
    if (permissions && ::fchmod(file_.number(), *permissions) != 0) return errno;
    // Some file systems have nothing to synchronise.
    if (::fsync(file_.number()) != 0 && errno != EINVAL && errno != ENOTSUP) return errno;
    return file_.close();
  }

  /// 0, or why it could not become \a path.
  int rename_to(const fs::path& path) {
    if (::rename(name_.c_str(), path.c_str()) != 0) return errno;
    name_.clear();
    return 0;
  }

 private:
  // Not mkstemp: it makes files that only their owner can read, and what the umask would have
  // allowed cannot be asked without changing it for all threads.
  int create(const fs::path& folder) {
    static std::atomic<unsigned> count = 0;
    int number = -1;
    do {
      name_ = (folder /
               (".cpom-" + std::to_string(::getpid()) + "-" + std::to_string(count++) + ".tmp"))
                  .native();
      number = ::open(name_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
    } while (number < 0 && (errno == EEXIST || errno == EINTR));
    if (number < 0) name_.clear();
    return number;
  }

  std::string name_;
  Descriptor file_;
};

int write_directly(const fs::path& path, std::string_view content) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_NOCTTY | O_CLOEXEC));
  if (!file.is_open()) return errno;
  if (const int error = write_all(file.number(), content)) return error;
  return file.close();
}

/// 0, or why \a path could not be replaced; \a permissions are those of the file it replaces.
int replace(const fs::path& path, std::string_view content, std::optional<mode_t> permissions) {
  // A file that its owner protected is not replaced behind its back.
  if (permissions && ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) != 0) return errno;
  TemporaryFile file(path.has_parent_path() ? path.parent_path() : fs::path("."));
  if (!file.is_open()) return errno;
  if (const int error = file.fill(content, permissions)) return error;
  return file.rename_to(path);
}

/// 0, or why \a content could not be written to \a path.
int write_whole(const fs::path& path, std::string_view content) {
  if (const auto descriptor = named_descriptor(path)) return write_all(*descriptor, content);
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) {
    if (errno != ENOENT) return errno;
    // A link to nothing is replaced like a file.
    if (!path.has_filename()) return path.empty() ? ENOENT : EISDIR;
    return replace(path, content, std::nullopt);
  }
  if (S_ISDIR(status.st_mode)) return EISDIR;
  if (!S_ISREG(status.st_mode)) return write_directly(path, content);
  std::error_code fault;
  const fs::path target = fs::canonical(path, fault);
  if (fault) return fault.value();
  return replace(target, content, status.st_mode & 07777);
}

}  // namespace

std::string read_file(const fs::path& path, std::size_t limit) {
  // O_NONBLOCK: opening a FIFO must not wait for somebody to write to it.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  if (!file.is_open()) fail_to_open(path, errno);
  const std::size_t size = size_of(file, path);
  if (size > limit) {
    throw Error(
        "file.too_large", at(path),
        message("this file has {0} bytes, the most that is read is {1}",
                Figure{static_cast<double>(size), 0}, Figure{static_cast<double>(limit), 0}),
        message("split it into smaller files"));
  }
  std::string bytes(size + 1, '\0');
  const std::size_t got = read_up_to(bytes, file, path);
  if (got != size || size_of(file, path) != size) {
    throw Error("file.changed", at(path), message("this file changed while it was read"),
                message("wait until it is complete, then start again"));
  }
  bytes.resize(size);
  return bytes;
}

bool is_within(const fs::path& path, const fs::path& folder) {
  std::error_code fault;
  const fs::path inner = fs::weakly_canonical(fs::absolute(path, fault), fault);
  if (fault) return false;
  fs::path outer = fs::weakly_canonical(fs::absolute(folder, fault), fault);
  if (fault) return false;
  if (!outer.has_filename()) outer = outer.parent_path();
  return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

void write_file(const fs::path& path, std::string_view content) {
  if (const int error = write_whole(path, content)) fail_to_write(path, error);
}

void write_standard_output(std::string_view content) {
  if (const int error = write_all(STDOUT_FILENO, content)) {
    throw Error("output.failed", {},
                message("the output could not be written: {0}", reason(error)));
  }
}

}  // namespace cpom
