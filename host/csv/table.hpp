/// The rows of a CSV text, and the place of each cell.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include <csv.h>

namespace cpom::csv {

enum class Quotes { right, stray, unclosed };

struct Cell {
  /// Without blanks at the ends and without quotes; lives as long as the text and the reader.
  std::string_view text;
  Quotes quotes = Quotes::right;
  /// The physical line on which the cell begins, counting from 1.
  int line = 1;
  /// Offsets in the text: where that line begins, and the cell.
  std::size_t line_start = 0;
  std::size_t offset = 0;
};

struct Row {
  /// At most most_cells of them.
  std::vector<Cell> cells;
  /// How many there are in the text.
  std::size_t fields = 0;
};

/// A bound on what a row takes in memory; no header needs as many.
inline constexpr std::size_t most_cells = 100;

/// The one of ';', tab and ',' that occurs most often in the header line, quoted parts aside;
/// 0 when none does. A first line "sep=;", which spreadsheets write and hide, tells it instead.
char find_separator(std::string_view text);

/// Whether \a row is that first line.
bool tells_separator(const Row& row);

/// Where \a cell begins in its line, counting characters from 1.
int column_of(const Cell& cell, std::string_view text);

/// Reads row after row; rows that are empty, or nothing but separators, are passed over.
/// After a misplaced quote it goes on with what follows.
class RowReader {
 public:
  RowReader(std::string_view text, char separator);
  RowReader(const RowReader&) = delete;
  RowReader& operator=(const RowReader&) = delete;
  ~RowReader();

  /// False when there is no further row.
  bool next(Row& row);

 private:
  /// What the callbacks of the parser leave behind: at most one cell, since it is fed in pieces
  /// that end at the first character that could end a cell.
  struct Ended {
    bool cell = false;
    bool row = false;
    std::string_view content;
    /// Offset of what ended them.
    std::size_t end = 0;
  };

  static void cell_ended(void* content, std::size_t size, void* ended);
  static void row_ended(int line_end, void* ended);

  std::size_t end_of_plain_line() const;
  void split_line(Row& row, std::size_t end);
  void parse_row(Row& row);
  void parse_piece();
  void parse_end();
  void feed(std::size_t end);
  void begin_line();
  void begin_cell(std::size_t offset);
  void add_cell(Row& row, std::string_view raw, std::string_view content);
  std::string_view literal(std::string_view content, std::string_view raw);

  std::string_view text_;
  char separator_;
  csv_parser parser_{};
  Ended ended_;
  /// Cells with doubled quotes, of which the text has no literal form.
  std::deque<std::string> unquoted_;

  std::size_t at_ = 0;
  int line_ = 1;
  std::size_t line_start_ = 0;
  Cell cell_;
  bool row_has_text_ = false;
};

}  // namespace cpom::csv
