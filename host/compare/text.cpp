#include "compare/text.hpp"

#include <set>
#include <string>
#include <utility>

#include "base/text.hpp"

namespace cpom::compare {
namespace {

using report::Ink;
using report::Page;

Message course_of(Course course) {
  switch (course) {
    case Course::better: return message(" (better)");
    case Course::worse: return message(" (worse)");
    case Course::level: break;
  }
  return {};
}

Ink ink_of(Course course) {
  if (course == Course::level) return Ink::plain;
  return course == Course::better ? Ink::good : Ink::bad;
}

Message reason_of(const std::string& before, const std::string& after) {
  if (after.empty()) return message("no longer: {0}", before);
  if (before.empty()) return message("reason: {0}", after);
  return message("reason: {0} (before: {1})", after, before);
}

class DifferenceWriter {
 public:
  DifferenceWriter(const Difference& difference, Language language, Page& page)
      : difference_(difference), language_(language), page_(page) {
    std::set<std::string> contracts;
    for (const ResultChange& each : difference.results) contracts.insert(each.any().key.contract);
    for (const WeatherChange& each : difference.weathers) {
      contracts.insert(each.any().key.contract);
    }
    several_ = contracts.size() > 1;
  }

  void write() {
    for (const ResultChange& change : difference_.results) write(change);
    for (const WeatherChange& change : difference_.weathers) write(change);
  }

 private:
  std::string say(const Message& text) const { return render(text, language_); }

  void paragraph(const char* mark, const Message& text, Ink ink = Ink::plain) {
    page_.paragraph(mark, printable(say(text)), ink);
  }

  /// « contrat, 2.c.1, 2025, Mayotte ».
  std::string name_of(const Key& key) const {
    std::string name = several_ ? key.contract + ", " : "";
    name += key.about + ", " + std::to_string(key.year);
    if (!key.strand.empty()) name += ", " + key.strand;
    return name;
  }

  std::string or_none(const std::string& text) const {
    return text.empty() ? say(message("none")) : text;
  }

  /// Of two values that are shown alike the digits tell.
  std::string measure_of(const Result& result, const ResultChange& change) const {
    const bool alike = change.before->shown_measure == change.after->shown_measure;
    if (alike && result.measure) return render(Figure{*result.measure}, language_);
    return or_none(result.shown_measure);
  }

  Message parts_of(const ResultChange& change) const {
    const Result& before = *change.before;
    const Result& after = *change.after;
    Message all;
    const auto add = [&](Message part) {
      all = all.empty() ? std::move(part) : message("{0}; {1}", std::move(all), std::move(part));
    };
    if (change.status) {
      add(message("status {0} → {1}{2}", before.shown_status, after.shown_status,
                  course_of(change.course())));
    }
    if (change.measure) {
      add(message("value {0} → {1}", measure_of(before, change), measure_of(after, change)));
    }
    if (change.target) {
      add(message("target {0} → {1}", or_none(before.target), or_none(after.target)));
    }
    if (change.reason) add(reason_of(before.reason, after.reason));
    return all;
  }

  void write(const ResultChange& change) {
    const std::string name = name_of(change.any().key);
    switch (change.change) {
      case Change::came:
        paragraph("  + ", message("{0}: {1}, new", name, change.after->shown_status));
        break;
      case Change::went:
        paragraph("  - ",
                  message("{0}: no longer there; it was {1}", name, change.before->shown_status));
        break;
      case Change::changed:
        paragraph("  ~ ", message("{0}: {1}", name, parts_of(change)), ink_of(change.course()));
        break;
    }
  }

  void write(const WeatherChange& change) {
    // Of an objective that came or went, its indicators tell.
    if (change.change != Change::changed) return;
    paragraph("  ~ ",
              message("objective {0}: weather {1} → {2}{3}", name_of(change.any().key),
                      or_none(change.before->shown_level), or_none(change.after->shown_level),
                      course_of(change.course())),
              ink_of(change.course()));
  }

  const Difference& difference_;
  Language language_;
  Page& page_;
  bool several_ = false;
};

}  // namespace

void write(const Difference& difference, Language language, Page& page) {
  DifferenceWriter(difference, language, page).write();
}

void write(const TestsDifference& difference, Language language, Page& page) {
  const auto say = [&](const Message& text) { return printable(render(text, language)); };
  for (const Test& test : difference.broke) {
    page.paragraph("  - ", say(message("{0}: broken: {1}", text_of(test.where), test.name)),
                   Ink::bad);
    for (const Message& why : test.why) page.paragraph("      ", say(why));
  }
  for (const Test& test : difference.mended) {
    page.paragraph("  + ", say(message("{0}: mended: {1}", text_of(test.where), test.name)),
                   Ink::good);
  }
}

}  // namespace cpom::compare
