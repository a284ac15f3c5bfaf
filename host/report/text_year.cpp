#include "report/text_year.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.hpp"
#include "report/contract_year.hpp"
#include "report/shown_objectives.hpp"
#include "report/summary.hpp"

namespace cpom::report {
namespace {

using engine::Evaluation;
using engine::ObjectiveResult;
using engine::Result;
using model::Strand;

Message label_of(model::Advance advance) {
  switch (advance) {
    case model::Advance::planned: return message("planned");
    case model::Advance::ongoing: return message("under way");
    case model::Advance::done: return message("done");
    case model::Advance::stopped: break;
  }
  return message("stopped");
}

class YearWriter {
 public:
  YearWriter(const TextContext& context, int year, const Strand& strand)
      : evaluation_(context.evaluation),
        contract_(*context.evaluation.contract),
        voice_(context.voice),
        missions_(context.missions),
        table_(context.table),
        page_(context.page),
        year_(year),
        strand_(strand) {}

  void write() {
    page_.blank();
    page_.rule(title(), "═");
    contract_lines();
    const auto results = results_of_year();
    if (missions_.several()) {
      for (const std::string_view mission : missions_.present()) of_mission(mission, results);
    } else {
      table_.head(page_);
      objectives(missions_.present().front(), results);
    }
    page_.blank();
    summary(summarise(evaluation_, year_, strand_));
    sections();
  }

 private:
  using Results = std::vector<const Result*>;

  void say(const Message& text, Ink ink = Ink::plain) { indented("", text, ink); }

  void indented(std::string_view lead, const Message& text, Ink ink = Ink::plain) {
    page_.paragraph(lead, printable(voice_.say(text)), ink);
  }

  bool is_first_strand() const { return &strand_ == &contract_.strands.front(); }

  std::string title() const {
    if (contract_.strands.size() < 2) return voice_.say(message("Year {0}", year_));
    const std::string& label = strand_.label.empty() ? strand_.id : strand_.label;
    return printable(voice_.say(message("Year {0}, strand {1}", year_, label)));
  }

  /// What holds for the contract as a whole is told with its first strand, once.
  void contract_lines() {
    if (!is_first_strand()) return;
    fundings({});
    if (!missions_.several() && !missions_.present().front().empty()) {
      fundings(missions_.present().front());
    }
    for (const model::Roadmap* roadmap : roadmaps_in(evaluation_, year_)) {
      say(message("Roadmap: {0}, from {1} to {2} (amendment no. {3})", roadmap->label,
                  roadmap->from, roadmap->to, roadmap->amendment));
    }
  }

  /// The sum, and what it is made of where that says more.
  void fundings(std::string_view mission) {
    const auto given = fundings_in(evaluation_, year_, mission);
    double sum = 0;
    std::string parts;
    for (const model::Funding* funding : given) {
      sum += funding->amount;
      if (funding->label.empty()) continue;
      const std::string part =
          given.size() == 1
              ? funding->label
              : voice_.say(message("{0}: {1}", funding->label, voice_.money(funding->amount)));
      parts = parts.empty() ? part : voice_.say(message("{0}; {1}", parts, part));
    }
    if (given.empty()) return;
    const std::string total = voice_.money(sum);
    say(parts.empty() ? message("Funding: {0}", total)
                      : message("Funding: {0} ({1})", total, parts));
  }

  Results results_of_year() {
    Results chosen;
    for (const Result& result : evaluation_.results) {
      if (result.year != year_ || result.strand != &strand_) continue;
      chosen.push_back(&result);
      has_results_.insert(result.selection->indicator.objective);
    }
    // Depth-first: what stands below another comes after it.
    const auto& objectives = contract_.objectives;
    for (auto objective = objectives.rbegin(); objective != objectives.rend(); ++objective) {
      if (has_results_.contains(objective->id)) has_results_.insert(objective->parent);
    }
    return chosen;
  }

  void of_mission(std::string_view mission, const Results& all) {
    Results results;
    std::copy_if(all.begin(), all.end(), std::back_inserter(results),
                 [&](const Result* result) { return missions_.of(*result->selection) == mission; });
    const bool money =
        is_first_strand() && !mission.empty() && !fundings_in(evaluation_, year_, mission).empty();
    if (results.empty() && !money) return;
    page_.blank();
    page_.rule(printable(voice_.say(message("Mission: {0}", voice_.mission(mission)))), "─");
    if (money) fundings(mission);
    if (results.empty()) return;
    table_.head(page_);
    objectives(mission, results);
  }

