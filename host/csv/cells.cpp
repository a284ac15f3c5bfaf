#include "csv/cells.hpp"

#include "base/number.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

namespace cpom::csv {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

bool drop_prefix(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

void drop_unit(std::string_view& text) {
  for (const std::string_view unit : {"%", "€"}) {
    if (!text.ends_with(unit)) continue;
    text = trim(text.substr(0, text.size() - unit.size()));
    return;
  }
}

bool drop_minus(std::string_view& text) {
  return drop_prefix(text, "-") || drop_prefix(text, "\u2212");
}

/// "12 345,6": the digits "123456", and after how many of them stands which sign.
struct Digits {
  struct Sign {
    char sign = 0;  // ' ', '.' or ','
    std::size_t after = 0;
  };

  std::string digits;
  std::array<Sign, 8> storage{};
  std::size_t sign_count = 0;

  std::span<const Sign> signs() const { return {storage.data(), sign_count}; }
};

/// The sign at the beginning of \a text, which is taken off; 0 when there is none.
char take_sign(std::string_view& text) {
  if (drop_prefix(text, ",")) return ',';
  if (drop_prefix(text, ".")) return '.';
  for (const std::string_view blank : {" ", "\u00A0", "\u202F", "\u2009"}) {
    if (drop_prefix(text, blank)) return ' ';
  }
  return 0;
}

/// nullopt unless \a text is digits with single signs between them.
std::optional<Digits> split(std::string_view text) {
  Digits result;
  std::size_t after_sign = 0;
  while (!text.empty()) {
    if (is_digit(text.front())) {
      result.digits += text.front();
      text.remove_prefix(1);
      continue;
    }
    const char sign = take_sign(text);
    const bool between_digits = result.digits.size() > after_sign && !text.empty();
    if (sign == 0 || !between_digits || result.sign_count == result.storage.size()) {
      return std::nullopt;
    }
    after_sign = result.digits.size();
    result.storage[result.sign_count++] = {sign, after_sign};
  }
  if (result.digits.size() == after_sign) return std::nullopt;
  return result;
}

/// Whether \a signs are one sign that stands between thousands of a number of \a digit_count
/// digits.
bool are_grouping(std::span<const Digits::Sign> signs, std::string_view digits) {
  const std::size_t first = signs.front().after;
  if (first > 3 || digits.front() == '0') return false;
  for (std::size_t i = 0; i < signs.size(); ++i) {
    const std::size_t next = i + 1 < signs.size() ? signs[i + 1].after : digits.size();
    if (signs[i].sign != signs.front().sign || next - signs[i].after != 3) return false;
  }
  return true;
}

std::optional<double> decimal_value(std::string digits, std::size_t point) {
  if (point < digits.size()) digits.insert(point, 1, '.');
  return parse_decimal(digits);
}

char other_sign(char sign) { return sign == ',' ? '.' : ','; }

NumberCell one_sign(const Digits& number) {
  const auto [sign, after] = number.signs().front();
  const bool may_group = are_grouping(number.signs(), number.digits);
  const auto whole = decimal_value(number.digits, number.digits.size());
  if (sign == ' ') return {may_group ? whole : std::nullopt, std::nullopt, 0};
  return {decimal_value(number.digits, after), may_group ? whole : std::nullopt, sign};
}

NumberCell many_signs(const Digits& number) {
  const auto signs = number.signs();
  const std::string_view digits = number.digits;
  const char grouping = signs.front().sign;
  if (are_grouping(signs, digits)) {
    const char decimal_sign = grouping == ' ' ? '\0' : other_sign(grouping);
    return {decimal_value(number.digits, digits.size()), std::nullopt, decimal_sign};
  }
  const auto [last, after] = signs.back();
  const bool decimals = last != ' ' && last != grouping;
  if (!decimals || !are_grouping(signs.first(signs.size() - 1), digits.substr(0, after))) return {};
  return {decimal_value(number.digits, after), std::nullopt, last};
}

/// Most cells: digits with one sign among them that can only be decimal, read without detours.
std::optional<NumberCell> read_plain_number(std::string_view text) {
  // Up to here integers and powers of ten are exact, so that one division rounds correctly.
  constexpr std::size_t most_digits = 15;
  constexpr std::array powers = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6, 1e7,
                                 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14};
  if (text.empty() || text.size() > most_digits || !is_digit(text.back())) return std::nullopt;
  std::int64_t units = 0;
  std::size_t sign = text.size() - 1;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_digit(text[i])) {
      units = units * 10 + (text[i] - '0');
    } else if (i > 0 && sign == text.size() - 1 && (text[i] == ',' || text[i] == '.')) {
      sign = i;
    } else {
      return std::nullopt;
    }
  }
  const std::size_t decimals = text.size() - 1 - sign;
  if (decimals == 3) return std::nullopt;
  return NumberCell{static_cast<double>(units) / powers.at(decimals), std::nullopt,
                    decimals == 0 ? '\0' : text[sign]};
}

