#include <algorithm>

#include "base/text.hpp"
#include "explain/account.hpp"
#include "explain/writer.hpp"
#include "report/page.hpp"

namespace cpom::explain {
namespace {

constexpr int narrowest_page = 40;

std::string lead_of(const Line& line) {
  constexpr std::string_view bullets[] = {"• ", "  – ", "      · "};
  return std::string(bullets[std::clamp(line.depth, 0, 2)]);
}

}  // namespace

std::string text_explanation(const std::vector<Derivation>& derivations,
                             const report::Style& style) {
  report::Page page(std::max(style.width, narrowest_page), style.colour);
  bool first = true;
  for (const Derivation& derivation : derivations) {
    const report::Voice voice(*derivation.evaluation, style);
    const Account account = account_of(derivation, voice);
    if (!first) page.blank();
    first = false;
    page.paragraph("", printable(account.title), report::Ink::bold);
    page.paragraph("", printable(account.answer));
    for (const Section& section : account.sections) {
      page.blank();
      page.rule(printable(section.title), "─");
      for (const Line& line : section.lines) page.paragraph(lead_of(line), printable(line.text));
    }
  }
  return page.take();
}

}  // namespace cpom::explain
