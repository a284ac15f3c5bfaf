#include "csv/columns.hpp"

#include "base/names.hpp"
#include "base/text.hpp"
#include "csv/findings.hpp"

#include <algorithm>
#include <string_view>

namespace cpom::csv {
namespace {

struct Name {
  std::string_view text;
  Column column;
};

constexpr std::array names = {
    Name{"contract", Column::contract},
    Name{"contrat", Column::contract},
    Name{"strand", Column::strand},
    Name{"volet", Column::strand},
    Name{"indicator", Column::indicator},
    Name{"indicateur", Column::indicator},
    Name{"code", Column::indicator},
    Name{"component", Column::component},
    Name{"composante", Column::component},
    Name{"year", Column::year},
    Name{"annee", Column::year},
    Name{"exercice", Column::year},
    Name{"value", Column::value},
    Name{"valeur", Column::value},
    Name{"realise", Column::value},
    Name{"valeur_realisee", Column::value},
    Name{"numerator", Column::numerator},
    Name{"numerateur", Column::numerator},
    Name{"denominator", Column::denominator},
    Name{"denominateur", Column::denominator},
    Name{"source", Column::source},
    Name{"reference_date", Column::reference},
    Name{"date_de_reference", Column::reference},
    Name{"received", Column::received},
    Name{"date_received", Column::received},
    Name{"date_de_reception", Column::received},
    Name{"state", Column::state},
    Name{"etat", Column::state},
    Name{"statut", Column::state},
    Name{"comment", Column::ignored},
    Name{"commentaire", Column::ignored},
    Name{"note", Column::ignored},
    Name{"label", Column::label},
    Name{"libelle", Column::label},
};

/// "Date de référence" to "date_de_reference".
std::string plain_name(std::string_view text) {
  std::string plain = folded(text);
  for (char& c : plain) {
    if (c == ' ' || c == '-' || c == '\n' || c == '\r' || c == '\t') c = '_';
  }
  const auto doubled = [](char left, char right) { return left == '_' && right == '_'; };
  plain.erase(std::unique(plain.begin(), plain.end(), doubled), plain.end());
  return plain;
}

Column meaning_of(const std::string& plain) {
  if (plain.empty()) return Column::unnamed;
  const auto name = std::find_if(names.begin(), names.end(),
                                 [&](const Name& candidate) { return candidate.text == plain; });
  return name == names.end() ? Column::unknown : name->column;
}

Message remedy_for_unknown(const std::string& plain) {
  std::vector<std::string> known;
  for (const Name& name : names) known.emplace_back(name.text);
  Message nearest = suggestion(plain, known);
  if (!nearest.empty()) return nearest;
  return message("take it out, or name it \"comment\"");
}

}  // namespace

Columns::Columns(const Row& header, const std::string& file, std::string_view text,
                 Diagnostics& found) {
  place_.fill(-1);
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    const Cell& cell = header.cells[i];
    add(cell, i, {file, cell.line, column_of(cell, text)}, found);
  }
  check_completeness({file, header.cells.front().line, 0}, found);
}

void Columns::add(const Cell& cell, std::size_t place, const Position& where, Diagnostics& found) {
  const std::string plain = plain_name(cell.text);
  const Column meaning = cell.quotes == Quotes::right ? meaning_of(plain) : Column::unknown;
  meanings_.push_back(meaning);
  names_.push_back(shown(cell.text));
  if (cell.quotes != Quotes::right) {
    found.add(misplaced_quotes(names_.back(), cell, where));
  } else if (meaning == Column::unknown) {
    found.error("csv.unknown_column", where, message("unknown column \"{0}\"", names_.back()),
                remedy_for_unknown(plain));
  } else if (meaning < Column::ignored) {
    int& first = place_[static_cast<std::size_t>(meaning)];
    if (first < 0) {
      first = static_cast<int>(place);
      return;
    }
    found.error("csv.duplicate_column", where,
                message("column \"{0}\" means the same as column \"{1}\" before it", names_.back(),
                        names_[static_cast<std::size_t>(first)]),
                message("keep one of the two"));
    meanings_.back() = Column::ignored;
  }
}

void Columns::check_completeness(const Position& header, Diagnostics& found) const {
  const auto miss = [&](const char* english, const char* french) {
    found.error("csv.missing_column", header,
                message("the header has no column \"{0}\" (\"{1}\")", english, french),
                message("add it; the columns may stand in any order"));
  };
  if (!has(Column::indicator)) miss("indicator", "indicateur");
  if (!has(Column::year)) miss("year", "année");
  if (has(Column::numerator) && !has(Column::denominator)) miss("denominator", "dénominateur");
  if (has(Column::denominator) && !has(Column::numerator)) miss("numerator", "numérateur");
  if (!has(Column::value) && !has(Column::numerator) && !has(Column::denominator)) {
    miss("value", "valeur");
  }
}

const Cell& Columns::cell(const Row& row, Column column) const {
  static const Cell none;
  const int place = place_[static_cast<std::size_t>(column)];
  if (place < 0 || static_cast<std::size_t>(place) >= row.cells.size()) return none;
  return row.cells[static_cast<std::size_t>(place)];
}

const std::string& Columns::name(Column column) const {
  static const std::string none;
  const int place = place_[static_cast<std::size_t>(column)];
  return place < 0 ? none : names_[static_cast<std::size_t>(place)];
}

}  // namespace cpom::csv
