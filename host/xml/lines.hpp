/// Where in a text is a byte: line and column, both from 1, columns in characters.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace cpom::xml {

struct LineColumn {
  int line = 1;
  int column = 1;
};

/// Answers in logarithmic time, also for a document written on one line.
class LineTable {
 public:
  /// \a text is UTF-8 and must outlive the table.
  explicit LineTable(std::string_view text);

  LineColumn at(std::size_t offset) const;

 private:
  std::size_t characters_before(std::size_t offset) const;

  std::string_view text_;
  std::vector<std::size_t> line_starts_ = {0};
  /// Characters that start before byte 0, step, 2 * step…
  std::vector<std::size_t> counted_;
};

}  // namespace cpom::xml
