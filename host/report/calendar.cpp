#include "report/calendar.hpp"

#include <algorithm>

#include "base/language.hpp"
#include "base/text.hpp"
#include "report/page.hpp"

namespace cpom::report {
namespace {

using engine::DueStep;
using engine::Standing;
using model::Step;

constexpr int narrowest_page = 40;
constexpr int narrowest_label = 24;
constexpr int date_width = 10;
constexpr int actor_width = 24;
constexpr int state_width = 8;
constexpr int gap = 2;

class CalendarWriter {
 public:
  CalendarWriter(const ContractCalendar& calendar, std::optional<Date> on, Language language,
                 Page& page)
      : calendar_(calendar), on_(on), language_(language), page_(page) {
    int ids = display_width(say(message("Step")));
    for (const DueStep& due : calendar.steps) ids = std::max(ids, display_width(due.step->id));
    columns_ = {{date_width}, {date_width}, {ids}, {0}, {actor_width}};
    if (on) columns_.push_back({state_width});
    int others = gap * static_cast<int>(columns_.size() - 1);
    for (const Column& column : columns_) others += column.width;
    columns_[3].width = page.width() - others;
  }

  void write() {
    header();
    const auto undated = std::find_if(calendar_.steps.begin(), calendar_.steps.end(),
                                      [](const DueStep& due) { return !due.dated(); });
    if (undated != calendar_.steps.begin()) head();
    for (auto due = calendar_.steps.begin(); due != undated; ++due) row(*due);
    if (undated != calendar_.steps.end()) section(message("Without a date in the texts"));
    for (auto due = undated; due != calendar_.steps.end(); ++due) without_date(*due->step);
    contradictions();
    if (!calendar_.values.empty()) section(message("Values that are expected"));
    for (const engine::DueValues& due : calendar_.values) values(due);
  }

 private:
  std::string say(const Message& text) const { return printable(render(text, language_)); }
  std::string say(const std::optional<Date>& date) const {
    return date ? render(*date, language_) : "";
  }
  bool wide() const { return columns_[3].width >= narrowest_label; }

  void header() {
    page_.paragraph("", printable(calendar_.contract->label), Ink::bold);
    page_.paragraph("", say(message("Calendar of the model: {0}", calendar_.model->label)));
    if (on_) {
      page_.paragraph("", say(message("On {0}: what is past is late unless it was done, which the "
                                      "contract does not tell",
                                      *on_)));
    }
    page_.blank();
    if (calendar_.steps.empty()) page_.paragraph("", say(message("The model has no calendar.")));
  }

  void section(const Message& title) {
    page_.blank();
    page_.rule(say(title), "─");
  }

  void head() {
    if (!wide()) return;
    std::vector<Cell> cells;
    for (const Message& title :
         {message("From"), message("Until"), message("Step"), message("What"), message("Who")}) {
      cells.push_back({{say(title)}, Ink::bold});
    }
    if (on_) cells.push_back({{say(message("State"))}, Ink::bold});
    page_.row(columns_, cells);
    page_.rule("", "─");
  }

  static Ink ink_of(Standing standing) {
    if (standing == Standing::open) return Ink::medium;
    return standing == Standing::past ? Ink::bad : Ink::plain;
  }

  std::string state(const DueStep& due) const {
    switch (on_ ? engine::standing_of(due, *on_) : Standing::none) {
      case Standing::to_come: return say(message("to come"));
      case Standing::open: return say(message("open"));
      case Standing::past: return say(message("past"));
      case Standing::none: break;
    }
    return "";
  }

  /// « Lettres de mission (N = 2019) ; contredit C11 ».
  std::string what(const DueStep& due) const {
    std::string text = printable(due.step->label);
    if (due.year != 0) text += " (N\u00A0=\u00A0" + std::to_string(due.year) + ")";
    if (!due.step->contradicts.empty()) {
      text += " ; " + say(message("contradicts {0}", due.step->contradicts));
    }
    return text;
  }

  static std::string who(const Step& step) {
    std::string text;
    for (const std::string& actor : step.actors) text += (text.empty() ? "" : " ; ") + actor;
    return text.empty() ? "–" : printable(text);
  }

