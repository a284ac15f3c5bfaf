#include "testing/coverage_report.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/text.hpp"

namespace cpom::testing {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

std::string file_of(const std::string& file, const ReportStyle& style) {
  return style.file_name ? style.file_name(file) : file;
}

/// Rounded down: 100 % is all.
Message percent_of(const Share& share) {
  return message("{0} %", Figure{std::floor(share.percent() * 10) / 10});
}

struct LineState {
  bool seen = false;
  long runs = 0;
};

std::map<int, LineState> lines_of(const ProbeMap& map, const Sightings& sightings,
                                  const ProbedFile& file) {
  std::map<int, LineState> lines;
  for (std::size_t i = file.first; i < file.first + file.count; ++i) {
    const ProbedInstruction& probed = map.instructions()[i];
    if (!probed.reachable) continue;
    LineState& line = lines[probed.line];
    line.seen = line.seen || (sightings.seen[i] & seen_run) != 0;
    line.runs = std::max(line.runs, sightings.runs[i]);
  }
  for (auto& [number, line] : lines) {
    if (line.seen && line.runs == 0) line.runs = 1;
  }
  return lines;
}

class HtmlPage {
 public:
  HtmlPage(const Coverage& coverage, const ProbeMap& map, const Sightings& sightings,
           const ReportStyle& style)
      : coverage_(coverage), map_(map), sightings_(sightings), style_(style) {}

  std::string text() {
    const std::string title = say(message("Coverage of rules by their tests"));
    page_ = "<!DOCTYPE html>\n<html lang=\"" + std::string(code_of(style_.language)) +
            "\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + title +
            "</title>\n<style>\n"
            "body { font: 16px/1.5 sans-serif; max-width: 70em; margin: 2em auto; padding: 0 1em; "
            "color: #111; background: #fff }\n"
            "table { border-collapse: collapse } th, td { text-align: right; padding: .2em .8em; "
            "border-bottom: 1px solid #999 } th:first-child, td:first-child { text-align: left }\n"
            "pre { margin: 0; overflow-x: auto } .run::before { content: \"✓ \" } "
            ".not::before { content: \"✗ \" } .none::before { content: \"  \" }\n"
            ".not { background: #fde0dc } .part { background: #fff3cd } .gap { color: #7a1600; "
            "margin: 0 0 0 6em } .n { color: #555; display: inline-block; width: 6em }\n"
            "</style>\n</head>\n<body>\n<h1>" +
            title + "</h1>\n";
    add_table();
    for (std::size_t i = 0; i < map_.files().size(); ++i) add_file(i);
    return page_ + "</body>\n</html>\n";
  }

 private:
  std::string say(const Message& text) const { return markup_text(render(text, style_.language)); }

  void add_table() {
    page_ += "<table>\n<tr><th scope=\"col\">" + say(message("package")) + "</th>";
    for (const Measure measure : all_measures) {
      page_ += "<th scope=\"col\">" + say(label_of(measure)) + "</th>";
    }
    page_ += "</tr>\n";
    for (const PackageCoverage& package : coverage_.packages) {
      page_ += "<tr><td>" + markup_text(package.package->name) + "</td>";
      for (const Share& share : package.shares) {
        page_ += "<td>" + (share.total == 0 ? "–" : say(percent_of(share))) + "</td>";
      }
      page_ += "</tr>\n";
    }
    page_ += "</table>\n";
  }

