#include "report/excerpt.hpp"

#include <algorithm>
#include <variant>
#include <vector>

#include "base/source_line.hpp"
#include "base/text.hpp"

namespace cpom::report {
namespace {

/// Shorter names stand in many places of a line.
constexpr std::size_t shortest_quotation = 2;
constexpr std::string_view ellipsis = "…";

/// The characters of \a text, each as its bytes.
std::vector<std::string_view> characters(std::string_view text) {
  std::vector<std::string_view> all;
  while (!text.empty()) {
    std::size_t size = 1;
    while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xc0U) == 0x80U) ++size;
    all.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return all;
}

bool is_word(std::string_view character) {
  const char c = character.front();
  return character.size() > 1 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
}

/// How many characters the word at \a column has; 1 where there is none. A tag's name counts with
/// the bracket before it.
int word_width(std::string_view line, int column) {
  const auto all = characters(line);
  auto at = static_cast<std::size_t>(column) - 1;
  if (at >= all.size()) return 1;
  const std::size_t start = at;
  if (all[at] == "<") ++at;
  while (at < all.size() && is_word(all[at])) ++at;
  return std::max(1, static_cast<int>(at - start));
}

void find_quoted(const Message& message, std::string_view line, Excerpt& excerpt) {
  for (const MessageArgument& argument : message.arguments) {
    if (excerpt.column != 0) return;
    if (const auto* text = std::get_if<std::string>(&argument)) {
      if (text->size() < shortest_quotation) continue;
      excerpt.column = column_of(line, *text);
      excerpt.width = excerpt.column == 0 ? 0 : static_cast<int>(character_count(*text));
    } else if (const auto* inner = std::get_if<std::vector<Message>>(&argument)) {
      for (const Message& each : *inner) find_quoted(each, line, excerpt);
    }
  }
}

/// How many characters the name has that \a message quotes and that stands at \a column; 0 when
/// none does.
int quoted_width(const Message& message, std::string_view line, int column) {
  for (const MessageArgument& argument : message.arguments) {
    const auto* text = std::get_if<std::string>(&argument);
    if (text != nullptr && text->size() >= shortest_quotation && column_of(line, *text) == column) {
      return static_cast<int>(character_count(*text));
    }
  }
  return 0;
}

}  // namespace

Excerpt excerpt_of(const Diagnostic& finding, std::string_view source) {
  Excerpt excerpt;
  if (finding.where.line <= 0) return excerpt;
  const std::string_view line = line_of(source, finding.where.line);
  if (trim(line).empty() || invalid_utf8(line)) return excerpt;
  excerpt.line = line;
  if (finding.where.column > 0 &&
      finding.where.column <= static_cast<int>(character_count(line)) + 1) {
    excerpt.column = finding.where.column;
    excerpt.width = quoted_width(finding.what, line, excerpt.column);
    if (excerpt.width == 0) excerpt.width = word_width(line, excerpt.column);
  } else {
    find_quoted(finding.what, line, excerpt);
    // The first line stands for the file.
    if (excerpt.column == 0 && finding.where.line == 1) excerpt = {};
  }
  return excerpt;
}

std::string text_of(const Excerpt& excerpt, int line_number, int width) {
  if (excerpt.line.empty()) return {};
  const auto all = characters(excerpt.line);
  const auto blanks = std::find_if(all.begin(), all.end(), [](std::string_view character) {
    return character != " " && character != "\t";
  });
  const int first_word = static_cast<int>(blanks - all.begin()) + 1;
  const int column = excerpt.column == 0 ? first_word : excerpt.column;
  const int marked =
      excerpt.column == 0 ? static_cast<int>(all.size()) - first_word + 1 : excerpt.width;
  const std::string number = std::to_string(line_number);
  const std::string gutter = std::string(6 - std::min<std::size_t>(5, number.size()), ' ');
  const int room = std::max(20, width - static_cast<int>(gutter.size() + number.size()) - 3);

  // A long line is shown from some way before the place on.
  int from = 1;
  if (static_cast<int>(all.size()) > room && column > room / 2) from = column - room / 3;
  std::string shown = from > 1 ? std::string(ellipsis) : std::string();
  std::string carets = from > 1 ? " " : "";
  int used = from > 1 ? 1 : 0;
  for (int at = from; at <= static_cast<int>(all.size()); ++at) {
    const std::string character = printable(all[static_cast<std::size_t>(at) - 1]);
    const int columns = display_width(character);
    if (used + columns > room - 1) {
      shown += ellipsis;
      break;
    }
    shown += character;
    used += columns;
    const bool is_marked = at >= column && at < column + std::max(1, marked);
    carets += std::string(static_cast<std::size_t>(columns), is_marked ? '^' : ' ');
  }
  if (column > static_cast<int>(all.size())) carets += "^";
  carets.erase(carets.find_last_not_of(' ') + 1);
  return gutter + number + " | " + shown + "\n" + std::string(gutter.size() + number.size(), ' ') +
         " | " + carets + "\n";
}

}  // namespace cpom::report
