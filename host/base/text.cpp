#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>

#include <utf8proc.h>

namespace cpom {
namespace {

using Code = utf8proc_int32_t;

constexpr Code replacement = 0xFFFD;
constexpr std::string_view replacement_text = "\uFFFD";

struct Character {
  Code code = 0;
  std::size_t size = 1;
  bool valid = true;
};

const utf8proc_uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const utf8proc_uint8_t*>(text.data());
}

/// The first character of a text that is not empty; an invalid byte counts as a character.
Character first_character(std::string_view text) {
  const auto first = static_cast<unsigned char>(text.front());
  if (first < 0x80) return {first, 1, true};
  Code code = 0;
  const auto size =
      utf8proc_iterate(bytes_of(text), static_cast<utf8proc_ssize_t>(text.size()), &code);
  if (size <= 0) return {replacement, 1, false};
  return {code, static_cast<std::size_t>(size), true};
}

/// The last character of a text that is not empty.
Character last_character(std::string_view text) {
  const std::size_t longest = std::min<std::size_t>(4, text.size());
  for (std::size_t size = 1; size <= longest; ++size) {
    const Character character = first_character(text.substr(text.size() - size));
    if (character.valid && character.size == size) return character;
  }
  return {replacement, 1, false};
}

void append(std::string& text, Code code) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto size = static_cast<std::size_t>(utf8proc_encode_char(code, bytes.data()));
  text.append(reinterpret_cast<const char*>(bytes.data()), size);
}

bool between(Code code, Code first, Code last) { return first <= code && code <= last; }

bool is_line_break(Code code) {
  return between(code, 0x0A, 0x0D) || code == 0x85 || code == 0x2028 || code == 0x2029;
}

/// No-break spaces, and characters without width that come along when text is pasted.
bool is_no_break_blank(Code code) {
  return code == 0xA0 || code == 0x2007 || code == 0x200B || code == 0x202F || code == 0x2060 ||
         code == 0xFEFF;
}

bool is_breaking_blank(Code code) {
  return code == ' ' || code == '\t' || is_line_break(code) || code == 0x1680 ||
         (between(code, 0x2000, 0x200A) && code != 0x2007) || code == 0x205F || code == 0x3000;
}

bool is_blank(Code code) { return is_breaking_blank(code) || is_no_break_blank(code); }

bool is_control(Code code) { return code < 0x20 || between(code, 0x7F, 0x9F); }

bool is_bidirectional_control(Code code) {
  return code == 0x061C || code == 0x200E || code == 0x200F || between(code, 0x202A, 0x202E) ||
         between(code, 0x2066, 0x2069);
}

int width_of(const Character& character) {
  return character.valid ? utf8proc_charwidth(character.code) : 1;
}

/// Length of the longest beginning of \a text that takes at most \a width columns, and at least
/// one character.
std::size_t fitting(std::string_view text, int width) {
  std::size_t at = 0;
  int used = 0;
  while (at < text.size()) {
    const Character character = first_character(text.substr(at));
    used += width_of(character);
    if (used > width && at > 0) break;
    at += character.size;
  }
  return at;
}

/// Adds \a word to the last of \a lines or to new ones.
void place(std::string_view word, int width, std::vector<std::string>& lines) {
  const bool joins =
      lines.back().empty() || display_width(lines.back()) + 1 + display_width(word) <= width;
  if (!joins) {
    lines.emplace_back();
  } else if (!lines.back().empty()) {
    lines.back() += ' ';
    lines.back() += word;
    return;
  }
  for (std::size_t size = fitting(word, width); size < word.size(); size = fitting(word, width)) {
    lines.back() = word.substr(0, size);
    lines.emplace_back();
    word.remove_prefix(size);
  }
  lines.back() = word;
}

}  // namespace

std::optional<std::size_t> invalid_utf8(std::string_view text) {
  constexpr std::uint64_t high_bits = 0x8080808080808080;
  std::size_t at = 0;
  while (at < text.size()) {
    std::uint64_t eight = high_bits;
    if (text.size() - at >= sizeof eight) std::memcpy(&eight, text.data() + at, sizeof eight);
    if ((eight & high_bits) == 0) {
      at += sizeof eight;
      continue;
    }
    const Character character = first_character(text.substr(at));
    if (!character.valid) return at;
    at += character.size;
  }
  return std::nullopt;
}

