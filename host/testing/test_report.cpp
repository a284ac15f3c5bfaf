#include "testing/test_report.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "testing/compare.hpp"

namespace cpom::testing {
namespace {

std::string place_of(const Position& where, const ReportStyle& style) {
  Position shown = where;
  if (style.file_name) shown.file = style.file_name(where.file);
  return text_of(shown);
}

/// What is to be told of a failed case, line by line.
std::vector<std::string> account_of(const CaseResult& result, const ReportStyle& style) {
  std::vector<std::string> lines;
  const auto say = [&](const Message& text) {
    lines.push_back(printable(render(text, style.language)));
  };
  for (const Difference& different : result.differences) {
    if (!different.name.empty() && different.name != "expect")
      say(message("in {0}:", different.name));
    say(message("expected: {0}", different.expected));
    say(message("found: {0}", different.found));
    if (different.gap) say(message("difference: {0}", Figure{*different.gap}));
  }
  for (Diagnostic fault : result.faults) {
    if (style.file_name) fault.where.file = style.file_name(fault.where.file);
    lines.push_back(printable(render(fault, style.language)));
  }
  Message inputs;
  for (const GivenInput& given : result.inputs) {
    Message one = message("{0} = {1}", given.name, shown_value(given.value));
    inputs =
        inputs.empty() ? std::move(one) : message("{0}; {1}", std::move(inputs), std::move(one));
  }
  if (!inputs.empty()) say(message("with: {0}", inputs));
  if (!result.rule_at.file.empty()) {
    say(message("rule: {0}", place_of(result.rule_at, style)));
  }
  return lines;
}

Message tally(const Counts& counts) {
  Message text = plural_message("{0} passed", "{0} passed", counts.passed,
                                Figure{static_cast<double>(counts.passed)});
  if (counts.failed > 0) {
    text = message("{0}, {1}", std::move(text),
                   plural_message("{0} failed", "{0} failed", counts.failed,
                                  Figure{static_cast<double>(counts.failed)}));
  }
  if (counts.skipped > 0) {
    text = message("{0}, {1}", std::move(text),
                   plural_message("{0} skipped", "{0} skipped", counts.skipped,
                                  Figure{static_cast<double>(counts.skipped)}));
  }
  if (counts.left_out > 0) {
    text = message("{0}, {1}", std::move(text),
                   plural_message("{0} left out", "{0} left out", counts.left_out,
                                  Figure{static_cast<double>(counts.left_out)}));
  }
  return text;
}

Counts counts_of(const FileResults& file) {
  TestRun one;
  one.files.push_back(file);
  return one.counts();
}

/// YAML in double quotes.
std::string yaml_text(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + '"';
}

/// '#' begins a directive of TAP.
std::string tap_name(const CaseResult& result, const ReportStyle& style) {
  std::string name;
  for (const char c : printable(place_of(result.where, style) + " " + result.name)) {
    if (c == '#' || c == '\\') name += '\\';
    name += c;
  }
  return name;
}

}  // namespace

std::string text_results(const TestRun& run, const ReportStyle& style) {
  std::string text;
  const auto say = [&](const Message& what) { return render(what, style.language); };
  for (const FileResults& file : run.files) {
    for (const CaseResult& result : file.results) {
      if (result.verdict != Verdict::failed) continue;
      text +=
          say(message("{0}: failed: {1}", place_of(result.where, style), printable(result.name))) +
          "\n";
      for (const std::string& line : account_of(result, style)) text += "    " + line + "\n";
      text += "\n";
    }
  }
  for (const FileResults& file : run.files) {
    const std::string path = file.file->path.string();
    text += say(message("{0}: {1}", style.file_name ? style.file_name(path) : path,
                        tally(counts_of(file)))) +
            "\n";
  }
  const Counts counts = run.counts();
  const long all = counts.run() + counts.skipped + counts.left_out;
  text +=
      say(message("{0}: {1}",
                  plural_message("{0} case", "{0} cases", all, Figure{static_cast<double>(all)}),
                  tally(counts))) +
      "\n";
  if (counts.focused > 0) {
    text += say(plural_message("{0} case is focused (only, fit): the others were not run",
                               "{0} cases are focused (only, fit): the others were not run",
                               counts.focused, Figure{static_cast<double>(counts.focused)})) +
            "\n";
  }
  return text;
}

std::string tap_results(const TestRun& run, const ReportStyle& style) {
  std::string text;
  long number = 0;
  for (const FileResults& file : run.files) {
    for (const CaseResult& result : file.results) {
      const bool failed = result.verdict == Verdict::failed;
      text +=
          (failed ? "not ok " : "ok ") + std::to_string(++number) + " - " + tap_name(result, style);
      if (result.verdict == Verdict::skipped || result.verdict == Verdict::left_out) {
        const Message why = result.verdict == Verdict::skipped ? message("marked by its author")
                                                               : message("others are focused");
        text += " # SKIP " + render(why, style.language);
      }
      text += "\n";
      if (!failed) continue;
      text += "  ---\n  message:\n";
      for (const std::string& line : account_of(result, style)) {
        text += "    - " + yaml_text(line) + "\n";
      }
      text += "  ...\n";
    }
  }
  return "TAP version 13\n1.." + std::to_string(number) + "\n" + text;
}

std::string junit_results(const TestRun& run, const ReportStyle& style) {
  const auto counted = [](const Counts& counts) {
    return "tests=\"" + std::to_string(counts.run() + counts.skipped + counts.left_out) +
           "\" failures=\"" + std::to_string(counts.failed) + "\" errors=\"0\" skipped=\"" +
           std::to_string(counts.skipped + counts.left_out) + "\"";
  };
  std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"cpom\" " +
                     counted(run.counts()) + ">\n";
  for (const FileResults& file : run.files) {
    const std::string path = file.file->path.string();
    const std::string name = style.file_name ? style.file_name(path) : path;
    text += "  <testsuite name=\"" + markup_text(name) + "\" package=\"" +
            markup_text(file.file->package->name) + "\" " + counted(counts_of(file)) + ">\n";
    for (const CaseResult& result : file.results) {
      text += "    <testcase name=\"" + markup_text(result.name) + "\" classname=\"" +
              markup_text(name) + "\" file=\"" + markup_text(name) + "\" line=\"" +
              std::to_string(result.where.line) + "\"";
      if (result.verdict == Verdict::passed) {
        text += "/>\n";
        continue;
      }
      if (result.verdict != Verdict::failed) {
        text += "><skipped/></testcase>\n";
        continue;
      }
      const auto lines = account_of(result, style);
      std::string first;
      for (std::size_t i = 0; i < lines.size() && i < 2; ++i) {
        first += (i == 0 ? "" : "; ") + lines[i];
      }
      text += ">\n      <failure message=\"" + markup_text(first) + "\">";
      for (const std::string& line : lines) text += markup_text(line) + "\n";
      text += "</failure>\n    </testcase>\n";
    }
    text += "  </testsuite>\n";
  }
  return text + "</testsuites>\n";
}

}  // namespace cpom::testing
