#include "cli/output.hpp"

#include <csignal>
#include <filesystem>
#include <system_error>

#include "base/diagnostic.hpp"
#include "base/files.hpp"

namespace cpom::cli {
namespace {

namespace fs = std::filesystem;

/// Keeps an interruption waiting until the file is complete and in its place: no temporary file
/// is left behind.
class Uninterrupted {
 public:
  Uninterrupted() {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&signals, signal);
    sigprocmask(SIG_BLOCK, &signals, &former_);
  }
  Uninterrupted(const Uninterrupted&) = delete;
  Uninterrupted& operator=(const Uninterrupted&) = delete;
  ~Uninterrupted() { sigprocmask(SIG_SETMASK, &former_, nullptr); }

 private:
  sigset_t former_{};
};

/// A pipe or a device may wait for ever for its reader: there an interruption must come through.
bool is_plain_file(const fs::path& path) {
  std::error_code ignored;
  const fs::file_status status = fs::status(path, ignored);
  return !fs::exists(status) || fs::is_regular_file(status);
}

bool same_file(const fs::path& one, const fs::path& other) {
  std::error_code ignored;
  return fs::equivalent(one, other, ignored);
}

}  // namespace

void refuse_overwriting(const Options& options) {
  if (options.output.empty()) return;
  const Sources& sources = options.sources;
  for (const auto* files : {&sources.contracts, &sources.values, &sources.models}) {
    for (const fs::path& file : *files) {
      if (!same_file(file, options.output)) continue;
      throw Error("usage.overwrites_input", {options.output.string(), 0, 0},
                  message("the output would replace an input"),
                  message("give --output another name"));
    }
  }
}

void write_report(std::string_view report, const Options& options) {
  if (options.output.empty()) {
    write_standard_output(report);
  } else if (is_plain_file(options.output)) {
    const Uninterrupted whole;
    write_file(options.output, report);
  } else {
    write_file(options.output, report);
  }
}

}  // namespace cpom::cli
