/// How each part of a result is said. Every format takes its words and figures from here, so that
/// formats cannot disagree.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/language.hpp"
#include "engine/evaluation.hpp"
#include "report/writer.hpp"

namespace cpom::report {

/// A status, an outcome or a weather level as a reader meets it.
struct Mark {
  std::string id;
  std::string label;
  std::string symbol;
  model::Tone tone = model::Tone::neutral;

  /// Symbol and label.
  std::string text() const;
};

/// Whether a figure has its unit beside it; where a table says it once, it need not.
enum class Units { shown, left_out };

/// True for a unit in so many words that a column of figures would burst.
bool is_long_unit(std::string_view unit);

/// Speaks the reader's language about one evaluation.
class Voice {
 public:
  Voice(const engine::Evaluation& evaluation, const Style& style);

  Language language() const { return language_; }
  bool french() const { return language_ == Language::french; }

  std::string say(const Message& what) const { return render(what, language_); }
  /// A message of the evaluation: files it speaks of are named as the report names them.
  std::string tell(const Message& what) const { return say(with_file_names(what)); }

  /// The position with its file as the report names it.
  Position place(const Position& position) const;
  /// "values.csv:12:3"; empty when the position is.
  std::string place_text(const Position& position) const { return text_of(place(position)); }

  Mark mark(const model::Status& status) const;
  Mark mark(const model::Weather& weather) const;
  Mark mark(engine::Outcome outcome) const;
  /// What the rules propose: a status, or the outcome that stands in its place.
  Mark proposed(const engine::Result& result) const;
  /// What counts: the status a person retained, otherwise what is proposed.
  Mark effective(const engine::Result& result) const;

  /// The status on the term, or the outcome that stands in its place.
  Mark on_term(const engine::TermResult& term) const;

  /// A value of the indicator with its unit: « 72,7 % », « oui ».
  std::string quantity(double value, const model::Indicator& indicator,
                       Units units = Units::shown) const;
  /// Empty when there is no measure.
  std::string value(const engine::Result& result, Units units = Units::shown) const;
  /// « ≥ 75 % », « 12 à 15 % »; empty when there is no target.
  std::string target(const engine::Result& result, Units units = Units::shown) const;
  /// « avenant n° 1 », « N2 », « échéance 31/12/2027 ».
  std::vector<std::string> target_notes(const engine::Result& result) const;
  /// Bounded to 0…100; empty when there is none.
  std::string progress(const engine::Result& result) const;
  /// The reason, with its place when it has one; empty for a plain result.
  std::string reason(const engine::Result& result) const;
  /// All flags but the amended target, which target_notes tells.
  std::vector<std::string> flags(const engine::Result& result) const;
  /// « retenu : Atteint (proposé : Partiellement atteint), directeur, le 12/02/2026 : motif ».
  std::string retained(const engine::Result& result) const;
  std::string retained(const engine::ObjectiveResult& result) const;
  /// « Reconduction, directeur, le 12/02/2028 : motif »; empty when nobody retained anything.
  std::string retained(const engine::EngagementResult& result) const;
  std::string failure(const Diagnostic& failure) const;
  /// A number with all its digits, in groups.
  std::string figure(double value) const;
  /// « 1 180 000 € ».
  std::string money(double euros) const;
  /// Empty when the column says nothing.
  std::string column(const engine::ColumnValue& column) const;
  /// Its label; the words for none when \a id is empty.
  std::string mission(std::string_view id) const;

 private:
  Message with_file_names(Message what) const;
  std::string label(engine::Outcome outcome) const;
  std::string with_place(std::string text, const Position& position) const;
  std::string decision(const model::Decision& decision, const std::string& what) const;

  Language language_;
  const Style& style_;
  const model::Model& model_;
  std::string contract_file_;
};

}  // namespace cpom::report
