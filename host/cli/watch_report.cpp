#include "cli/watch_report.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "cli/checking.hpp"
#include "cli/terminal.hpp"
#include "compare/difference.hpp"
#include "compare/text.hpp"
#include "report/page.hpp"

namespace cpom::cli {
namespace {

using report::Ink;

constexpr std::size_t most_files = 5;

Figure figure(long number) { return Figure{static_cast<double>(number)}; }

class RoundWriter {
 public:
  RoundWriter(const Round& round, const Before& before, const Options& options)
      : round_(round), before_(before), options_(options) {}

  std::string write() {
    findings();
    tests();
    results();
    return std::move(text_);
  }

 private:
  std::string say(const Message& text) const { return render(text, options_.language); }

  void line(const Message& text, Ink ink = Ink::plain) {
    report::Page page = new_page();
    page.paragraph("", printable(say(text)), ink);
    text_ += page.take();
  }

  report::Page new_page() const { return {width_for(options_), colours_for(options_)}; }

  static Message count_of(const Diagnostics& found) {
    Message all;
    const auto add = [&](long count, Message words) {
      if (count == 0) return;
      all = all.empty() ? std::move(words) : message("{0}, {1}", std::move(all), std::move(words));
    };
    const long errors = found.count(Severity::error);
    const long warnings = found.count(Severity::warning);
    const long notes = found.count(Severity::note);
    add(errors, plural_message("{0} error", "{0} errors", errors, errors));
    add(warnings, plural_message("{0} warning", "{0} warnings", warnings, warnings));
    add(notes, plural_message("{0} note", "{0} notes", notes, notes));
    return all.empty() ? message("no finding") : all;
  }

  void show(const Diagnostics& found) {
    const report::FindingsStyle style = findings_style(options_);
    for (const report::Finding& finding : with_lines(found)) {
      text_ += report::finding_text(finding, style);
    }
  }

  void findings() {
    line(message("Check: {0}", count_of(round_.findings)));
    if (before_.round == nullptr) return show(round_.findings);
    const auto difference = compare::difference(before_.round->findings, round_.findings);
    show(difference.came);
    report::Page page = new_page();
    for (const Diagnostic& gone : difference.went.all()) {
      page.paragraph("  ", printable(say(message("no longer: {0} [{1}]", gone.what, gone.code))),
                     Ink::good);
    }
    text_ += page.take();
  }

  void tests() {
    const compare::TestsDifference difference = compare::difference(
        before_.round == nullptr ? std::vector<compare::Test>() : before_.round->tests,
        round_.tests);
    const bool none = round_.tests.empty() && (before_.round == nullptr || difference.went == 0);
    if (none) return;
    const long failed = round_.failed_tests();
    const long passed = static_cast<long>(round_.tests.size()) - failed;
    Message tally = plural_message("{0} passed", "{0} passed", passed, figure(passed));
    if (failed > 0) {
      tally = message("{0}, {1}", std::move(tally),
                      plural_message("{0} failed", "{0} failed", failed, figure(failed)));
    }
    if (round_.tests.empty()) tally = message("none could be run");
    line(message("Tests: {0}", std::move(tally)), failed > 0 ? Ink::bad : Ink::plain);
    report::Page page = new_page();
    compare::write(difference, options_.language, page);
    text_ += page.take();
  }

  /// « 6 ● Atteint, 2 ○ Non atteint », in the order met.
  std::string by_status() const {
    std::vector<std::pair<std::string, long>> counts;
    for (const compare::Result& result : round_.results->results) {
      const auto known = std::find_if(counts.begin(), counts.end(), [&](const auto& each) {
        return each.first == result.shown_status;
      });
      if (known == counts.end()) {
        counts.emplace_back(result.shown_status, 1);
      } else {
        ++known->second;
      }
    }
    std::string list;
    for (const auto& [status, count] : counts) {
      list += (list.empty() ? "" : ", ") + std::to_string(count) + " " + status;
    }
    return list;
  }

  void results() {
    if (!round_.is_good()) {
      if (before_.good != nullptr && !before_.good->results.empty()) {
        line(message("Results: the last good ones are kept, to compare with the next"));
      } else {
        line(message("Results: none as long as an error forbids evaluating"));
      }
      return;
    }
    const auto count = static_cast<long>(round_.results->results.size());
    if (before_.good == nullptr) {
      if (count > 0) line(message("Results: {0}", by_status()));
      return;
    }
    const compare::Difference difference = compare::difference(*before_.good, *round_.results);
    if (count == 0 && difference.empty()) return;
    const auto changed = static_cast<long>(difference.results.size());
    line(difference.empty() ? message("Results: all as before")
                            : plural_message("Results: {0} changed, {1} as before",
                                             "Results: {0} changed, {1} as before", changed,
                                             figure(changed), figure(difference.same)));
    report::Page page = new_page();
    compare::write(difference, options_.language, page);
    text_ += page.take();
  }

  const Round& round_;
  const Before& before_;
  const Options& options_;
  std::string text_;
};

}  // namespace

std::string round_heading(int number, const watch::Changes* changes, const Options& options) {
  std::vector<std::string> files;
  if (changes != nullptr) {
    for (const auto* group : {&changes->changed, &changes->added, &changes->removed}) {
      for (const auto& file : *group) files.push_back(file.generic_string());
    }
    std::sort(files.begin(), files.end());
  }
  std::string names;
  for (std::size_t i = 0; i < files.size() && i < most_files; ++i) {
    names += (i == 0 ? "" : ", ") + files[i];
  }
  if (files.size() > most_files) names += "…";
  report::Page page(width_for(options), colours_for(options));
  page.blank();
  page.paragraph("",
                 printable(render(names.empty() ? message("== Round {0}", number)
                                                : message("== Round {0}: {1}", number, names),
                                  options.language)),
                 Ink::bold);
  return page.take();
}

std::string round_text(const Round& round, const Before& before, const Options& options) {
  return RoundWriter(round, before, options).write();
}

}  // namespace cpom::cli
