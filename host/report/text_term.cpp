#include "report/text_term.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "report/text_engagement.hpp"

namespace cpom::report {
namespace {

using engine::Evaluation;
using engine::TermResult;
using model::Strand;

constexpr int year_width = 4;
constexpr int gap = 2;
constexpr int widest_code = 12;
constexpr int widest_status = 30;
constexpr int narrowest_label = 16;
constexpr std::size_t most_label_lines = 3;

/// The table of one strand; its columns are those of all strands.
class TermTable {
 public:
  explicit TermTable(const TextContext& context) : context_(context) {
    int others = 0;
    for (const TermResult& term : context.evaluation.terms) {
      widen(code_, term.selection->indicator.code, widest_code);
      widen(status_, status_text(term), widest_status);
    }
    widen(code_, say(message("Code")), widest_code);
    others = code_.width + status_.width + 2 * gap;
    others += static_cast<int>(context.evaluation.years.size()) * (year_width + gap);
    label_.width = context.page.width() - others;
  }

  void head() {
    if (stacked()) return;
    std::vector<Cell> cells = {bold(say(message("Code"))), bold(say(message("Indicator")))};
    for (const int year : context_.evaluation.years) cells.push_back(bold(std::to_string(year)));
    cells.push_back(bold(say(message("On the term"))));
    context_.page.row(columns(), cells);
  }

  void row(const TermResult& term) {
    const Mark mark = context_.voice.on_term(term);
    const model::Indicator& indicator = term.selection->indicator;
    const std::string code = printable(indicator.code);
    if (stacked()) {
      const Column rest{context_.page.width() - code_.width - gap, false};
      context_.page.row({code_, rest},
                        {{wrap(code, code_.width)},
                         {clipped(printable(indicator.label), rest.width, most_label_lines)}});
      context_.page.paragraph(indent(), stacked_years(term));
      context_.page.paragraph(indent(), status_text(term), ink_of(mark.tone));
    } else {
      std::vector<Cell> cells = {
          {wrap(code, code_.width)},
          {clipped(printable(indicator.label), label_.width, most_label_lines)}};
      for (const int year : context_.evaluation.years) cells.push_back(year_cell(term, year));
      cells.push_back({wrap(status_text(term), status_.width), ink_of(mark.tone)});
      context_.page.row(columns(), cells);
    }
    notes(term);
  }

 private:
  std::string say(const Message& text) const { return printable(context_.voice.say(text)); }
  static Cell bold(std::string text) { return {{std::move(text)}, Ink::bold}; }
  std::string indent() const {
    return std::string(static_cast<std::size_t>(code_.width + gap), ' ');
  }
  bool stacked() const { return label_.width < narrowest_label; }

  static void widen(Column& column, std::string_view text, int most) {
    column.width = std::min(std::max(column.width, display_width(printable(text))), most);
  }

  std::vector<Column> columns() const {
    std::vector<Column> all = {code_, label_};
    all.insert(all.end(), context_.evaluation.years.size(), Column{year_width, false});
    all.push_back(status_);
    return all;
  }

  const engine::Result* result_of(const TermResult& term, int year) const {
    for (const std::size_t index : term.yearly) {
      const engine::Result& result = context_.evaluation.results[index];
      if (result.year == year) return &result;
    }
    return nullptr;
  }

  /// The symbol, or the beginning of a label that has none.
  std::string sign_of(const engine::Result& result) const {
    const Mark mark = context_.voice.effective(result);
    const std::string sign = printable(
        mark.symbol.empty() ? clipped(mark.label, year_width - 1, 1).front() : mark.symbol);
    return sign + (result.retained_status != nullptr ? "*" : "");
  }

  Cell year_cell(const TermResult& term, int year) const {
    const engine::Result* const result = result_of(term, year);
    if (result == nullptr) return {};
    return {{sign_of(*result)}, ink_of(context_.voice.effective(*result).tone)};
  }

  std::string stacked_years(const TermResult& term) const {
    std::string text;
    for (const int year : context_.evaluation.years) {
      const engine::Result* const result = result_of(term, year);
      if (result == nullptr) continue;
      text += (text.empty() ? "" : ", ") + std::to_string(year) + "\u00A0" + sign_of(*result);
    }
    return text;
  }

