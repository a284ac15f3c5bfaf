#include "xml/lines.hpp"

#include <algorithm>

namespace cpom::xml {
namespace {

constexpr std::size_t step = 512;

bool starts_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

}  // namespace

LineTable::LineTable(std::string_view text) : text_(text) {
  std::size_t characters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % step == 0) counted_.push_back(characters);
    if (starts_character(text[i])) ++characters;
    const bool breaks_line = text[i] == '\n' || (text[i] == '\r' && text.substr(i + 1, 1) != "\n");
    if (breaks_line) line_starts_.push_back(i + 1);
  }
  counted_.push_back(characters);
}

LineColumn LineTable::at(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const std::size_t start = *(next - 1);
  return {static_cast<int>(next - line_starts_.begin()),
          static_cast<int>(characters_before(offset) - characters_before(start) + 1)};
}

std::size_t LineTable::characters_before(std::size_t offset) const {
  const std::size_t known = offset / step;
  const std::string_view rest = text_.substr(known * step, offset - known * step);
  return counted_[known] +
         static_cast<std::size_t>(std::count_if(rest.begin(), rest.end(), starts_character));
}

}  // namespace cpom::xml
