#include "report/writer.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

#include "base/number.hpp"
#include "base/text.hpp"
#include "report/missions.hpp"
#include "report/shown.hpp"

namespace cpom::report {
namespace {

using engine::Evaluation;
using engine::Result;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view line_end = "\r\n";

/// One line, cell after cell, as RFC 4180 wants it.
class Row {
 public:
  explicit Row(Language language)
      : separator_(language == Language::french ? ';' : ','),
        point_(language == Language::french ? ',' : '.') {}

  /// A spreadsheet must not take a text for a formula.
  Row& text(std::string_view text) {
    const bool risky =
        !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
    return cell((risky ? "'" : "") + printable(text));
  }

  Row& number(std::optional<double> value) {
    std::string text = value ? decimal_text(*value) : "";
    std::replace(text.begin(), text.end(), '.', point_);
    return cell(text);
  }

  Row& whole(int value) { return cell(value == 0 ? "" : std::to_string(value)); }
  Row& date(std::optional<Date> date) { return cell(date ? iso_text(*date) : ""); }
  Row& truth(std::optional<bool> value) { return cell(!value ? "" : *value ? "true" : "false"); }

  std::string take() { return std::move(line_) + std::string(line_end); }

 private:
  Row& cell(std::string_view content) {
    if (!first_) line_ += separator_;
    first_ = false;
    const bool quoted = content.find(separator_) != std::string_view::npos ||
                        content.find_first_of("\"\r\n") != std::string_view::npos;
    if (!quoted) {
      line_ += content;
      return *this;
    }
    line_ += '"';
    for (const char c : content) {
      line_ += c;
      if (c == '"') line_ += '"';
    }
    line_ += '"';
    return *this;
  }

  char separator_;
  char point_;
  bool first_ = true;
  std::string line_;
};

/// The column rules of all evaluations, by id.
std::vector<std::string> column_ids(const std::vector<Evaluation>& evaluations) {
  std::set<std::string> ids;
  for (const Evaluation& evaluation : evaluations) {
    if (evaluation.results.empty()) continue;
    // The same rules for every result of a contract.
    for (const engine::ColumnValue& column : evaluation.results.front().columns) {
      ids.insert(column.rule->id);
    }
  }
  return {ids.begin(), ids.end()};
}

std::string header(Language language, const std::vector<std::string>& columns) {
  Row row(language);
  for (const std::string_view name :
       {"contract",       "strand",         "year",           "contract_year",
        "as_of",          "objective",      "indicator",      "label",
        "kind",           "unit",           "value",          "baseline",
        "target",         "target_minimum", "target_maximum", "target_due",
        "amendment",      "reached",        "progress",       "shown_progress",
        "status",         "status_label",   "outcome",        "retained",
        "retained_label", "retained_role",  "retained_date",  "retained_reason",
        "reason",         "place",          "flags",          "remarks",
        "numerator",      "denominator",    "source",         "reference",
        "received",       "provisional",    "mission",        "site"}) {
    row.text(name);
  }
  for (const std::string& column : columns) row.text(column);
  return row.take();
}

void add_identity(Row& row, const Result& result, const Evaluation& evaluation) {
  const model::Indicator& indicator = result.selection->indicator;
  row.text(evaluation.contract->id).text(result.strand->id).whole(result.year);
  row.whole(result.contract_year).date(evaluation.as_of).text(indicator.objective);
  row.text(indicator.code).text(indicator.label).text(model::word_of(indicator.kind));
  row.text(indicator.unit);
}

void add_figures(Row& row, const Result& result) {
  static const model::Target no_target{};
  const model::Target& target = result.target != nullptr ? *result.target : no_target;
  row.number(result.measure).number(result.baseline).number(target.value);
  row.number(target.minimum).number(target.maximum).date(target.due).text(target.amendment);
  row.truth(result.reached).number(result.progress).number(result.shown_progress);
}

void add_judgement(Row& row, const Result& result, const Voice& voice) {
  const Mark proposed = voice.proposed(result);
  row.text(proposed.id).text(proposed.label).text(code_of(result.outcome));
  const model::Status* retained = result.retained_status;
  row.text(retained != nullptr ? retained->id : "");
  row.text(retained != nullptr ? voice.mark(*retained).label : "");
  const model::Decision* decision = result.retained;
  row.text(decision != nullptr ? decision->role : "");
  row.date(decision != nullptr ? std::optional(decision->date) : std::nullopt);
  row.text(decision != nullptr ? decision->reason : "");
}

void add_explanation(Row& row, const Result& result, const Voice& voice) {
  std::string flags;
  for (const engine::Flag flag : engine::all_flags) {
    if (!result.flags.has(flag)) continue;
    if (!flags.empty()) flags += ' ';
    flags += code_of(flag);
  }
  std::string remarks;
  for (const Message& remark : result.remarks) {
    if (!remarks.empty()) remarks += " | ";
    remarks += voice.tell(remark);
  }
  row.text(voice.tell(result.reason)).text(voice.place_text(result.reason_at));
  row.text(flags).text(remarks);
}

void add_observation(Row& row, const Result& result) {
  static const model::Observation nothing{};
  const bool known = result.observation != nullptr;
  const model::Observation& observation = known ? *result.observation : nothing;
  row.number(observation.numerator).number(observation.denominator).text(observation.source);
  row.date(observation.reference).date(observation.received);
  row.truth(known ? std::optional(observation.provisional) : std::nullopt);
}

void add_columns(Row& row, const Result& result, const std::vector<std::string>& columns) {
  auto at = result.columns.begin();
  for (const std::string& id : columns) {
    const bool here = at != result.columns.end() && at->rule->id == id;
    const engine::Value value = here ? at->value : engine::Value();
    if (here) ++at;
    if (const auto* number = std::get_if<double>(&value)) {
      row.number(*number);
    } else {
      const auto* text = std::get_if<std::string>(&value);
      row.text(text != nullptr ? *text : "");
    }
  }
}

}  // namespace

std::string csv_report(const std::vector<Evaluation>& evaluations, const Style& style) {
  std::string text(style.language == Language::french ? byte_order_mark : "");
  const std::vector<std::string> columns = column_ids(evaluations);
  text += header(style.language, columns);
  for (const Evaluation& evaluation : evaluations) {
    const Voice voice(evaluation, style);
    const Missions missions(evaluation);
    for (const Result& result : evaluation.results) {
      Row row(style.language);
      add_identity(row, result, evaluation);
      add_figures(row, result);
      add_judgement(row, result, voice);
      add_explanation(row, result, voice);
      add_observation(row, result);
      row.text(missions.of(*result.selection)).text(result.selection->site);
      add_columns(row, result, columns);
      text += row.take();
    }
  }
  return text;
}

}  // namespace cpom::report
