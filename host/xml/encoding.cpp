#include "xml/encoding.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/text.hpp"
#include "xml/lines.hpp"

namespace cpom::xml {
namespace {

constexpr std::size_t mebibyte = std::size_t{1024} * 1024;
constexpr std::size_t largest_document = 16 * mebibyte;
constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::string_view blanks = " \t\r\n";

enum class Form { utf8, utf16_little, utf16_big, windows_1252, unknown };

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

/// The name in <?xml … encoding="NAME"?>, in lower case; empty when none is declared.
std::string declared_encoding(std::string_view text) {
  if (!text.starts_with("<?xml") || text.find_first_of(blanks) != 5) return {};
  const std::string_view declaration = text.substr(0, text.find("?>"));
  std::size_t at = declaration.find("encoding");
  if (at == std::string_view::npos) return {};
  at = declaration.find_first_of("\"'", at);
  if (at == std::string_view::npos) return {};
  const std::size_t end = declaration.find(declaration[at], at + 1);
  if (end == std::string_view::npos) return {};
  return lower(declaration.substr(at + 1, end - at - 1));
}

/// What the first bytes tell by themselves: a byte-order mark, or "<" in two bytes.
Form form_of_first_bytes(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("<\0"sv)) return Form::utf16_little;
  if (bytes.starts_with("\xFE\xFF"sv) || bytes.starts_with("\0<"sv)) return Form::utf16_big;
  return Form::utf8;
}

Form form_of_name(std::string_view name) {
  constexpr std::array utf8 = {"", "utf-8", "utf8", "us-ascii", "ascii"};
  constexpr std::array one_byte = {"iso-8859-1", "iso8859-1",    "iso_8859-1", "latin1",
                                   "latin-1",    "windows-1252", "cp1252"};
  if (std::find(utf8.begin(), utf8.end(), name) != utf8.end()) return Form::utf8;
  if (std::find(one_byte.begin(), one_byte.end(), name) != one_byte.end()) {
    return Form::windows_1252;
  }
  return Form::unknown;
}

void append_utf8(std::string& text, char32_t c) {
  const auto continued = [&](unsigned shift) {
    text += static_cast<char>(0x80U | ((c >> shift) & 0x3FU));
  };
  if (c < 0x80) {
    text += static_cast<char>(c);
  } else if (c < 0x800) {
    text += static_cast<char>(0xC0U | (c >> 6U));
    continued(0);
  } else if (c < 0x10000) {
    text += static_cast<char>(0xE0U | (c >> 12U));
    continued(6);
    continued(0);
  } else {
    text += static_cast<char>(0xF0U | (c >> 18U));
    continued(12);
    continued(6);
    continued(0);
  }
}

/// nullopt for half a surrogate pair or an odd number of bytes.
std::optional<std::string> from_utf16(std::string_view bytes, bool little) {
  if (bytes.size() % 2 != 0) return std::nullopt;
  const auto unit = [&](std::size_t i) {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    return little ? char32_t{second} << 8U | first : char32_t{first} << 8U | second;
  };
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    const char32_t one = unit(i);
    if (i == 0 && one == 0xFEFF) continue;
    if (one < 0xD800 || one > 0xDFFF) {
      append_utf8(text, one);
      continue;
    }
    const char32_t two = i + 3 < bytes.size() ? unit(i + 2) : 0;
    if (one > 0xDBFF || two < 0xDC00 || two > 0xDFFF) return std::nullopt;
    append_utf8(text, 0x10000 + ((one - 0xD800) << 10U) + (two - 0xDC00));
    i += 2;
  }
  return text;
}

Position position(const std::string& file, std::string_view text, std::size_t offset) {
  const LineColumn place = LineTable(text.substr(0, offset)).at(offset);
  return {file, place.line, place.column};
}

std::string hexadecimal(unsigned value, int digits) {
  std::string text;
  for (int i = digits - 1; i >= 0; --i) text += "0123456789ABCDEF"[(value >> (4 * i)) & 0xFU];
  return text;
}

std::optional<std::string> decode_utf8(std::string_view bytes, const std::string& file,
                                       Diagnostics& found) {
  if (bytes.starts_with(utf8_mark)) bytes.remove_prefix(utf8_mark.size());
  const auto fault = invalid_utf8(bytes);
  if (!fault) return std::string(bytes);
  const auto byte = static_cast<unsigned char>(bytes[*fault]);
  found.error("xml.encoding", position(file, bytes, *fault),
              message("the byte {0} is not UTF-8", hexadecimal(byte, 2)),
              message("save the file as UTF-8, or declare what it is in the first line: "
                      "encoding=\"windows-1252\""));
  return std::nullopt;
}

