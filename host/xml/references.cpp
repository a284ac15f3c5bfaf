#include "xml/references.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace cpom::xml {
namespace {

bool is_character(unsigned long code) {
  return code == 0x9 || code == 0xA || code == 0xD || (code >= 0x20 && code <= 0xD7FF) ||
         (code >= 0xE000 && code <= 0xFFFD) || (code >= 0x10000 && code <= 0x10FFFF);
}

/// \a digits: what stands between "&#" and ";".
bool is_character_reference(std::string_view digits) {
  const bool hexadecimal = digits.starts_with('x');
  if (hexadecimal) digits.remove_prefix(1);
  if (digits.empty() || digits.size() > 8) return false;
  unsigned long code = 0;
  for (const char c : digits) {
    const std::size_t digit =
        std::string_view("0123456789abcdef")
            .find(c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c);
    const unsigned long base = hexadecimal ? 16 : 10;
    if (digit >= base) return false;
    code = code * base + digit;
  }
  return is_character(code);
}

bool is_predefined(std::string_view name) {
  constexpr std::array names = {"lt", "gt", "amp", "quot", "apos"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

bool is_defined_reference(std::string_view name) {
  return name.starts_with('#') ? is_character_reference(name.substr(1)) : is_predefined(name);
}

}  // namespace cpom::xml
