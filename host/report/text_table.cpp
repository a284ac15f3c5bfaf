#include "report/text_table.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace cpom::report {
namespace {

using engine::Evaluation;
using engine::Result;

constexpr int gap = 2;
constexpr int gaps = 5 * gap;
constexpr int widest_code = 12;
constexpr int widest_figure = 18;
constexpr int widest_note = 15;
constexpr int widest_status = 30;
constexpr int narrowest_status = 14;
constexpr int narrowest_label = 20;
constexpr std::size_t most_label_lines = 4;
constexpr std::size_t all_lines = 1000;

std::string indent(int width) { return std::string(static_cast<std::size_t>(width), ' '); }

std::string or_dash(const std::string& text) { return text.empty() ? "–" : text; }

void widen(Column& column, std::string_view text, int most) {
  column.width = std::clamp(display_width(text), column.width, std::max(column.width, most));
}

void add(Cell& cell, const Cell& more) {
  cell.lines.insert(cell.lines.end(), more.lines.begin(), more.lines.end());
}

}  // namespace

struct ResultTable::Texts {
  std::string code;
  std::string label;
  /// Told below the label where it is too long for a column of figures.
  std::string unit;
  std::string value;
  std::string target;
  std::vector<std::string> target_notes;
  std::string progress;
  std::string status;
  Ink ink = Ink::plain;
};

ResultTable::ResultTable(const Evaluation& evaluation, const Voice& voice, int width)
    : voice_(voice) {
  for (const Result& result : evaluation.results) {
    const Texts shown = texts(result);
    widen(code_, shown.code, widest_code);
    widen(value_, shown.value, widest_figure);
    widen(target_, shown.target, widest_figure);
    for (const std::string& note : shown.target_notes) widen(target_, note, widest_note);
    widen(progress_, shown.progress, widest_figure);
    widen(status_, shown.status, widest_status);
  }
  widen(code_, voice.say(message("Code")), widest_code);
  widen(value_, voice.say(message("Value")), widest_figure);
  widen(target_, voice.say(message("Target")), widest_figure);
  widen(progress_, voice.say(message("Progress")), widest_figure);
  widen(status_, voice.say(message("Status")), widest_status);
  value_.right_aligned = target_.right_aligned = progress_.right_aligned = true;
  fit(width);
}

/// Gives the label what is left; takes from the status first, then gives up columns altogether.
void ResultTable::fit(int width) {
  const int others = code_.width + value_.width + target_.width + progress_.width + gaps;
  const int missing = narrowest_label - (width - others - status_.width);
  if (missing > 0) {
    status_.width = std::max(status_.width - missing, std::min(status_.width, narrowest_status));
  }
  label_.width = width - others - status_.width;
  stacked_ = label_.width < narrowest_label;
}

ResultTable::Texts ResultTable::texts(const Result& result) const {
  const Mark mark = voice_.effective(result);
  Texts texts;
  const model::Indicator& indicator = result.selection->indicator;
  const Units units = is_long_unit(indicator.unit) ? Units::left_out : Units::shown;
  texts.code = printable(indicator.code);
  texts.label = printable(indicator.label);
  if (units == Units::left_out) {
    texts.unit = printable(voice_.say(message("in {0}", indicator.unit)));
  }
  texts.value = printable(or_dash(voice_.value(result, units)));
  texts.target = printable(or_dash(voice_.target(result, units)));
  for (const std::string& note : voice_.target_notes(result)) {
    texts.target_notes.push_back(printable(note));
  }
  texts.progress = voice_.progress(result);
  texts.status = printable(mark.text());
  texts.ink = ink_of(mark.tone);
  return texts;
}

void ResultTable::head(Page& page) const {
  if (stacked_) return;
  const auto title = [this](const Message& text) { return Cell{{voice_.say(text)}, Ink::bold}; };
  page.row({code_, label_, value_, target_, progress_, status_},
           {title(message("Code")), title(message("Indicator")), title(message("Value")),
            title(message("Target")), title(message("Progress")), title(message("Status"))});
}

void ResultTable::row(const Result& result, Page& page) const {
  const Texts shown = texts(result);
  if (stacked_) {
    stacked_row(shown, page);
  } else {
    wide_row(shown, page);
  }
  notes(result, page);
}

void ResultTable::wide_row(const Texts& shown, Page& page) const {
  const auto cell = [](std::string_view text, const Column& column, std::size_t most, Ink ink) {
    return Cell{clipped(text, column.width, most), ink};
  };
  Cell target = cell(shown.target, target_, all_lines, Ink::plain);
  for (const std::string& note : shown.target_notes) {
    add(target, cell(note, target_, all_lines, Ink::plain));
  }
  Cell label = cell(shown.label, label_, most_label_lines, Ink::plain);
  if (!shown.unit.empty()) add(label, cell(shown.unit, label_, most_label_lines, Ink::plain));
  page.row({code_, label_, value_, target_, progress_, status_},
           {cell(shown.code, code_, all_lines, Ink::plain), std::move(label),
            cell(shown.value, value_, all_lines, Ink::plain), std::move(target),
            cell(shown.progress, progress_, all_lines, Ink::plain),
            cell(shown.status, status_, all_lines, shown.ink)});
}

void ResultTable::stacked_row(const Texts& shown, Page& page) const {
  std::string target = shown.target;
  for (const std::string& note : shown.target_notes) target += ", " + note;
  std::string figures = voice_.say(message("Value: {0}, target: {1}", shown.value, target));
  if (!shown.progress.empty()) {
    figures = voice_.say(message("{0}, progress: {1}", figures, shown.progress));
  }
  const Column rest{page.width() - code_.width - gap, false};
  Cell label{clipped(shown.label, rest.width, most_label_lines), Ink::plain};
  if (!shown.unit.empty()) add(label, {clipped(shown.unit, rest.width, most_label_lines), {}});
  page.row({code_, rest},
           {{clipped(shown.code, code_.width, all_lines), Ink::plain}, std::move(label)});
  page.paragraph(indent(code_.width + gap), figures);
  page.paragraph(indent(code_.width + gap), shown.status, shown.ink);
}

void ResultTable::notes(const Result& result, Page& page) const {
  const std::string lead = indent(code_.width + gap) + "↳ ";
  const auto note = [&](const std::string& text) {
    if (!text.empty()) page.paragraph(lead, printable(text));
  };
  // A failure says the same and more.
  if (result.failures.empty()) note(voice_.reason(result));
  columns(result, page);
  note(voice_.retained(result));
  std::string flags;
  for (const std::string& flag : voice_.flags(result)) {
    flags = flags.empty() ? flag : voice_.say(message("{0}; {1}", flags, flag));
  }
  note(flags);
  for (const Message& remark : result.remarks) note(voice_.tell(remark));
  for (const Diagnostic& failure : result.failures) note(voice_.failure(failure));
}

/// A line each. Why a column is empty is told only where there is a status: elsewhere the
/// result says itself why there is nothing.
void ResultTable::columns(const Result& result, Page& page) const {
  for (const engine::ColumnValue& column : result.columns) {
    const engine::Rule& rule = *column.rule;
    const std::string& label = rule.label.empty() ? rule.id : rule.label;
    std::string text = voice_.column(column);
    if (!column.failures.empty()) text = voice_.failure(column.failures.front());
    if (text.empty() && result.effective_status() != nullptr)
      text = "– " + voice_.tell(column.reason);
    if (text.empty()) continue;
    page.paragraph(indent(code_.width + gap),
                   printable(voice_.say(message("{0}: {1}", label, text))));
  }
}

}  // namespace cpom::report