std::optional<std::string> decode_utf16(std::string_view bytes, bool little,
                                        const std::string& file, Diagnostics& found) {
  auto text = from_utf16(bytes, little);
  if (!text) {
    found.error("xml.encoding", {file},
                message("the file starts as UTF-16 but is not UTF-16 throughout"),
                message("save it as UTF-8"));
    return std::nullopt;
  }
  const std::string declared = declared_encoding(*text);
  if (!declared.empty() && !declared.starts_with("utf-16")) {
    found.error(
        "xml.encoding", {file, 1, 1},
        message("the file is UTF-16 but declares the encoding \"{0}\"", printable(declared)),
        message("save it as UTF-8, with encoding=\"UTF-8\""));
    return std::nullopt;
  }
  return text;
}

std::optional<std::string> decode_windows_1252(std::string_view bytes, const std::string& file,
                                               Diagnostics& found) {
  if (bytes.starts_with(utf8_mark)) {
    found.error("xml.encoding", {file, 1, 1},
                message("the file starts with the mark of UTF-8 but declares another encoding"),
                message("write encoding=\"UTF-8\" in the first line"));
    return std::nullopt;
  }
  // ISO-8859-1 is read the same way: what is labelled so and uses 80 to 9F comes from Windows.
  std::string text = from_windows_1252(bytes);
  const std::size_t undefined = text.find(replacement);
  if (undefined == std::string::npos) return text;
  found.error("xml.encoding", position(file, text, undefined),
              message("this byte is no character in Windows-1252"),
              message("save the file as UTF-8, with encoding=\"UTF-8\" in the first line"));
  return std::nullopt;
}

std::optional<std::string> decode(std::string_view bytes, const std::string& file,
                                  Diagnostics& found) {
  const Form first = form_of_first_bytes(bytes);
  if (first != Form::utf8) {
    return decode_utf16(bytes, first == Form::utf16_little, file, found);
  }
  std::string_view unmarked = bytes;
  if (bytes.starts_with(utf8_mark)) unmarked.remove_prefix(utf8_mark.size());
  const std::string declared = declared_encoding(unmarked);
  switch (form_of_name(declared)) {
    case Form::utf8: return decode_utf8(bytes, file, found);
    case Form::windows_1252: return decode_windows_1252(bytes, file, found);
    default: break;
  }
  const bool utf16 = declared.starts_with("utf-16");
  found.error("xml.encoding", {file, 1, 1},
              utf16 ? message("the file declares UTF-16 but is not UTF-16")
                    : message("the encoding \"{0}\" is not read", printable(declared)),
              message("save the file as UTF-8, with encoding=\"UTF-8\" in the first line"));
  return std::nullopt;
}

/// Offset of the first character that XML 1.0 excludes.
std::size_t excluded_character(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x20 && blanks.find(text[i]) == std::string_view::npos) return i;
    const bool no_character = byte == 0xEF && (text.substr(i, 3) == "\xEF\xBF\xBE" ||
                                               text.substr(i, 3) == "\xEF\xBF\xBF");
    if (no_character) return i;
  }
  return std::string_view::npos;
}

bool check_characters(std::string_view text, const std::string& file, Diagnostics& found) {
  if (text.find_first_not_of(blanks) == std::string_view::npos) {
    found.error("xml.empty", {file}, message("the file is empty"));
    return false;
  }
  const std::size_t at = excluded_character(text);
  if (at == std::string_view::npos) return true;
  const auto byte = static_cast<unsigned char>(text[at]);
  const unsigned code = byte < 0x20 ? byte : text[at + 2] == '\xBE' ? 0xFFFEU : 0xFFFFU;
  found.error("xml.character", position(file, text, at),
              message("the character U+{0} may not stand in XML", hexadecimal(code, 4)),
              byte == 0 ? message("this is no text file, or its encoding is not declared")
                        : message("remove it"));
  return false;
}

}  // namespace

std::optional<std::string> to_utf8(std::string_view bytes, const std::string& file,
                                   Diagnostics& found) {
  if (bytes.size() > largest_document) {
    found.error("xml.too_large", {file},
                message("the file has {0} MiB; at most {1} are read",
                        (bytes.size() + mebibyte - 1) / mebibyte, largest_document / mebibyte),
                message("check that it is the right file"));
    return std::nullopt;
  }
  auto text = decode(bytes, file, found);
  if (!text || !check_characters(*text, file, found)) return std::nullopt;
  return text;
}

}  // namespace cpom::xml