  void objectives(std::string_view mission, Results left) {
    for (const ObjectiveResult* objective :
         shown_objectives(evaluation_, missions_, mission, year_, strand_)) {
      page_.blank();
      objective_head(*objective);
      left = objective_rows(*objective, left);
    }
    if (left.empty()) return;
    page_.blank();
    say(message("Outside any objective"), Ink::bold);
    for (const Result* result : left) table_.row(*result, page_);
  }

  /// Writes the rows of the objective and gives back the others.
  Results objective_rows(const ObjectiveResult& objective, const Results& results) {
    Results others;
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
    if (year_ == evaluation_.years.back()) actions(about);
    for (const Diagnostic& failure : objective.failures) {
      page_.paragraph("  ↳ ", printable(voice_.failure(failure)));
    }
  }

  /// How far they have come is known of today only: they stand with the last year.
  void actions(const model::Objective& objective) {
    for (const model::Action* action : actions_of(evaluation_, objective)) {
      std::string more = action->advance ? voice_.say(label_of(*action->advance)) : "";
      if (more.empty()) {
        more = action->note;
      } else if (!action->note.empty()) {
        more = voice_.say(message("{0}; {1}", more, action->note));
      }
      indented("  ▸ ", more.empty() ? message("Flagship action: {0}", action->label)
                                    : message("Flagship action: {0} ({1})", action->label, more));
    }
  }

  void weather(const ObjectiveResult& objective) {
    std::string text;
    Ink ink = Ink::plain;
    if (objective.weather != nullptr) {
      const Mark mark = voice_.mark(*objective.weather);
      text = voice_.say(message("Proposed weather: {0}", mark.text()));
      ink = ink_of(mark.tone);
    } else if (!objective.reason.empty() && objective.failures.empty() && !is_idle(objective)) {
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

  /// Without weather, and each result at or below it says itself why there is nothing to judge.
  bool is_idle(const ObjectiveResult& objective) const {
    const bool silent = objective.expected == 0 && evaluation_.model->weathers.empty();
    return silent && has_results_.contains(objective.objective->id);
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
                       sum.results, count_of(sum.results), count_of(sum.with_status),
                       count_of(sum.expected)),
        Ink::bold);
    for (const auto& [status, number] : sum.statuses) {
      const Mark mark = voice_.mark(*status);
      indented("  ", message("{0}: {1}", mark.text(), count_of(number)), ink_of(mark.tone));
    }
    std::string without;
    for (const auto& [outcome, number] : sum.outcomes) {
      const Mark mark = voice_.mark(outcome);
      const std::string text = voice_.say(message("{0}: {1}", mark.text(), count_of(number)));
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

  void sections() {
    for (const engine::SectionResult& section : evaluation_.sections) {
      if (section.year != year_ || section.strand != &strand_ || is_repeated(section)) continue;
      this->section(section);
    }
  }

  /// Of sections that say the same of several years, the last is shown.
  bool is_repeated(const engine::SectionResult& section) const {
    const auto says_it_again = [&](const engine::SectionResult& other) {
      return other.rule == section.rule && other.strand == section.strand &&
             other.year > section.year && !section.text.empty() && other.text == section.text &&
             other.figure == section.figure;
    };
    return std::any_of(evaluation_.sections.begin(), evaluation_.sections.end(), says_it_again);
  }

  void section(const engine::SectionResult& section) {
    const std::string& label = section.rule->label.empty() ? section.rule->id : section.rule->label;
    page_.blank();
    if (section.figure) {
      say(message("{0}: {1}", label, voice_.figure(*section.figure)), Ink::bold);
    } else {
      say(message("{0}", label), Ink::bold);
    }
    std::string_view rest = section.text;
    while (!rest.empty()) {
      const auto end = rest.find('\n');
      page_.paragraph("  ", printable(rest.substr(0, end)));
      rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    }
    if (!section.reason.empty()) page_.paragraph("  – ", printable(voice_.tell(section.reason)));
    for (const Diagnostic& failure : section.failures) {
      page_.paragraph("  ↳ ", printable(voice_.failure(failure)), Ink::bad);
    }
  }

  static Figure count_of(long number) { return {static_cast<double>(number), 0}; }

  const Evaluation& evaluation_;
  const model::Contract& contract_;
  const Voice& voice_;
  const Missions& missions_;
  const ResultTable& table_;
  Page& page_;
  int year_;
  const Strand& strand_;
  /// Objectives at or below which there is a result.
  std::set<std::string_view> has_results_;
};

}  // namespace

void write_year(const TextContext& context, int year, const Strand& strand) {
  YearWriter(context, year, strand).write();
}

}  // namespace cpom::report
