#include "base/source_line.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace cpom {
namespace {

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool stands_alone(std::string_view line, std::size_t at, std::size_t size) {
  const bool before = at == 0 || !is_word(line[at - 1]) || !is_word(line[at]);
  const std::size_t end = at + size;
  const bool after = end >= line.size() || !is_word(line[end]) || !is_word(line[end - 1]);
  return before && after;
}

}  // namespace

std::string_view line_of(std::string_view source, int number) {
  for (int i = 1; i < number; ++i) {
    const auto end = source.find('\n');
    if (end == std::string_view::npos) return {};
    source.remove_prefix(end + 1);
  }
  std::string_view line = source.substr(0, source.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

int column_of(std::string_view line, std::string_view token) {
  if (token.empty()) return 0;
  const std::size_t comment = std::min(line.find("--"), line.size());
  for (std::size_t at = line.find(token); at != std::string_view::npos && at < comment;
       at = line.find(token, at + 1)) {
    if (stands_alone(line, at, token.size())) {
      return static_cast<int>(character_count(line.substr(0, at))) + 1;
    }
  }
  const auto dot = token.rfind('.');
  return dot == std::string_view::npos ? 0 : column_of(line, token.substr(dot + 1));
}

}  // namespace cpom
