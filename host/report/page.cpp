#include "report/page.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace cpom::report {
namespace {

constexpr int gap = 2;

std::string blanks(int count) {
  return std::string(static_cast<std::size_t>(std::max(count, 0)), ' ');
}

std::string_view escape_of(Ink ink) {
  switch (ink) {
    case Ink::bold: return "\x1b[1m";
    case Ink::faint: return "\x1b[2m";
    case Ink::good: return "\x1b[32m";
    case Ink::medium: return "\x1b[33m";
    case Ink::bad: return "\x1b[31m";
    case Ink::plain: break;
  }
  return "";
}

void drop_last_character(std::string& text) {
  const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
  while (!text.empty() && continues(text.back())) text.pop_back();
  if (!text.empty()) text.pop_back();
}

/// The last line of what is shown, with the mark of a cut: after a whole word where that is not
/// too far back.
std::string with_ellipsis(std::string line, int width) {
  const auto fits = [width](const std::string& text) { return display_width(text) < width; };
  if (!fits(line)) {
    const auto blank = line.rfind(' ');
    const bool near = blank != std::string::npos && blank >= line.size() / 2;
    if (near) line.resize(blank);
  }
  while (!line.empty() && !fits(line)) drop_last_character(line);
  return line + "…";
}

}  // namespace

Ink ink_of(model::Tone tone) {
  switch (tone) {
    case model::Tone::good: return Ink::good;
    case model::Tone::medium: return Ink::medium;
    case model::Tone::bad: return Ink::bad;
    case model::Tone::neutral: break;
  }
  return Ink::plain;
}

std::vector<std::string> clipped(std::string_view text, int width, std::size_t most) {
  std::vector<std::string> lines = wrap(text, width);
  if (lines.size() <= most) return lines;
  lines.resize(most);
  lines.back() = with_ellipsis(std::move(lines.back()), width);
  return lines;
}

int width_of(const std::vector<std::string>& lines) {
  int widest = 0;
  for (const std::string& line : lines) widest = std::max(widest, display_width(line));
  return widest;
}

std::string Page::inked(std::string_view text, Ink ink) const {
  if (!colour_ || ink == Ink::plain || text.empty()) return std::string(text);
  return std::string(escape_of(ink)) + std::string(text) + "\x1b[0m";
}

void Page::line(std::string text) {
  while (text.ends_with(' ')) text.pop_back();
  text_ += text;
  text_ += '\n';
}

void Page::rule(std::string_view title, std::string_view dash) {
  std::string text;
  int used = 0;
  if (!title.empty()) {
    const std::string whole = clipped(title, width_ - 4, 1).front();
    text = std::string(dash) + std::string(dash) + " " + inked(whole, Ink::bold) + " ";
    used = display_width(whole) + 4;
  }
  for (; used < width_; ++used) text += dash;
  line(std::move(text));
}

void Page::paragraph(std::string_view lead, std::string_view text, Ink ink) {
  const int indent = display_width(lead);
  bool first = true;
  for (const std::string& part : wrap(text, std::max(width_ - indent, 1))) {
    line((first ? std::string(lead) : blanks(indent)) + inked(part, ink));
    first = false;
  }
}

void Page::row(const std::vector<Column>& columns, const std::vector<Cell>& cells) {
  std::size_t height = 1;
  for (const Cell& cell : cells) height = std::max(height, cell.lines.size());
  for (std::size_t at = 0; at < height; ++at) {
    std::string text;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const Cell& cell = cells[i];
      const std::string_view part = at < cell.lines.size() ? cell.lines[at] : std::string_view{};
      const std::string padding = blanks(columns[i].width - display_width(part));
      if (i > 0) text += blanks(gap);
      text += columns[i].right_aligned ? padding + inked(part, cell.ink)
                                       : inked(part, cell.ink) + padding;
    }
    line(std::move(text));
  }
}

}  // namespace cpom::report
