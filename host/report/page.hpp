/// Lines, paragraphs and table rows that fit a width, coloured or not.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/vocabulary.hpp"

namespace cpom::report {

enum class Ink { plain, bold, faint, good, medium, bad };

Ink ink_of(model::Tone tone);

struct Cell {
  std::vector<std::string> lines;
  Ink ink = Ink::plain;
};

struct Column {
  int width = 0;
  bool right_aligned = false;
};

/// \a text in at most \a most lines; one that had to be cut ends with "…".
std::vector<std::string> clipped(std::string_view text, int width, std::size_t most);

/// Columns of the widest line.
int width_of(const std::vector<std::string>& lines);

class Page {
 public:
  Page(int width, bool colour) : width_(width), colour_(colour) {}

  int width() const { return width_; }

  void blank() { text_ += '\n'; }
  /// A line across the page, with a title in it.
  void rule(std::string_view title, std::string_view dash);
  /// Wraps \a text after \a lead, which stands in the first line only.
  void paragraph(std::string_view lead, std::string_view text, Ink ink = Ink::plain);
  /// One row: cells side by side, two blanks between them, each as high as the highest.
  void row(const std::vector<Column>& columns, const std::vector<Cell>& cells);

  std::string take() { return std::move(text_); }

 private:
  void line(std::string text);
  std::string inked(std::string_view text, Ink ink) const;

  int width_;
  bool colour_;
  std::string text_;
};

}  // namespace cpom::report
