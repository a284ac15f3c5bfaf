#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/files.hpp"
#include "cli/commands.hpp"
#include "cli/findings.hpp"
#include "cli/inputs.hpp"
#include "cli/interruption.hpp"
#include "cli/watch_report.hpp"
#include "cli/watch_round.hpp"
#include "watch/watcher.hpp"

namespace cpom::cli {
namespace {

/// How long time stamps of a file system may stand still.
constexpr std::chrono::milliseconds coarsest_clock(2000);

watch::Selection selection_for(const Options& options) {
  watch::Selection selection;
  selection.paths = watched_paths(options);
  selection.extensions = {".lua", ".xml", ".csv"};
  selection.settling = static_cast<int>(coarsest_clock / options.watch.interval) + 1;
  return selection;
}

ExitCode exit_code_of(const Round& round) {
  const auto& all = round.findings.all();
  if (std::any_of(all.begin(), all.end(), is_unreadable)) return ExitCode::not_loaded;
  const bool wrong =
      round.findings.count(Severity::error) + round.findings.count(Severity::warning) > 0 ||
      round.failed_tests() > 0;
  return wrong ? ExitCode::findings : ExitCode::done;
}

class Session {
 public:
  explicit Session(const Options& options) : options_(options), watcher_(selection_for(options)) {}

  ExitCode run() {
    greet();
    round(nullptr);
    while (!is_last() && Interruption::wait(options_.watch.interval)) {
      if (const auto changes = watcher_.look()) react(*changes);
    }
    if (!Interruption::happened()) return code_;
    say(message("The watch is ended."));
    return ExitCode::done;
  }

 private:
  bool is_last() const { return options_.watch.rounds && number_ >= *options_.watch.rounds; }

  void say(const Message& text) const {
    write_standard_output(render(text, options_.language) + "\n");
  }

  void greet() const {
    const auto files = static_cast<long>(watcher_.files());
    const Message what = plural_message("{0} file is watched", "{0} files are watched", files,
                                        Figure{static_cast<double>(files)});
    say(options_.watch.rounds ? what : message("{0}; Ctrl+C ends it.", what));
  }

  void react(const watch::Changes& changes) {
    for (const auto& path : changes.back) say(message("{0} is there again", path.string()));
    if (watcher_.missing().empty()) return round(&changes);
    for (const auto& path : changes.gone) tell_gone(path);
    // Without it, all that rests on it would be told to be wrong.
    if (!changes.gone.empty()) {
      ++number_;
      code_ = ExitCode::not_loaded;
    }
  }

  void tell_gone(const std::filesystem::path& path) const {
    const Diagnostic gone{Severity::warning,
                          "watch.path_gone",
                          {path.string(), 0, 0},
                          message("this path is no longer there"),
                          message("put it back, or end with Ctrl+C and name the new one; the watch "
                                  "goes on when it is there again")};
    write_standard_output("\n" + render(gone, options_.language) + "\n");
  }

  void round(const watch::Changes* changes) {
    ++number_;
    Round now = make_round(options_);
    write_standard_output(
        round_heading(number_, changes, options_) +
        round_text(now, {last_ ? &*last_ : nullptr, good_ ? &*good_ : nullptr}, options_));
    code_ = exit_code_of(now);
    if (now.is_good()) good_ = now.results;
    last_ = std::move(now);
  }

  const Options& options_;
  watch::Watcher watcher_;
  int number_ = 0;
  ExitCode code_ = ExitCode::done;
  std::optional<Round> last_;
  std::optional<compare::Results> good_;
};

}  // namespace

ExitCode watch_command(const Options& options) {
  const Interruption interruption;
  return Session(options).run();
}

}  // namespace cpom::cli