/// The years that a contract, a value or its supply can be about.
bool is_plausible(int year) { return year >= 1900 && year <= 2199; }

std::optional<int> small_number(std::string_view text, std::size_t most_digits) {
  if (text.size() > most_digits || !all_digits(text)) return std::nullopt;
  return parse_integer(text);
}

/// The three parts of "31/12/2024".
std::optional<std::array<int, 3>> split_date(std::string_view text) {
  const std::size_t first = text.find_first_of("/-.");
  if (first == std::string_view::npos) return std::nullopt;
  const std::size_t second = text.find(text[first], first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const auto left = small_number(text.substr(0, first), 2);
  const auto middle = small_number(text.substr(first + 1, second - first - 1), 2);
  const auto year = small_number(text.substr(second + 1), 4);
  if (!left || !middle || !year || !is_plausible(*year)) return std::nullopt;
  return std::array{*left, *middle, *year};
}

std::optional<Date> existing_date(int year, int month, int day) {
  const Date date = make_date(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
  return date.ok() ? std::optional(date) : std::nullopt;
}

/// Whether \a word is one of \a words, which have blanks between them and at both ends.
bool is_one_of(const std::string& word, std::string_view words) {
  return words.find(' ' + word + ' ') != std::string_view::npos;
}

}  // namespace

NumberCell read_number(std::string_view text) {
  if (const auto plain = read_plain_number(text)) return *plain;
  drop_unit(text);
  const bool negative = drop_minus(text);
  if (!negative) drop_prefix(text, "+");
  const auto number = split(text);
  if (!number) return {};
  NumberCell cell;
  if (number->sign_count == 0) {
    cell.value = decimal_value(number->digits, number->digits.size());
  } else if (number->sign_count == 1) {
    cell = one_sign(*number);
  } else {
    cell = many_signs(*number);
  }
  for (auto* const value : {&cell.value, &cell.grouped}) {
    if (negative && *value && **value != 0) **value = -**value;
  }
  return cell;
}

std::optional<double> read_yes_no(std::string_view text) {
  if (text.size() > 5) return std::nullopt;
  const std::string word = folded(text);
  if (word == "oui" || word == "yes" || word == "vrai" || word == "true") return 1;
  if (word == "non" || word == "no" || word == "faux" || word == "false") return 0;
  return std::nullopt;
}

bool means_unknown(std::string_view text) {
  constexpr std::string_view words =
      " nd nc ns na nr so n/a n/d n/c - -- --- / ? * x nan null none neant inconnu inconnue "
      "manquant"
      " unknown missing sansobjet nondisponible noncommunique nonrenseigne nonsignificatif ";
  if (text.size() > 40) return false;
  // Excel's "#N/A", "#DIV/0!", in any language.
  if (text.starts_with('#')) return true;
  std::string word = folded(text);
  std::erase_if(word, [](char c) { return c == '.' || c == ' '; });
  return word.empty() || is_one_of(word, words);
}

std::optional<YearCell> read_year(std::string_view text) {
  if (text.size() == 2 && (text[0] == 'N' || text[0] == 'n') && text[1] >= '1' && text[1] <= '9') {
    return YearCell{0, text[1] - '0'};
  }
  const auto year = small_number(text, 4);
  return year && is_plausible(*year) ? std::optional(YearCell{*year, 0}) : std::nullopt;
}

DateCell read_date(std::string_view text) {
  if (const auto date = parse_iso_date(text)) {
    return is_plausible(year_of(*date)) ? DateCell{*date, {}, {}} : DateCell{};
  }
  const auto parts = split_date(text);
  if (!parts) return {};
  const auto [left, middle, year] = *parts;
  const auto day_first = existing_date(year, middle, left);
  const auto month_first = existing_date(year, left, middle);
  using Order = DateCell::Order;
  if (!day_first && !month_first) return {};
  if (!month_first) return {day_first, {}, Order::day_first};
  if (!day_first) return {month_first, {}, Order::month_first};
  if (left == middle) return {day_first, {}, Order::unknown};
  return {day_first, month_first, Order::unknown};
}

std::optional<bool> read_provisional(std::string_view text) {
  if (text.size() > 20) return std::nullopt;
  const std::string word = folded(text);
  if (word == "provisional" || word == "provisoire") return true;
  if (is_one_of(word, " final finale definitif definitive consolide consolidee ")) return false;
  return std::nullopt;
}

}  // namespace cpom::csv
