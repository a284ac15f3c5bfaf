#include "base/text.hpp"
#include "report/missions.hpp"
#include "report/page.hpp"
#include "report/shown.hpp"
#include "report/text_table.hpp"
#include "report/text_term.hpp"
#include "report/text_year.hpp"
#include "report/writer.hpp"

#include <algorithm>

namespace cpom::report {
namespace {

using engine::Evaluation;
using model::Party;

constexpr int narrowest_page = 40;

std::string party_text(const Party& party, const Voice& voice) {
  if (party.kind == model::PartyKind::agency && !party.territory.empty()) {
    return voice.say(message("{0} (region {1})", party.name, party.territory));
  }
  if (party.kind == model::PartyKind::department_council && !party.territory.empty()) {
    return voice.say(message("{0} (département {1})", party.name, party.territory));
  }
  if (!party.finess.empty()) {
    return voice.say(message("{0} (FINESS {1})", party.name, party.finess));
  }
  return party.name;
}

/// One evaluation, from its header to its last summary.
class TextWriter {
 public:
  TextWriter(const Evaluation& evaluation, const Style& style, Page& page)
      : evaluation_(evaluation),
        contract_(*evaluation.contract),
        voice_(evaluation, style),
        missions_(evaluation),
        page_(page),
        table_(evaluation, voice_, page.width()) {}

  void write() {
    header();
    const TextContext context{evaluation_, voice_, missions_, table_, page_};
    for (const int year : evaluation_.years) {
      for (const model::Strand& strand : contract_.strands) write_year(context, year, strand);
    }
    if (evaluation_.term) write_term(context);
  }

 private:
  void say(const Message& text, Ink ink = Ink::plain) {
    page_.paragraph("", printable(voice_.say(text)), ink);
  }

  void header() {
    const std::string& title = contract_.label.empty() ? contract_.id : contract_.label;
    page_.paragraph("", printable(title), Ink::bold);
    say(message("Contract: {0}", contract_.id));
    say(message("Model: {0}", evaluation_.model->label));
    std::string parties;
    for (const Party& party : contract_.parties) {
      const std::string text = party_text(party, voice_);
      parties = parties.empty() ? text : voice_.say(message("{0}; {1}", parties, text));
    }
    if (!parties.empty()) say(message("Parties: {0}", parties));
    packages();
    say(message("Period: {0} to {1}", contract_.start, contract_.end));
    say(years());
    say(message("Situation as known on {0}", evaluation_.as_of));
    say(message("Working document: statuses and weather are proposals; what is retained is decided "
                "by a person, with role, date and reason."),
        Ink::faint);
    for (const Message& remark : evaluation_.remarks) {
      page_.paragraph("↳ ", printable(voice_.tell(remark)));
    }
  }

  Message years() const {
    std::string list;
    for (const int year : evaluation_.years) {
      list += (list.empty() ? "" : ", ") + std::to_string(year);
    }
    return plural_message("Year assessed: {0}", "Years assessed: {0}",
                          static_cast<long>(evaluation_.years.size()), list);
  }

  /// Those above the model: what may make this contract's results differ from another's.
  void packages() {
    std::string list;
    for (const engine::UsedPackage& package : evaluation_.packages) {
      if (package.layer < model::Layer::plugin) continue;
      const std::string text =
          package.version.empty() ? package.name : package.name + "\u00A0" + package.version;
      list = list.empty() ? text : voice_.say(message("{0}; {1}", list, text));
    }
    if (!list.empty()) say(message("Packages: {0}", list));
  }

  const Evaluation& evaluation_;
  const model::Contract& contract_;
  Voice voice_;
  Missions missions_;
  Page& page_;
  ResultTable table_;
};

}  // namespace

std::string text_report(const std::vector<Evaluation>& evaluations, const Style& style) {
  Page page(std::max(style.width, narrowest_page), style.colour);
  bool first = true;
  for (const Evaluation& evaluation : evaluations) {
    if (!first) {
      page.blank();
      page.rule("", "━");
      page.blank();
    }
    first = false;
    TextWriter(evaluation, style, page).write();
  }
  return page.take();
}

}  // namespace cpom::report
