#include "script/source_lines.hpp"

#include <algorithm>

namespace cpom::script {
namespace {

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

std::string_view without_comment(std::string_view line) { return line.substr(0, line.find("--")); }

/// Whether \a text at \a at is followed by an equals sign, and is no part of a longer name.
bool is_key_at(std::string_view line, std::size_t at, std::size_t size) {
  if (at > 0 && is_name_character(line[at - 1])) return false;
  std::string_view rest = line.substr(at + size);
  const std::size_t sign = rest.find_first_not_of(" \t\"']");
  return sign != std::string_view::npos && rest[sign] == '=' &&
         (rest.size() == sign + 1 || rest[sign + 1] != '=');
}

bool is_quoted_at(std::string_view line, std::size_t at, std::size_t size) {
  const auto is_mark = [](char c) { return c == '"' || c == '\''; };
  return at > 0 && is_mark(line[at - 1]) && at + size < line.size() && is_mark(line[at + size]);
}

/// 0 when there is none.
template <class Test>
int line_with(std::string_view source, std::string_view wanted, int from, Test is_meant) {
  int number = 0;
  while (!source.empty()) {
    ++number;
    const std::size_t end = std::min(source.find('\n'), source.size());
    const std::string_view line = without_comment(source.substr(0, end));
    for (std::size_t at = line.find(wanted); number >= from && at != std::string_view::npos;
         at = line.find(wanted, at + 1)) {
      if (is_meant(line, at, wanted.size())) return number;
    }
    source.remove_prefix(std::min(end + 1, source.size()));
  }
  return 0;
}

}  // namespace

int line_of_key(std::string_view source, std::string_view key, int from) {
  const int line = line_with(source, key, from, is_key_at);
  return line == 0 ? from : line;
}

int line_of_path(std::string_view source, std::span<const std::string> path) {
  int line = 1;
  for (const std::string& key : path) line = line_of_key(source, key, line);
  return line;
}

int line_of_text(std::string_view source, std::string_view text, int from) {
  const int line = line_with(source, text, from, is_quoted_at);
  return line == 0 ? from : line;
}

std::vector<std::string> quoted_after(std::string_view source, std::string_view prefix) {
  std::vector<std::string> found;
  line_with(source, prefix, 1, [&](std::string_view line, std::size_t at, std::size_t size) {
    const std::size_t end = line.find_first_of("\"'", at + size);
    const bool opened = at > 0 && (line[at - 1] == '"' || line[at - 1] == '\'');
    if (opened && end != std::string_view::npos) {
      found.emplace_back(line.substr(at + size, end - at - size));
    }
    return false;
  });
  return found;
}

}  // namespace cpom::script
