#include "report/shown.hpp"

#include <array>
#include <cmath>
#include <utility>

#include "base/text.hpp"

namespace cpom::report {
namespace {

using engine::Flag;
using engine::Outcome;
using engine::Result;
using model::Direction;
using model::Indicator;
using model::Target;
using model::Tone;

/// A sign for each outcome, all of one column on any terminal.
std::string_view symbol_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::not_applicable: return "–";
    case Outcome::context: return "·";
    case Outcome::void_indicator: return "∅";
    case Outcome::observed: return "◇";
    case Outcome::target_pending: return "?";
    case Outcome::not_due: return "→";
    case Outcome::awaited: return "…";
    case Outcome::late: return "!";
    case Outcome::invalid: return "×";
    case Outcome::not_computable: return "÷";
    case Outcome::rule_error: return "#";
    case Outcome::classified: break;
  }
  return "";
}

template <class Level>
Mark mark_of(const Level& level, Language language) {
  const bool english = language == Language::english && !level.label_en.empty();
  return {level.id, english ? level.label_en : level.label, level.symbol, level.tone};
}

/// What follows a figure, when it is the same for one and for many; a unit the program does not
/// know is shown as it is.
std::string_view sign_of(std::string_view unit) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> signs = {{
      {"percent", "%"},
      {"per_thousand", "‰"},
      {"euro", "€"},
      {"minutes", "min"},
      {"square_metre", "m²"},
      {"count", ""},
      {"yes_no", ""},
  }};
  for (const auto& [word, sign] : signs) {
    if (word == unit) return sign;
  }
  return unit;
}

std::string with_sign(std::string figure, std::string_view unit, Language language) {
  const std::string_view sign = sign_of(unit);
  if (sign.empty()) return figure;
  const bool tight = language == Language::english && (sign == "%" || sign == "‰");
  return figure + (tight ? "" : "\u00A0") + std::string(sign);
}

/// French has the plural from 2 on, English for everything but 1.
long grammatical_number(double value, Language language) {
  const double magnitude = std::fabs(value);
  if (language == Language::french) return magnitude < 2 ? 1 : 2;
  return magnitude == 1 ? 1 : 2;
}

std::string with_unit(Figure figure, std::string_view unit, Language language) {
  const std::string text = render(figure, language);
  const long number = grammatical_number(figure.value, language);
  const auto counted = [&](const Message& words) { return render(words, language); };
  if (unit == "points") return counted(plural_message("{0} point", "{0} points", number, text));
  if (unit == "days") return counted(plural_message("{0} day", "{0} days", number, text));
  if (unit == "months") return counted(plural_message("{0} month", "{0} months", number, text));
  return with_sign(text, unit, language);
}

/// Length of the path in "a/b.lua", "a/b.xml:12:3"; 0 when the text is none of a definition or
/// rule.
std::size_t end_of_path(std::string_view text) {
  std::size_t end = text.size();
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  for (std::size_t at = end; at > 0 && (is_digit(text[at - 1]) || text[at - 1] == ':'); --at) {
    if (text[at - 1] == ':') end = at - 1;
  }
  const std::string_view path = text.substr(0, end);
  const bool is_file = path.ends_with(".lua") || path.ends_with(".xml");
  return is_file && path.find('/') != std::string_view::npos ? end : 0;
}

std::string_view comparison_of(Direction direction) {
  if (direction == Direction::higher) return "≥\u00A0";
  if (direction == Direction::lower) return "≤\u00A0";
  return "";
}

}  // namespace

bool is_long_unit(std::string_view unit) {
  constexpr int longest_short_unit = 8;
  return display_width(sign_of(unit)) > longest_short_unit;
}

std::string Mark::text() const { return symbol.empty() ? label : symbol + "\u00A0" + label; }

Voice::Voice(const engine::Evaluation& evaluation, const Style& style)
    : language_(style.language),
      style_(style),
      model_(*evaluation.model),
      contract_file_(evaluation.contract->where.file) {}

Position Voice::place(const Position& position) const {
  if (position.file.empty()) return position;
  return {style_.file_name(position.file, contract_file_), position.line, position.column};
}

/// Definitions and rules are named in messages by paths as they were opened, which depend on the
/// directory the program was started in.
Message Voice::with_file_names(Message what) const {
  for (MessageArgument& argument : what.arguments) {
    if (auto* text = std::get_if<std::string>(&argument)) {
      const std::size_t end = end_of_path(*text);
      if (end > 0) {
        *text = style_.file_name(text->substr(0, end), contract_file_) + text->substr(end);
      }
    } else if (auto* parts = std::get_if<std::vector<Message>>(&argument)) {
      for (Message& part : *parts) part = with_file_names(std::move(part));
    }
  }
  return what;
}

std::string Voice::with_place(std::string text, const Position& position) const {
  if (position.file.empty()) return text;
  return say(message("{0} ({1})", std::move(text), place_text(position)));
}

Mark Voice::mark(const model::Status& status) const { return mark_of(status, language_); }
Mark Voice::mark(const model::Weather& weather) const { return mark_of(weather, language_); }

Mark Voice::mark(Outcome outcome) const {
  return {std::string(code_of(outcome)), label(outcome), std::string(symbol_of(outcome)),
          Tone::neutral};
}

/// In the family's own words, where the model has them.
std::string Voice::label(Outcome outcome) const {
  const auto own = model_.outcome_labels.find(code_of(outcome));
  if (own == model_.outcome_labels.end()) return say(label_of(outcome));
  const auto& [label, label_en] = own->second;
  if (french()) return label;
  return label_en.empty() ? say(label_of(outcome)) : label_en;
}