  void add_file(std::size_t index) {
    const ProbedFile& file = map_.files()[index];
    page_ += "<h2>" + markup_text(file_of(file.rule->path.string(), style_)) + "</h2>\n";
    const auto lines = lines_of(map_, sightings_, file);
    std::multimap<int, const Gap*> gaps;
    for (const Gap& gap : coverage_.gaps) {
      if (gap.file == index) gaps.emplace(gap.where.line, &gap);
    }
    std::string_view rest = file.rule->source;
    for (int number = 1; !rest.empty(); ++number) {
      const auto end = std::min(rest.find('\n'), rest.size());
      const auto state = lines.find(number);
      const bool code = state != lines.end();
      const bool seen = code && state->second.seen;
      const bool part = seen && gaps.contains(number);
      page_ += std::string("<pre class=\"") +
               (!code  ? "none"
                : seen ? "run"
                       : "not") +
               (part ? " part" : "") + "\"><span class=\"n\">" + std::to_string(number) +
               (code ? " × " + std::to_string(state->second.runs) : "") + "</span>" +
               markup_text(printable_line(rest.substr(0, end))) + "</pre>\n";
      for (auto [at, last] = gaps.equal_range(number); at != last; ++at) {
        page_ += "<p class=\"gap\">" + say(at->second->what) + "</p>\n";
      }
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }

  static std::string printable_line(std::string_view line) { return printable(line); }

  const Coverage& coverage_;
  const ProbeMap& map_;
  const Sightings& sightings_;
  const ReportStyle& style_;
  std::string page_;
};

}  // namespace

std::string text_coverage(const Coverage& coverage, const ProbeMap& map, const ReportStyle& style) {
  const auto say = [&](const Message& text) { return render(text, style.language); };
  std::string text;
  for (const PackageCoverage& package : coverage.packages) {
    const bool nothing =
        std::all_of(all_measures.begin(), all_measures.end(),
                    [&](const Measure measure) { return package.share(measure).total == 0; });
    if (nothing) continue;
    text += say(message("Coverage of {0}:", package.package->name)) + "\n";
    for (const Measure measure : all_measures) {
      const Share& share = package.share(measure);
      if (share.total == 0) continue;
      text += "  " +
              say(message("{0}: {1} ({2} of {3})", label_of(measure), percent_of(share),
                          Figure{static_cast<double>(share.covered)},
                          Figure{static_cast<double>(share.total)})) +
              "\n";
    }
  }
  if (coverage.gaps.empty()) return text;
  text += "\n" + say(message("Not covered:")) + "\n";
  for (const Gap& gap : coverage.gaps) {
    Position where = gap.where;
    where.file = file_of(where.file, style);
    text += say(message("{0}: {1}", text_of(where), gap.what)) + "\n";
    if (gap.file != none && gap.measure != Measure::overrides) {
      text +=
          "      " + printable(line_of(map.files()[gap.file].rule->source, gap.where.line)) + "\n";
    }
    if (gap.suggestion.empty()) continue;
    text += "    " + say(message("a case that reaches it (check what it expects):")) + "\n";
    for (const std::string& line : gap.suggestion) text += "      " + printable(line) + "\n";
  }
  return text;
}

std::string html_coverage(const Coverage& coverage, const ProbeMap& map, const Sightings& sightings,
                          const ReportStyle& style) {
  return HtmlPage(coverage, map, sightings, style).text();
}

std::string lcov_coverage(const ProbeMap& map, const Sightings& sightings,
                          const ReportStyle& style) {
  std::string text;
  for (const ProbedFile& file : map.files()) {
    text += "TN:\nSF:" + file_of(file.rule->path.string(), style) + "\n";
    long branches = 0;
    long branches_seen = 0;
    std::map<int, int> on_line;
    for (std::size_t i = file.first; i < file.first + file.count; ++i) {
      const ProbedInstruction& probed = map.instructions()[i];
      if (!probed.condition || !probed.reachable) continue;
      const int block = on_line[probed.line]++;
      const bool run = (sightings.seen[i] & seen_run) != 0;
      int branch = 0;
      for (const Seen bit : {seen_true, seen_false}) {
        const bool seen = (sightings.seen[i] & bit) != 0;
        ++branches;
        if (seen) ++branches_seen;
        text += "BRDA:" + std::to_string(probed.line) + "," + std::to_string(block) + "," +
                std::to_string(branch++) + "," +
                (!run   ? "-"
                 : seen ? "1"
                        : "0") +
                "\n";
      }
    }
    text += "BRF:" + std::to_string(branches) + "\nBRH:" + std::to_string(branches_seen) + "\n";
    long hit = 0;
    const auto lines = lines_of(map, sightings, file);
    for (const auto& [number, line] : lines) {
      text += "DA:" + std::to_string(number) + "," + std::to_string(line.runs) + "\n";
      if (line.seen) ++hit;
    }
    text +=
        "LF:" + std::to_string(lines.size()) + "\nLH:" + std::to_string(hit) + "\nend_of_record\n";
  }
  return text;
}

}  // namespace cpom::testing
