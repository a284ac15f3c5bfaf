#include "testing/record.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "base/number.hpp"
#include "csv/decoding.hpp"
#include "csv/table.hpp"
#include "engine/expectation.hpp"
#include "testing/columns.hpp"

namespace cpom::testing {
namespace {

using engine::Flag;
using engine::Result;

/// The words of columns as a new table shows them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 24> shown_words = {{
    {"indicator", "indicateur"},
    {"form", "forme"},
    {"unit", "unité"},
    {"direction", "sens"},
    {"decimals", "décimales"},
    {"model", "modèle"},
    {"year", "année"},
    {"as_of", "connu_le"},
    {"region", "région"},
    {"value", "valeur"},
    {"numerator", "numérateur"},
    {"denominator", "dénominateur"},
    {"baseline", "référence"},
    {"baseline.numerator", "référence.numérateur"},
    {"baseline.denominator", "référence.dénominateur"},
    {"target", "cible"},
    {"target.min", "cible.min"},
    {"target.max", "cible.max"},
    {"measure", "mesure"},
    {"status", "statut"},
    {"progress", "progression"},
    {"flags", "signaux"},
    {"reason", "motif"},
    {"note", "note"},
}};

std::string with_comma(double value) {
  std::string text = decimal_text(value);
  const auto point = text.find('.');
  if (point != std::string::npos) text[point] = ',';
  // "1,234" could be a thousand and more.
  if (point != std::string::npos && text.size() - point == 4) text += '0';
  return text;
}

class Recorder {
 public:
  Recorder(const Result& result, const engine::IndicatorPlan& plan,
           const engine::Evaluation& evaluation, Language language)
      : result_(result),
        plan_(plan),
        evaluation_(evaluation),
        language_(language),
        indicator_(result.selection->indicator) {}

  std::vector<RecordedCell> cells() {
    add_subject();
    add_figures();
    add_baseline();
    add_target();
    add_parameters();
    add_outcome();
    text("note", evaluation_.contract->id + " " + indicator_.code);
    return std::move(cells_);
  }

 private:
  void text(const std::string& word, std::string content) {
    if (!content.empty()) cells_.emplace_back(word, std::move(content));
  }

  void number(const std::string& word, std::optional<double> value) {
    if (value) cells_.emplace_back(word, with_comma(*value));
  }

  void add_subject() {
    const model::Indicator* known = evaluation_.model->indicator(indicator_.code);
    if (known != nullptr && !known->placeholder && !indicator_.added) {
      text("indicator", indicator_.code);
    } else {
      text("form", indicator_.form);
      text("unit", indicator_.unit);
      text("direction", std::string(model::word_of(indicator_.direction)));
      text("decimals", std::to_string(indicator_.decimals));
      number("minimum", indicator_.minimum);
      number("maximum", indicator_.maximum);
    }
    text("model", evaluation_.model->id);
    text("year", std::to_string(result_.year));
    text("as_of", iso_text(evaluation_.as_of));
    const std::string& own = result_.strand->region;
    text("region", own.empty() ? evaluation_.contract->region : own);
  }

  void add_figures() {
    if (const model::Observation* main = result_.observation) {
      number("value", main->value);
      number("numerator", main->numerator);
      number("denominator", main->denominator);
    }
    std::set<std::string> told;
    for (const engine::Application& application : result_.applications) {
      for (const engine::Input& input : application.inputs) {
        const bool other = input.observation != nullptr && input.observation != result_.observation;
        const double* value = std::get_if<double>(&input.value);
        if (other && value != nullptr && told.insert(input.name).second) {
          number(input.name, *value);
        }
      }
    }
  }

  void add_baseline() {
    const model::Baseline* baseline = engine::baseline_of(*result_.selection, result_.strand->id);
    if (baseline == nullptr) return;
    number("baseline", baseline->value);
    number("baseline.numerator", baseline->numerator);
    number("baseline.denominator", baseline->denominator);
  }

  void add_target() {
    if (result_.target == nullptr) return;
    number("target", result_.target->value);
    number("target.min", result_.target->minimum);
    number("target.max", result_.target->maximum);
  }