Mark Voice::proposed(const Result& result) const {
  return result.status != nullptr ? mark(*result.status) : mark(result.outcome);
}

Mark Voice::effective(const Result& result) const {
  return result.retained_status != nullptr ? mark(*result.retained_status) : proposed(result);
}

Mark Voice::on_term(const engine::TermResult& term) const {
  return term.status != nullptr ? mark(*term.status) : mark(term.outcome);
}

std::string Voice::quantity(double value, const Indicator& indicator, Units units) const {
  if (indicator.unit == "yes_no" && (value == 0 || value == 1)) {
    return say(value == 0 ? message("no") : message("yes"));
  }
  const std::string_view unit = units == Units::shown ? indicator.unit : std::string_view{};
  return with_unit({value, indicator.decimals}, unit, language_);
}

std::string Voice::value(const Result& result, Units units) const {
  if (!result.measure) return {};
  return quantity(*result.measure, result.selection->indicator, units);
}

std::string Voice::target(const Result& result, Units units) const {
  if (result.target == nullptr) return {};
  const Target& target = *result.target;
  Indicator indicator = result.selection->indicator;
  // A target is shown with all its digits: « 72,75 % » for an indicator with one decimal.
  indicator.decimals = -1;
  const auto shown = [&](double bound) { return quantity(bound, indicator, units); };
  if (target.value) {
    const bool compared = indicator.unit != "yes_no";
    return std::string(compared ? comparison_of(indicator.direction) : "") + shown(*target.value);
  }
  if (target.minimum && target.maximum) {
    const std::string from = quantity(*target.minimum, indicator, Units::left_out);
    return say(message("{0} to {1}", from, shown(*target.maximum)));
  }
  if (target.minimum) return "≥\u00A0" + shown(*target.minimum);
  if (target.maximum) return "≤\u00A0" + shown(*target.maximum);
  return {};
}

std::vector<std::string> Voice::target_notes(const Result& result) const {
  std::vector<std::string> notes;
  if (result.target == nullptr) return notes;
  const Target& target = *result.target;
  if (target.contract_year > 0) notes.push_back(say(message("N{0}", target.contract_year)));
  if (target.due) notes.push_back(say(message("due {0}", *target.due)));
  if (!target.amendment.empty()) {
    notes.push_back(say(message("amendment no. {0}", target.amendment)));
  }
  return notes;
}

std::string Voice::progress(const Result& result) const {
  if (!result.shown_progress) return {};
  return with_unit({*result.shown_progress, 0}, "percent", language_);
}

std::string Voice::reason(const Result& result) const {
  if (result.reason.empty()) return {};
  return with_place(tell(result.reason), result.reason_at);
}

std::vector<std::string> Voice::flags(const Result& result) const {
  std::vector<std::string> texts;
  for (const Flag flag : engine::all_flags) {
    if (flag == Flag::amended_target || !result.flags.has(flag)) continue;
    std::string text = say(label_of(flag));
    const bool bounded = flag == Flag::regression || flag == Flag::exceeded;
    if (bounded && result.progress && result.progress != result.shown_progress) {
      const std::string unbounded = with_unit({*result.progress, 0}, "percent", language_);
      text = say(message("{0} (progress {1})", text, unbounded));
    }
    texts.push_back(std::move(text));
  }
  return texts;
}

std::string Voice::decision(const model::Decision& decision, const std::string& what) const {
  if (decision.reason.empty()) {
    return say(message("{0}, {1}, on {2}", what, decision.role, decision.date));
  }
  return say(message("{0}, {1}, on {2}: {3}", what, decision.role, decision.date, decision.reason));
}

std::string Voice::retained(const Result& result) const {
  if (result.retained == nullptr || result.retained_status == nullptr) return {};
  const std::string what = say(
      message("{0} (proposed: {1})", mark(*result.retained_status).label, proposed(result).label));
  return say(message("retained: {0}", decision(*result.retained, what)));
}

std::string Voice::retained(const engine::ObjectiveResult& result) const {
  if (result.retained == nullptr || result.retained_weather == nullptr) return {};
  const std::string what = mark(*result.retained_weather).text();
  return say(message("Retained weather: {0}", decision(*result.retained, what)));
}

std::string Voice::retained(const engine::EngagementResult& result) const {
  if (result.retained == nullptr || result.retained_outcome == nullptr) return {};
  return decision(*result.retained, result.retained_outcome->label);
}

std::string Voice::figure(double value) const { return render(Figure{value}, language_); }
std::string Voice::money(double euros) const {
  return with_unit({euros, euros == std::trunc(euros) ? 0 : 2}, "euro", language_);
}

std::string Voice::column(const engine::ColumnValue& column) const {
  if (const auto* text = std::get_if<std::string>(&column.value)) return *text;
  const auto* number = std::get_if<double>(&column.value);
  return number != nullptr ? figure(*number) : "";
}

std::string Voice::mission(std::string_view id) const {
  const model::Mission* const known = model_.mission(id);
  if (known != nullptr) return known->label;
  return id.empty() ? say(message("Of no mission")) : std::string(id);
}

std::string Voice::failure(const Diagnostic& failure) const {
  std::string text = tell(failure.what);
  if (!failure.remedy.empty()) {
    text = say(message("{0} ({1})", text, tell(failure.remedy)));
  }
  return with_place(std::move(text), failure.where);
}

}  // namespace cpom::report
