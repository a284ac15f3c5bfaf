#include "script/version.hpp"

#include <algorithm>

#include "base/number.hpp"

namespace cpom::script {
namespace {

constexpr std::size_t most_digits = 6;

bool is_number(std::string_view text) {
  return !text.empty() && text.size() <= most_digits &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::optional<Version> parse_version(std::string_view text) {
  Version version;
  for (int& number : version.numbers) {
    const auto dot = std::min(text.find('.'), text.size());
    const std::string_view digits = text.substr(0, dot);
    if (!is_number(digits)) return std::nullopt;
    number = parse_integer(digits).value_or(0);
    if (dot == text.size()) return version;
    text.remove_prefix(dot + 1);
  }
  return std::nullopt;
}

std::string text_of(const Version& version) {
  std::string text;
  for (const int number : version.numbers)
    text += (text.empty() ? "" : ".") + std::to_string(number);
  return text;
}

}  // namespace cpom::script