std::string from_windows_1252(std::string_view bytes) {
  // 0x80 to 0x9F; all other bytes are the character of the same number.
  constexpr std::array<Code, 32> special = {
      0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      text += c;
    } else {
      append(text, byte < 0xA0 ? special[byte - 0x80] : byte);
    }
  }
  return text;
}

std::optional<std::string> from_utf16(std::string_view bytes, std::endian order) {
  if (bytes.size() % 2 != 0) return std::nullopt;
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return order == std::endian::big ? first * 256 + second : second * 256 + first;
  };
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size(); at += 2) {
    Code code = unit(at);
    if (between(code, 0xD800, 0xDFFF)) {
      at += 2;
      if (code > 0xDBFF || at >= bytes.size()) return std::nullopt;
      const Code low = unit(at);
      if (!between(low, 0xDC00, 0xDFFF)) return std::nullopt;
      code = 0x10000 + (code - 0xD800) * 0x400 + (low - 0xDC00);
    }
    append(text, code);
  }
  return text;
}

std::size_t character_count(std::string_view text) {
  std::size_t count = 0;
  for (; !text.empty(); ++count) text.remove_prefix(first_character(text).size);
  return count;
}

int display_width(std::string_view text) {
  int width = 0;
  while (!text.empty()) {
    const Character character = first_character(text);
    width += width_of(character);
    text.remove_prefix(character.size);
  }
  return width;
}

std::vector<std::string> wrap(std::string_view text, int width) {
  std::vector<std::string> lines(1);
  std::size_t word = 0;
  std::size_t at = 0;
  while (at <= text.size()) {
    const bool at_end = at == text.size();
    const Character character = at_end ? Character{} : first_character(text.substr(at));
    if (at_end || is_breaking_blank(character.code)) {
      if (at > word) place(text.substr(word, at - word), width, lines);
      word = at + character.size;
    }
    at += character.size;
  }
  return lines;
}

std::string printable(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    if (text.starts_with("\r\n")) text.remove_prefix(1);
    const Character character = first_character(text);
    if (character.code == '\t' || is_line_break(character.code)) {
      result += ' ';
    } else if (!character.valid || is_control(character.code) ||
               is_bidirectional_control(character.code)) {
      result += replacement_text;
    } else {
      result += text.substr(0, character.size);
    }
    text.remove_prefix(character.size);
  }
  return result;
}

std::string markup_text(std::string_view text) {
  std::string safe;
  for (const char c : printable(text)) {
    switch (c) {
      case '&': safe += "&amp;"; break;
      case '<': safe += "&lt;"; break;
      case '>': safe += "&gt;"; break;
      case '"': safe += "&quot;"; break;
      case '\'': safe += "&#39;"; break;
      default: safe += c;
    }
  }
  return safe;
}

std::string_view trim(std::string_view text) {
  const auto is_visible_ascii = [](char c) { return c > ' ' && c < '\x7F'; };
  if (!text.empty() && is_visible_ascii(text.front()) && is_visible_ascii(text.back())) return text;
  while (!text.empty()) {
    const Character character = first_character(text);
    if (!is_blank(character.code)) break;
    text.remove_prefix(character.size);
  }
  while (!text.empty()) {
    const Character character = last_character(text);
    if (!is_blank(character.code)) break;
    text.remove_suffix(character.size);
  }
  return text;
}

std::string folded(std::string_view text) {
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  if (std::all_of(text.begin(), text.end(), is_ascii)) {
    std::string lower(text);
    for (char& c : lower) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
  }
  constexpr auto options =
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
                                     UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_LUMP);
  utf8proc_uint8_t* mapped = nullptr;
  const auto size =
      utf8proc_map(bytes_of(text), static_cast<utf8proc_ssize_t>(text.size()), &mapped, options);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
  if (size < 0) return std::string(text);
  return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size)};
}

std::string letters_of(std::string_view text) {
  const auto is_letter_or_digit = [](const Character& character) {
    const auto category = utf8proc_category(character.code);
    return !character.valid ||
           (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO);
  };
  std::string letters;
  const std::string plain = folded(text);
  for (std::string_view rest = plain; !rest.empty();) {
    const Character character = first_character(rest);
    if (is_letter_or_digit(character)) letters += rest.substr(0, character.size);
    rest.remove_prefix(character.size);
  }
  return letters;
}

bool same_words(std::string_view one, std::string_view other) {
  const std::string left = letters_of(one);
  const std::string right = letters_of(other);
  if (left.empty() || right.empty()) return left == right;
  return left.starts_with(right) || right.starts_with(left);
}

}  // namespace cpom