  /// « ✔ Atteint (incomplet 3/5) ».
  std::string status_text(const TermResult& term) const {
    const std::string text = context_.voice.on_term(term).text();
    const bool complete = term.counted == term.expected || term.status == nullptr;
    if (complete) return printable(text);
    return say(message("{0} (incomplete {1}/{2})", text, term.counted, term.expected));
  }

  void notes(const TermResult& term) {
    const auto note = [&](const std::string& text) {
      if (!text.empty()) context_.page.paragraph(indent() + "↳ ", printable(text));
    };
    if (term.failures.empty()) note(context_.voice.tell(term.reason));
    for (const Diagnostic& failure : term.failures) note(context_.voice.failure(failure));
  }

  const TextContext& context_;
  Column code_;
  Column label_;
  Column status_;
};

class TermWriter {
 public:
  explicit TermWriter(const TextContext& context)
      : context_(context), evaluation_(context.evaluation), table_(context) {}

  void write() {
    std::string years = std::to_string(evaluation_.years.front());
    if (evaluation_.years.size() > 1) years += "-" + std::to_string(evaluation_.years.back());
    title(evaluation_.term == engine::Term::middle ? message("Results at mid-contract ({0})", years)
                                                   : message("Results on the term ({0})", years));
    for (const Strand& strand : evaluation_.contract->strands) of_strand(strand);
    legend();
    write_engagements(context_);
  }

 private:
  std::string say(const Message& text) const { return printable(context_.voice.say(text)); }

  void title(const Message& text) {
    context_.page.blank();
    context_.page.rule(say(text), "═");
  }

  void heading(const Message& text) {
    context_.page.blank();
    context_.page.paragraph("", say(text), Ink::bold);
  }

  void of_strand(const Strand& strand) {
    if (evaluation_.contract->strands.size() > 1) {
      heading(message("Strand {0}", strand.label.empty() ? strand.id : strand.label));
    }
    table_.head();
    for (const std::string_view mission : context_.missions.present()) of_mission(mission, strand);
  }

  void of_mission(std::string_view mission, const Strand& strand) {
    bool first = true;
    for (const TermResult& term : evaluation_.terms) {
      if (term.strand != &strand || context_.missions.of(*term.selection) != mission) continue;
      if (first && context_.missions.several()) {
        heading(message("Mission: {0}", context_.voice.mission(mission)));
      }
      first = false;
      table_.row(term);
    }
  }

  /// What the signs of the years mean, in the order of the scale and of the outcomes.
  void legend() {
    std::vector<Mark> marks;
    for (const model::Status& status : evaluation_.model->statuses) {
      if (occurs(&status, engine::Outcome::classified)) {
        marks.push_back(context_.voice.mark(status));
      }
    }
    for (const engine::Outcome outcome : engine::all_outcomes) {
      if (occurs(nullptr, outcome)) marks.push_back(context_.voice.mark(outcome));
    }
    std::string text;
    for (const Mark& mark : marks) {
      text =
          text.empty() ? mark.text() : context_.voice.say(message("{0}; {1}", text, mark.text()));
    }
    if (text.empty()) return;
    const auto is_retained = [](const engine::Result& result) {
      return result.retained_status != nullptr;
    };
    if (std::any_of(evaluation_.results.begin(), evaluation_.results.end(), is_retained)) {
      text = context_.voice.say(message("{0}; * retained by a person", text));
    }
    context_.page.blank();
    context_.page.paragraph("", printable(text), Ink::faint);
  }

  /// In one of the years.
  bool occurs(const model::Status* status, engine::Outcome outcome) const {
    return std::any_of(
        evaluation_.results.begin(), evaluation_.results.end(), [&](const engine::Result& result) {
          const auto* const effective = result.effective_status();
          return effective == status && (status != nullptr || result.outcome == outcome);
        });
  }

  const TextContext& context_;
  const Evaluation& evaluation_;
  TermTable table_;
};

}  // namespace

void write_term(const TextContext& context) { TermWriter(context).write(); }

}  // namespace cpom::report
