/// The kinds of value an attribute may hold, and what to say of one that is not of its kind.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.hpp"

namespace cpom::xml {

enum class Type : std::uint8_t {
  identifier,
  /// Several identifiers, separated by blanks.
  identifiers,
  text,
  decimal,
  /// A decimal that is not negative.
  weight,
  /// 0 to 100.
  points,
  /// A decimal, or yes or no.
  amount,
  boolean,
  date,
  relative_date,
  /// One or the other.
  moment,
  year,
  contract_year,
  decimals,
  /// A whole number from 0 to 999.
  count,
  finess,
  region,
  regions,
  department,
  kind,
  direction,
  tone,
  confidence,
  typology,
  limit_subject,
  severity,
  step_kind,
  step_event,
  /// A code of the order of decision.
  outcome,
  side,
  role_scope,
  advance,
  author,
  /// "1.2.0".
  version,
  /// Names of attributes of the same element, separated by blanks.
  assumptions,
};

/// Blanks as XML knows them removed at both ends; a no-break space stays.
std::string_view trimmed(std::string_view text);

/// The words of a list separated by blanks.
std::vector<std::string> split_words(std::string_view text);

/// The entries of a list separated by ";", without the empty ones.
std::vector<std::string> split_list(std::string_view text);

/// yes 1, no 0, or a decimal. Decimals beyond 999 999 999 999 999 are refused here and in
/// `decimal`: a double does not tell them apart any more.
std::optional<double> parse_amount(std::string_view text);
std::optional<double> parse_bounded_decimal(std::string_view text);
std::optional<bool> parse_boolean(std::string_view text);
/// A day of the years 1900 to 2199.
std::optional<Date> parse_date(std::string_view text);

/// Whether \a text, without blanks around it, is a value of \a type. `assumptions` only asks for
/// identifiers: which ones is a matter of the element.
bool is_of_type(std::string_view text, Type type);

/// "a date", to be put after "is not".
Message name_of(Type type);

/// What to write instead of \a text.
Message remedy_for(std::string_view text, Type type);

/// \a text as it may stand in a message: cut when long, without control characters.
std::string quotable(std::string_view text);

}  // namespace cpom::xml
