#include "testing/columns.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"

namespace cpom::testing {
namespace {

using std::string_view;

constexpr std::array<string_view, 14> of_cases = {
    "rule", "expect", "expect_2", "reason", "error", "tolerance", "note",
    "skip", "only",   "layers",   "model",  "as_of", "comment",   "label"};

constexpr std::array<string_view, 26> of_decisions = {"indicator",
                                                      "form",
                                                      "unit",
                                                      "direction",
                                                      "decimals",
                                                      "value",
                                                      "numerator",
                                                      "denominator",
                                                      "baseline",
                                                      "baseline.numerator",
                                                      "baseline.denominator",
                                                      "previous",
                                                      "previous.numerator",
                                                      "previous.denominator",
                                                      "target",
                                                      "target.min",
                                                      "target.max",
                                                      "year",
                                                      "region",
                                                      "received",
                                                      "minimum",
                                                      "maximum",
                                                      "measure",
                                                      "status",
                                                      "progress",
                                                      "flags"};

constexpr std::array<std::pair<string_view, string_view>, 43> french = {{
    {"regle", "rule"},
    {"attendu", "expect"},
    {"attendu_2", "expect_2"},
    {"attendu2", "expect_2"},
    {"expect2", "expect_2"},
    {"motif", "reason"},
    {"raison", "reason"},
    {"erreur", "error"},
    {"tolerance", "tolerance"},
    {"cas", "note"},
    {"commentaire", "comment"},
    {"libelle", "label"},
    {"ignorer", "skip"},
    {"ignore", "skip"},
    {"seul", "only"},
    {"couches", "layers"},
    {"couche", "layers"},
    {"modele", "model"},
    {"connu_le", "as_of"},
    {"indicateur", "indicator"},
    {"forme", "form"},
    {"unite", "unit"},
    {"sens", "direction"},
    {"decimales", "decimals"},
    {"valeur", "value"},
    {"numerateur", "numerator"},
    {"denominateur", "denominator"},
    {"reference", "baseline"},
    {"valeur_de_reference", "baseline"},
    {"precedent", "previous"},
    {"cible", "target"},
    {"annee", "year"},
    {"exercice", "year"},
    {"recu_le", "received"},
    {"mesure", "measure"},
    {"statut", "status"},
    {"progression", "progress"},
    {"signaux", "flags"},
    {"poids", "weights"},
    {"parametre", "param"},
    {"minimum", "minimum"},
    {"maximum", "maximum"},
    {"atteint", "reached"},
}};

string_view word_of(string_view plain) {
  for (const auto& [name, word] : french) {
    if (name == plain) return word;
  }
  return plain;
}

}  // namespace

std::string column_word(string_view header) {
  std::string plain = folded(trim(header));
  for (char& c : plain) {
    if (c == ' ' || c == '-' || c == '\n' || c == '\r' || c == '\t') c = '_';
  }
  const auto dot = plain.rfind('.');
  if (dot == std::string::npos) return std::string(word_of(plain));
  const string_view whole = plain;
  return std::string(word_of(whole.substr(0, dot))) + "." +
         std::string(word_of(whole.substr(dot + 1) == "minimum"   ? "min"
                             : whole.substr(dot + 1) == "maximum" ? "max"
                                                                  : whole.substr(dot + 1)));
}

std::span<const string_view> case_columns() { return of_cases; }

std::span<const string_view> decision_columns() { return of_decisions; }

std::vector<std::string> french_words(string_view column) {
  std::vector<std::string> words;
  for (const auto& [name, word] : french) {
    if (word == column) words.emplace_back(name);
  }
  return words;
}

CellType type_of_input(string_view name) {
  constexpr std::array<string_view, 2> truths = {"reached", "kept"};
  constexpr std::array<string_view, 4> lists = {"points", "weights", "ranks", "scale"};
  constexpr std::array<string_view, 9> texts = {
      "status", "outcome", "form", "unit", "direction", "indicator", "region", "as_of", "received"};
  const auto is_in = [name](const auto& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  if (is_in(truths) || name.starts_with("followed.")) return CellType::truth;
  if (is_in(lists)) return CellType::list;
  if (is_in(texts)) return CellType::text;
  return CellType::number;
}

CellType type_of_result(engine::RuleKind kind, bool second) {
  using engine::RuleKind;
  switch (kind) {
    case RuleKind::compute: return second ? CellType::truth : CellType::number;
    case RuleKind::check: return second ? CellType::number : CellType::truth;
    case RuleKind::validate: return CellType::truth;
    case RuleKind::rollup:
    case RuleKind::term: return CellType::number;
    case RuleKind::section: return second ? CellType::number : CellType::text;
    case RuleKind::classify:
    case RuleKind::weather:
    case RuleKind::column: break;
  }
  return CellType::text;
}

}  // namespace cpom::testing
