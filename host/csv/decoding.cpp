#include "csv/decoding.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <bit>

namespace cpom::csv {
namespace {

using namespace std::string_view_literals;

Message save_as_utf8() { return message("save it as CSV in UTF-8"); }

/// Where the byte at \a offset is.
Position position_in(std::string_view bytes, std::size_t offset, const std::string& file) {
  int line = 1;
  std::size_t line_start = 0;
  for (std::size_t i = 0; i < offset; ++i) {
    const bool pair = bytes[i] == '\r' && i + 1 < bytes.size() && bytes[i + 1] == '\n';
    if (bytes[i] != '\n' && (bytes[i] != '\r' || pair)) continue;
    ++line;
    line_start = i + 1;
  }
  const auto before = bytes.substr(line_start, offset - line_start);
  return {file, line, static_cast<int>(character_count(before)) + 1};
}

std::string hexadecimal(char c) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  return {'0', 'x', digits[byte / 16], digits[byte % 16]};
}

/// A byte that Windows-1252 leaves without meaning.
bool is_undefined(char c) {
  constexpr std::string_view undefined = "\x81\x8D\x8F\x90\x9D";
  return undefined.find(c) != std::string_view::npos;
}

bool is_workbook(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04"sv) ||
         bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv);
}

std::optional<std::string_view> from_utf16_file(std::string_view bytes, const std::string& file,
                                                std::string& converted, Diagnostics& found) {
  const std::endian order = bytes.front() == '\xFE' ? std::endian::big : std::endian::little;
  auto text = from_utf16(bytes.substr(2), order);
  if (!text) {
    found.error("csv.not_text", {file, 0, 0},
                message("this file begins as UTF-16 but does not go on so"), save_as_utf8());
    return std::nullopt;
  }
  converted = *std::move(text);
  return converted;
}

std::optional<std::string_view> from_windows_file(std::string_view bytes, std::size_t invalid,
                                                  const std::string& file, std::string& converted,
                                                  Diagnostics& found) {
  const auto undefined = std::find_if(bytes.begin(), bytes.end(), is_undefined);
  if (undefined != bytes.end()) {
    const auto offset = static_cast<std::size_t>(undefined - bytes.begin());
    found.error(
        "csv.not_text", position_in(bytes, offset, file),
        message("this file is neither UTF-8 nor Windows-1252: byte {0}", hexadecimal(*undefined)),
        save_as_utf8());
    return std::nullopt;
  }
  found.note("csv.encoding", position_in(bytes, invalid, file),
             message("this is not UTF-8, so the file is read as Windows-1252"));
  converted = from_windows_1252(bytes);
  return converted;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace

std::optional<std::string_view> decode(std::string_view bytes, const std::string& file,
                                       std::string& converted, Diagnostics& found) {
  if (is_workbook(bytes)) {
    found.error("csv.is_workbook", {file, 0, 0},
                message("this is a spreadsheet workbook, not a CSV file"),
                message("save as CSV in the spreadsheet program"));
    return std::nullopt;
  }
  std::optional<std::string_view> text = bytes;
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    text = from_utf16_file(bytes, file, converted, found);
  } else {
    const bool marked = bytes.starts_with("\xEF\xBB\xBF");
    if (marked) text->remove_prefix(3);
    const auto invalid = invalid_utf8(*text);
    if (invalid && marked) {
      found.error("csv.not_text", position_in(*text, *invalid, file),
                  message("this file begins as UTF-8 but does not go on so"), save_as_utf8());
      return std::nullopt;
    }
    if (invalid) text = from_windows_file(*text, *invalid, file, converted, found);
  }
  if (!text) return std::nullopt;
  if (const std::size_t nul = text->find('\0'); nul != std::string_view::npos) {
    found.error("csv.nul", position_in(*text, nul, file),
                message("this file contains a NUL character: it is no text"), save_as_utf8());
    return std::nullopt;
  }
  if (is_blank(*text)) {
    found.error("csv.empty", {file, 0, 0}, message("this file is empty"));
    return std::nullopt;
  }
  return text;
}

}  // namespace cpom::csv
