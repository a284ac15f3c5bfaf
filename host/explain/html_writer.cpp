#include <string_view>

#include "base/text.hpp"
#include "explain/account.hpp"
#include "explain/writer.hpp"

namespace cpom::explain {
namespace {

/// Lists within lists, by the depth of the lines.
std::string list_of(const std::vector<Line>& lines) {
  std::string html;
  int depth = -1;
  for (const Line& line : lines) {
    const int wanted = std::min(line.depth, depth + 1);
    if (wanted <= depth) html += "</li>\n";
    for (; depth > wanted; --depth) html += "</ul></li>\n";
    for (; depth < wanted; ++depth) html += "\n<ul>\n";
    html += "<li>" + markup_text(line.text);
  }
  for (; depth >= 0; --depth) html += depth > 0 ? "</li>\n</ul>" : "</li>\n</ul>\n";
  return html;
}

}  // namespace

std::string html_explanation(const std::vector<Derivation>& derivations,
                             const report::Style& style) {
  std::string html;
  for (const Derivation& derivation : derivations) {
    const report::Voice voice(*derivation.evaluation, style);
    const Account account = account_of(derivation, voice);
    const engine::Result& result = *derivation.result;
    html += "<article class=\"cpom-explanation\" lang=\"" + std::string(code_of(voice.language())) +
            "\" data-indicator=\"" + markup_text(result.selection->indicator.code) +
            "\" data-year=\"" + std::to_string(result.year) + "\" data-status=\"" +
            markup_text(voice.proposed(result).id) + "\">\n";
    html +=
        "<h2>" + markup_text(account.title) + "</h2>\n<p>" + markup_text(account.answer) + "</p>\n";
    for (const Section& section : account.sections) {
      html += "<section class=\"cpom-" + section.id + "\">\n<h3>" + markup_text(section.title) +
              "</h3>" + list_of(section.lines) + "</section>\n";
    }
    html += "</article>\n";
  }
  return html;
}

}  // namespace cpom::explain
