#include "xml/types.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>

#include "base/names.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "model/engagement.hpp"
#include "model/limit.hpp"
#include "model/role.hpp"
#include "model/scale.hpp"
#include "model/step.hpp"
#include "model/vocabulary.hpp"

namespace cpom::xml {
namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr double largest_amount = 999'999'999'999'999.0;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

bool in_range(std::string_view text, int least, int most) {
  const int number = all_digits(text) ? parse_integer(text).value_or(-1) : -1;
  return number >= least && number <= most;
}

/// FINESS: nine characters; the second one is a letter in Corsica (2A, 2B).
bool is_finess(std::string_view text) {
  return text.size() == 9 && is_digit(text[0]) &&
         (is_digit(text[1]) || text[1] == 'A' || text[1] == 'B') && all_digits(text.substr(2));
}

bool is_region(std::string_view text) {
  return all_digits(text) && (text.size() == 2 || text.size() == 3);
}

bool is_department(std::string_view text) {
  return is_region(text) || text == "2A" || text == "2B";
}

bool all_words(std::string_view text, bool (*accepts)(std::string_view)) {
  const std::vector<std::string> words = split_words(text);
  return !words.empty() &&
         std::all_of(words.begin(), words.end(), [&](const auto& word) { return accepts(word); });
}

bool is_decimal_in(std::string_view text, double least, double most) {
  const auto number = parse_bounded_decimal(text);
  return number && *number >= least && *number <= most;
}

/// What a spreadsheet in French would have written, as XML wants it: "1 234,5 %" to "1234.5".
std::string without_french_marks(std::string_view text) {
  std::string plain;
  for (const char c : std::string(text)) {
    if (is_digit(c) || c == '-' || c == '.') plain += c;
    if (c == ',') plain += '.';
  }
  return plain;
}

/// "31/12/2024" to "2024-12-31"; empty when it is no such date.
std::string from_french_date(std::string_view text) {
  if (text.size() != 10 || (text[2] != '/' && text[2] != '.' && text[2] != '-')) return {};
  const std::string iso = std::string(text.substr(6)) + '-' + std::string(text.substr(3, 2)) + '-' +
                          std::string(text.substr(0, 2));
  return parse_date(iso) ? iso : std::string();
}

/// "La Réunion" to "la-reunion".
Message identifier_remedy(std::string_view text) {
  std::string plain;
  for (const char c : folded(text).substr(0, 64)) {
    plain += is_identifier(std::string_view(&c, 1)) ? c : '-';
  }
  return message("for example \"{0}\"", plain);
}

bool is_outcome(std::string_view text) {
  const std::vector<std::string>& outcomes = model::unjudged_outcomes();
  return std::find(outcomes.begin(), outcomes.end(), text) != outcomes.end();
}

bool is_version(std::string_view text) {
  constexpr std::size_t most_digits = 4;
  for (int part = 1; part <= 3; ++part) {
    const std::size_t end = part < 3 ? text.find('.') : text.size();
    // Also where there is no dot: the end is then as far as can be.
    if (end > most_digits || !all_digits(text.substr(0, end))) return false;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return true;
}

template <class E>
bool is_word(std::string_view text) {
  return model::from_word<E>(text).has_value();
}

template <class E>
Message word_remedy(std::string_view text) {
  return suggestion(text, model::words<E>());
}

Message boolean_remedy(std::string_view text) {
  const std::string word = folded(text);
  if (word == "yes" || word == "oui" || word == "vrai") return message("write \"{0}\"", "true");
  if (word == "no" || word == "non" || word == "faux") return message("write \"{0}\"", "false");
  const std::vector<std::string> words = {"true", "false"};
  return suggestion(text, words);
}

Message number_remedy(std::string_view text) {
  if (const auto number = parse_decimal(text)) {
    return std::fabs(*number) > largest_amount
               ? message("numbers go up to {0}", Figure{largest_amount})
               : message("for example \"{0}\"", "50");
  }
  const std::string plain = without_french_marks(text);
  const bool meant = plain != text && parse_bounded_decimal(plain) &&
                     text.find_first_of("eExX") == std::string_view::npos;
  return meant ? message("write \"{0}\"", plain) : message("for example \"{0}\"", "34.9");
}

Message date_remedy(std::string_view text) {
  const std::string iso = from_french_date(text);
  return iso.empty() ? message("for example \"{0}\"", "2024-12-31") : message("write \"{0}\"", iso);
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  std::size_t at = text.find_first_not_of(blanks);
  while (at != std::string_view::npos) {
    const std::size_t end = std::min(text.find_first_of(blanks, at), text.size());
    words.emplace_back(text.substr(at, end - at));
    at = text.find_first_not_of(blanks, end);
  }
  return words;
}

std::vector<std::string> split_list(std::string_view text) {
  std::vector<std::string> entries;
  while (true) {
    const std::size_t end = std::min(text.find(';'), text.size());
    const std::string_view entry = trimmed(text.substr(0, end));
    if (!entry.empty()) entries.emplace_back(entry);
    if (end == text.size()) return entries;
    text.remove_prefix(end + 1);
  }
}

std::optional<double> parse_bounded_decimal(std::string_view text) {
  const auto number = parse_decimal(text);
  return number && std::fabs(*number) <= largest_amount ? number : std::nullopt;
}

std::optional<double> parse_amount(std::string_view text) {
  if (text == "yes") return 1.0;
  if (text == "no") return 0.0;
  return parse_bounded_decimal(text);
}

std::optional<bool> parse_boolean(std::string_view text) {
  if (text == "true" || text == "1") return true;
  if (text == "false" || text == "0") return false;
  return std::nullopt;
}

std::optional<Date> parse_date(std::string_view text) {
  const auto date = parse_iso_date(text);
  return date && year_of(*date) >= 1900 && year_of(*date) <= 2199 ? date : std::nullopt;
}

bool is_of_type(std::string_view text, Type type) {
  switch (type) {
    case Type::identifier: return is_identifier(text);
    case Type::identifiers:
    case Type::assumptions: return all_words(text, is_identifier);
    case Type::text: return !text.empty();
    case Type::decimal: return parse_bounded_decimal(text).has_value();
    case Type::weight: return is_decimal_in(text, 0, largest_amount);
    case Type::points: return is_decimal_in(text, 0, 100);
    case Type::amount: return parse_amount(text).has_value();
    case Type::boolean: return parse_boolean(text).has_value();
    case Type::date: return parse_date(text).has_value();
    case Type::relative_date: return parse_relative_date(text).has_value();
    case Type::moment: return parse_date(text) || parse_relative_date(text);
    case Type::year: return text.size() == 4 && in_range(text, 1900, 2199);
    case Type::contract_year: return text.size() <= 2 && in_range(text, 1, 99);
    case Type::decimals: return text.size() <= 2 && in_range(text, 0, 15);
    case Type::count: return text.size() <= 3 && in_range(text, 0, 999);
    case Type::finess: return is_finess(text);
    case Type::region: return is_region(text);
    case Type::regions: return all_words(text, is_region);
    case Type::department: return is_department(text);
    case Type::kind: return is_word<model::IndicatorKind>(text);
    case Type::direction: return is_word<model::Direction>(text);
    case Type::tone: return is_word<model::Tone>(text);
    case Type::confidence: return is_word<model::Confidence>(text);
    case Type::typology: return is_word<model::Typology>(text);
    case Type::limit_subject: return is_word<model::LimitSubject>(text);
    case Type::severity: return is_word<Severity>(text);
    case Type::step_kind: return is_word<model::StepKind>(text);
    case Type::step_event: return is_word<model::StepEvent>(text);
    case Type::outcome: return is_outcome(text);
    case Type::side: return is_word<model::Side>(text);
    case Type::role_scope: return is_word<model::RoleScope>(text);
    case Type::advance: return is_word<model::Advance>(text);
    case Type::author: return is_word<model::DiagnosisAuthor>(text);
    case Type::version: return is_version(text);
  }
  return false;
}

Message name_of(Type type) {
  switch (type) {
    case Type::identifier:
      return message("an identifier (1 to 64 letters without accent, digits, \"_\", \".\", \"-\")");
    case Type::identifiers: return message("a list of identifiers separated by blanks");
    case Type::text: return message("a text");
    case Type::decimal: return message("a number");
    case Type::weight: return message("a number of at least 0");
    case Type::points: return message("a number from 0 to 100");
    case Type::amount: return message("a number, \"yes\" or \"no\"");
    case Type::boolean: return message("\"true\" or \"false\"");
    case Type::date: return message("an existing day of the years 1900 to 2199");
    case Type::relative_date: return message("a day relative to the assessed year N");
    case Type::moment: return message("a day, or a day relative to the assessed year N");
    case Type::year: return message("a year");
    case Type::contract_year: return message("the number of a contract year");
    case Type::decimals: return message("a number of decimals from 0 to 15");
    case Type::count: return message("a whole number from 0 to 999");
    case Type::finess: return message("a FINESS number");
    case Type::region: return message("the code of a region");
    case Type::regions: return message("a list of codes of regions separated by blanks");
    case Type::department: return message("the code of a department");
    case Type::kind: return message("a kind of indicator");
    case Type::direction: return message("a direction");
    case Type::tone: return message("a tone");
    case Type::confidence: return message("a degree of confidence");
    case Type::typology: return message("a typology of indicators");
    case Type::limit_subject: return message("something that a limit can count");
    case Type::severity: return message("a severity");
    case Type::step_kind: return message("a kind of step");
    case Type::step_event: return message("an event of a contract");
    case Type::outcome: return message("what the program calls an outcome without status");
    case Type::side: return message("a side of a contract");
    case Type::role_scope: return message("what a role is held for");
    case Type::advance: return message("a state of progress");
    case Type::author: return message("an author of a diagnosis");
    case Type::version: return message("a version: three numbers separated by points");
    case Type::assumptions: return message("a list of names of attributes of this element");
  }
  return {};
}

Message remedy_for(std::string_view text, Type type) {
  switch (type) {
    case Type::identifier: return identifier_remedy(text);
    case Type::decimal:
    case Type::weight:
    case Type::points:
    case Type::amount: return number_remedy(text);
    case Type::boolean: return boolean_remedy(text);
    case Type::date: return date_remedy(text);
    case Type::moment:
    case Type::relative_date: return message("for example \"{0}\"", "N+1-03-31");
    case Type::year: return message("for example \"{0}\"", "2024");
    case Type::decimals:
    case Type::count:
    case Type::contract_year: return message("for example \"{0}\"", "1");
    case Type::finess: return message("nine characters, for example \"{0}\"", "750000001");
    case Type::region:
    case Type::regions: return message("for example \"{0}\"", "53");
    case Type::department: return message("for example \"{0}\"", "35");
    case Type::kind: return word_remedy<model::IndicatorKind>(text);
    case Type::direction: return word_remedy<model::Direction>(text);
    case Type::tone: return word_remedy<model::Tone>(text);
    case Type::confidence: return word_remedy<model::Confidence>(text);
    case Type::typology: return word_remedy<model::Typology>(text);
    case Type::limit_subject: return word_remedy<model::LimitSubject>(text);
    case Type::severity: return word_remedy<Severity>(text);
    case Type::step_kind: return word_remedy<model::StepKind>(text);
    case Type::step_event: return word_remedy<model::StepEvent>(text);
    case Type::outcome: return suggestion(text, model::unjudged_outcomes());
    case Type::side: return word_remedy<model::Side>(text);
    case Type::role_scope: return word_remedy<model::RoleScope>(text);
    case Type::advance: return word_remedy<model::Advance>(text);
    case Type::author: return word_remedy<model::DiagnosisAuthor>(text);
    case Type::version: return message("for example \"{0}\"", "1.0.0");
    default: return {};
  }
}

std::string quotable(std::string_view text) {
  constexpr std::size_t longest = 60;
  if (text.size() <= longest) return printable(text);
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return printable(text.substr(0, end)) + "…";
}

}  // namespace cpom::xml
