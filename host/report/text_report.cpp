#include "base/text.hpp"
#include "report/page.hpp"
#include "report/shown.hpp"
#include "report/summary.hpp"
#include "report/text_table.hpp"
#include "report/writer.hpp"

#include <algorithm>

namespace cpom::report {
namespace {

using engine::Evaluation;
using engine::ObjectiveResult;
using engine::Result;
using model::Party;
using model::Strand;

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
        page_(page),
        table_(evaluation, voice_, page.width()) {}

  void write() {
    header();
    for (const int year : evaluation_.years) {
      for (const Strand& strand : contract_.strands) section(year, strand);
    }
  }

 private:
  void say(const Message& text, Ink ink = Ink::plain) { indented("", text, ink); }

  void indented(std::string_view lead, const Message& text, Ink ink = Ink::plain) {
    page_.paragraph(lead, printable(voice_.say(text)), ink);
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

  bool several_strands() const { return contract_.strands.size() > 1; }

  std::string section_title(int year, const Strand& strand) const {
    if (!several_strands()) return voice_.say(message("Year {0}", year));
    const std::string& label = strand.label.empty() ? strand.id : strand.label;
    return printable(voice_.say(message("Year {0}, strand {1}", year, label)));
  }

  void section(int year, const Strand& strand) {
    page_.blank();
    page_.rule(section_title(year, strand), "═");
    table_.head(page_);
    std::vector<const Result*> left = results_of(year, strand);
    for (const ObjectiveResult& objective : evaluation_.objectives) {
      if (objective.year != year || objective.strand != &strand) continue;
      page_.blank();
      objective_head(objective);
      left = objective_rows(objective, left);
    }
    if (!left.empty()) {
      page_.blank();
      say(message("Outside any objective"), Ink::bold);
      for (const Result* result : left) table_.row(*result, page_);
    }
    page_.blank();
    summary(summarise(evaluation_, year, strand));
  }

  std::vector<const Result*> results_of(int year, const Strand& strand) const {
    std::vector<const Result*> chosen;
    for (const Result& result : evaluation_.results) {
      if (result.year == year && result.strand == &strand) chosen.push_back(&result);
    }
    return chosen;
  }

  /// Writes the rows of the objective and gives back the others.
  std::vector<const Result*> objective_rows(const ObjectiveResult& objective,
                                            const std::vector<const Result*>& results) {
    std::vector<const Result*> others;
    for (const Result* result : results) {
      if (result->selection->indicator.objective == objective.objective->id) {
        table_.row(*result, page_);
      } else {
        others.push_back(result);
      }
    }
    return others;
  }

  void objective_head(const ObjectiveResult& objective) {
    const model::Objective& about = *objective.objective;
    const auto& levels = evaluation_.model->levels;
    const auto level = std::find_if(levels.begin(), levels.end(),
                                    [&](const auto& known) { return known.id == about.level; });
    const std::string name =
        level == levels.end() || level->label.empty() ? about.id : level->label + " " + about.id;
    page_.paragraph("", printable(voice_.say(message("{0}: {1}", name, about.label))), Ink::bold);
    weather(objective);
    for (const Diagnostic& failure : objective.failures) {
      page_.paragraph("  ↳ ", printable(voice_.failure(failure)));
    }
  }

  void weather(const ObjectiveResult& objective) {
    std::string text;
    Ink ink = Ink::plain;
    if (objective.weather != nullptr) {
      const Mark mark = voice_.mark(*objective.weather);
      text = voice_.say(message("Proposed weather: {0}", mark.text()));
      ink = ink_of(mark.tone);
    } else if (!objective.reason.empty() && objective.failures.empty()) {
      const std::string reason = voice_.tell(objective.reason);
      text = evaluation_.model->weathers.empty() ? reason
                                                 : voice_.say(message("No weather: {0}", reason));
    }
    if (!objective.complete()) {
      const std::string gap = completeness(objective);
      text = text.empty() ? gap : voice_.say(message("{0}; {1}", text, gap));
    }
    if (!text.empty()) page_.paragraph("  ", printable(text), ink);
    const std::string retained = voice_.retained(objective);
    if (!retained.empty()) page_.paragraph("  ", printable(retained), Ink::bold);
  }

  std::string completeness(const ObjectiveResult& objective) const {
    const auto [worst, best] = std::pair(objective.worst, objective.best);
    const std::string counts =
        voice_.say(message("incomplete {0}/{1}", objective.counted, objective.expected));
    if (worst == nullptr || best == nullptr) return counts;
    if (worst == best) {
      return voice_.say(message("{0}, will remain {1}", counts, voice_.mark(*best).text()));
    }
    return voice_.say(message("{0}, can still go from {1} to {2}", counts,
                              voice_.mark(*worst).text(), voice_.mark(*best).text()));
  }

  void summary(const Summary& sum) {
    say(plural_message("Summary: {0} indicator followed; {1} of {2} expected statuses known.",
                       "Summary: {0} indicators followed; {1} of {2} expected statuses known.",
                       sum.results, sum.results, sum.with_status, sum.expected),
        Ink::bold);
    for (const auto& [status, count] : sum.statuses) {
      const Mark mark = voice_.mark(*status);
      indented("  ", message("{0}: {1}", mark.text(), count), ink_of(mark.tone));
    }
    std::string without;
    for (const auto& [outcome, count] : sum.outcomes) {
      const Mark mark = voice_.mark(outcome);
      const std::string text = voice_.say(message("{0}: {1}", mark.text(), count));
      without = without.empty() ? text : voice_.say(message("{0}; {1}", without, text));
    }
    if (!without.empty()) indented("  ", message("Without status: {0}", without));
    failures(sum);
  }

  void failures(const Summary& sum) {
    std::string codes;
    for (const Result* result : sum.rule_errors) {
      const std::string& code = result->selection->indicator.code;
      codes = codes.empty() ? code : voice_.say(message("{0}, {1}", codes, code));
    }
    if (!codes.empty()) indented("  ", message("Rules that failed: {0}", codes), Ink::bad);
  }

  const Evaluation& evaluation_;
  const model::Contract& contract_;
  Voice voice_;
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
