#include "testing/compare.hpp"

#include <cmath>
#include <utility>

#include "base/language.hpp"
#include "base/number.hpp"

namespace cpom::testing {

using engine::Value;

std::string with_plain_blanks(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size();) {
    const bool no_break = text.substr(i).starts_with("\u00A0");
    const bool narrow = text.substr(i).starts_with("\u202F");
    plain += no_break || narrow ? ' ' : text[i];
    i += no_break ? 2 : narrow ? 3 : 1;
  }
  return plain;
}

Message shown_value(const Value& value) {
  if (const double* number = std::get_if<double>(&value)) {
    return message("{0}", Figure{*number});
  }
  if (const bool* truth = std::get_if<bool>(&value)) {
    return *truth ? message("yes") : message("no");
  }
  if (const auto* text = std::get_if<std::string>(&value)) return message("\"{0}\"", *text);
  if (const auto* list = std::get_if<std::vector<double>>(&value)) {
    if (list->empty()) return message("an empty list");
    Message shown;
    for (const double number : *list) {
      shown = shown.empty() ? message("{0}", Figure{number})
                            : message("{0} | {1}", std::move(shown), Figure{number});
    }
    return shown;
  }
  return message("nothing");
}

bool same_value(const Value& wanted, const Value& found, double tolerance) {
  const double* one = std::get_if<double>(&wanted);
  const double* other = std::get_if<double>(&found);
  const auto* text = std::get_if<std::string>(&wanted);
  const auto* other_text = std::get_if<std::string>(&found);
  if (text != nullptr && other_text != nullptr) {
    return with_plain_blanks(*text) == with_plain_blanks(*other_text);
  }
  if (one == nullptr || other == nullptr) return wanted == found;
  if (*one == *other) return true;
  if (!(std::abs(*one - *other) <= tolerance)) {
    // 0,3 − 0,2 is within 0,1 for everybody but the machine.
    return tolerance > 0 && round_half_away(std::abs(*one - *other) - tolerance, 12) <= 0;
  }
  return true;
}

std::optional<Difference> difference(std::string name, const Value& wanted, const Value& found,
                                     double tolerance) {
  if (same_value(wanted, found, tolerance)) return std::nullopt;
  Difference different{std::move(name), shown_value(wanted), shown_value(found), std::nullopt};
  const double* one = std::get_if<double>(&wanted);
  const double* other = std::get_if<double>(&found);
  if (one != nullptr && other != nullptr) different.gap = *other - *one;
  return different;
}

bool same_sentence(std::string_view wanted, const Message& reason) {
  const std::string plain = with_plain_blanks(wanted);
  return plain == with_plain_blanks(render(reason, Language::french)) ||
         plain == with_plain_blanks(render(reason, Language::english));
}

}  // namespace cpom::testing