  void row(const DueStep& due) {
    if (!wide()) return narrow_row(due);
    std::vector<Cell> cells = {{{say(due.from)}},
                               {{say(due.to)}},
                               {{due.step->id}},
                               {wrap(what(due), columns_[3].width)},
                               {wrap(who(*due.step), actor_width)}};
    if (on_) cells.push_back({{state(due)}, ink_of(engine::standing_of(due, *on_))});
    page_.row(columns_, cells);
  }

  void narrow_row(const DueStep& due) {
    std::string dates = say(due.from);
    if (due.from && due.to) dates += " – ";
    dates += say(due.to);
    page_.paragraph("", dates + "  " + due.step->id + (on_ ? "  " + state(due) : ""), Ink::bold);
    page_.paragraph("  ", what(due));
    page_.paragraph("  ", who(*due.step));
  }

  void without_date(const Step& step) {
    page_.paragraph(step.id + "  ", printable(step.label) + " – " + who(step));
    page_.paragraph("  ", told(step), Ink::faint);
  }

  /// The words of the text, and where they stand.
  std::string told(const Step& step) const {
    const Message words = message("“{0}”", step.stated);
    return say(step.source.empty() ? words : message("{0}, {1}", words, step.source));
  }

  void contradictions() {
    bool first = true;
    for (const Step& step : calendar_.model->calendar) {
      const Step* const other = calendar_.model->step(step.contradicts);
      if (other == nullptr || !is_shown(step)) continue;
      if (first) {
        section(message("On which the texts contradict each other"));
      } else {
        page_.blank();
      }
      first = false;
      for (const Step* each : {other, &step}) {
        page_.paragraph(each->id + "  ", printable(each->label));
        page_.paragraph("  ", told(*each), Ink::faint);
      }
    }
  }

  /// Steps of other territories are not.
  bool is_shown(const Step& step) const {
    return std::any_of(calendar_.steps.begin(), calendar_.steps.end(),
                       [&](const DueStep& due) { return due.step == &step; });
  }

  /// « 31/01/2026  12 valeurs attendues de DGS (N = 2025) : 1.a, 1.b… ».
  void values(const engine::DueValues& due) {
    std::vector<std::string> codes;
    std::string late;
    long late_count = 0;
    for (const engine::WantedValue& value : due.values) {
      const std::string& code = value.selection->indicator.code;
      if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
      if (!value.late) continue;
      ++late_count;
      late += (late.empty() ? "" : ", ") + code;
      if (!value.strand->id.empty()) late += " (" + value.strand->id + ")";
    }
    const auto count = static_cast<long>(due.values.size());
    const Figure shown{static_cast<double>(count), 0};
    std::string list;
    for (const std::string& code : codes) list += (list.empty() ? "" : ", ") + code;
    const Message text =
        due.suppliers.empty()
            ? plural_message("{0} value for {1}, no supplier named: {2}",
                             "{0} values for {1}, no supplier named: {2}", count, shown, due.year,
                             list)
            : plural_message("{0} value for {1} from {2}: {3}", "{0} values for {1} from {2}: {3}",
                             count, shown, due.year, due.suppliers, list);
    page_.paragraph(render(due.by, language_) + "  ", say(text));
    if (late_count == 0) return;
    page_.paragraph(std::string(date_width, ' ') + "  ↳ ",
                    say(plural_message("{0} is late: {1}", "{0} are late: {1}", late_count,
                                       Figure{static_cast<double>(late_count), 0}, late)),
                    Ink::bad);
  }

  const ContractCalendar& calendar_;
  std::optional<Date> on_;
  Language language_;
  Page& page_;
  /// From, until, step, what, who, and with a day: state.
  std::vector<Column> columns_;
};

}  // namespace

std::string calendar_report(const std::vector<ContractCalendar>& calendars, std::optional<Date> on,
                            const Style& style) {
  Page page(std::max(style.width, narrowest_page), style.colour);
  bool first = true;
  for (const ContractCalendar& calendar : calendars) {
    if (!first) page.blank();
    first = false;
    CalendarWriter(calendar, on, style.language, page).write();
  }
  return page.take();
}

}  // namespace cpom::report