  void add_parameters() {
    std::set<std::string> told;
    const auto add = [&](const model::Parameter* parameter) {
      if (parameter != nullptr && told.insert(parameter->name).second) {
        number("param." + parameter->name, parameter->value);
      }
    };
    for (const engine::Application& application : result_.applications) {
      for (const model::Parameter* parameter : application.parameters) add(parameter);
    }
    add(plan_.minimum_denominator);
  }

  void add_outcome() {
    number("measure", result_.measure);
    text("status", result_.outcome == engine::Outcome::classified && result_.status != nullptr
                       ? result_.status->id
                       : std::string(engine::code_of(result_.outcome)));
    number("progress", result_.progress);
    std::string flags;
    for (const Flag flag : engine::all_flags) {
      // What the file or an amendment tells is no part of a case.
      const bool of_sources = flag == Flag::restated || flag == Flag::provisional ||
                              flag == Flag::dated_after || flag == Flag::amended_target;
      if (!of_sources && result_.flags.has(flag)) {
        flags += (flags.empty() ? "" : " ") + std::string(engine::code_of(flag));
      }
    }
    text("flags", flags);
    text("reason", render(result_.reason, language_));
  }

  const Result& result_;
  const engine::IndicatorPlan& plan_;
  const engine::Evaluation& evaluation_;
  Language language_;
  const model::Indicator& indicator_;
  std::vector<RecordedCell> cells_;
};

std::string quoted(const std::string& cell, char separator) {
  const bool plain = cell.find_first_of(std::string("\"\r\n") + separator) == std::string::npos;
  if (plain) return cell;
  std::string text = "\"";
  for (const char c : cell) {
    if (c == '"') text += '"';
    text += c;
  }
  return text + '"';
}

std::string joined(const std::vector<std::string>& cells, char separator) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += separator;
    line += quoted(cells[i], separator);
  }
  return line + "\n";
}

}  // namespace

std::string shown_word(const std::string& word) {
  for (const auto& [name, shown] : shown_words) {
    if (name == word) return std::string(shown);
  }
  return word;
}

std::vector<RecordedCell> recorded_cells(const Result& result, const engine::IndicatorPlan& plan,
                                         const engine::Evaluation& evaluation, Language language) {
  return Recorder(result, plan, evaluation, language).cells();
}

std::string table_with(const std::vector<RecordedCell>& cells, std::string_view table,
                       const std::string& file, Diagnostics& found) {
  if (table.empty()) {
    std::vector<std::string> header;
    std::vector<std::string> row;
    for (const auto& [word, content] : cells) {
      header.push_back(shown_word(word));
      row.push_back(content);
    }
    return joined(header, ';') + joined(row, ';');
  }
  std::string converted;
  const auto text = csv::decode(table, file, converted, found);
  if (!text) return {};
  char separator = csv::find_separator(*text);
  if (separator == '\0') separator = ';';
  csv::RowReader rows(*text, separator);
  csv::Row header;
  bool has_header = rows.next(header);
  if (has_header && csv::tells_separator(header)) has_header = rows.next(header);
  std::vector<std::string> row(header.cells.size());
  for (const auto& cell_of_case : cells) {
    const std::string& word = cell_of_case.first;
    const std::string& content = cell_of_case.second;
    const auto column = std::find_if(
        header.cells.begin(), header.cells.end(),
        [&](const csv::Cell& cell) { return column_word(cell.text) == column_word(word); });
    if (has_header && column != header.cells.end()) {
      row[static_cast<std::size_t>(column - header.cells.begin())] = content;
      continue;
    }
    found.error("test.missing_column", {file, has_header ? header.cells.front().line : 1, 0},
                message("the case has \"{0}\" = {1}, and the table no such column",
                        shown_word(word), content),
                message("add the column, or choose another file"));
  }
  std::string whole(*text);
  if (!whole.ends_with('\n')) whole += '\n';
  return whole + joined(row, separator);
}

}  // namespace cpom::testing
