/// Which decimal sign a table of cases uses, and what its numbers are by it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "csv/table.hpp"
#include "engine/rules.hpp"

namespace cpom::testing {

/// The numbers of one file, by the rules of files of values: the first clear decimal sign settles
/// it, and decides what "1.234" is. Values wait until the end of the file.
class TableNumbers {
 public:
  TableNumbers(const std::string& file, std::string_view text, Diagnostics& found)
      : file_(file), text_(text), found_(found) {}

  /// Where the number \a cell says, or with \a part one item of it, is to be put by settle(): as
  /// a number, or at the end of a list. False, and nothing told, when it is no number.
  bool read(const csv::Cell& cell, std::string_view part, engine::Value& target);
  /// Puts all numbers in their places, which must still be there.
  void settle();

  Position position(const csv::Cell& cell) const;

 private:
  struct Waiting {
    csv::Cell cell;
    double value = 0;
    /// What it is when the sign stands between thousands; equal to value when it cannot.
    double grouped = 0;
    bool ambiguous = false;
    char sign = 0;
    engine::Value* target = nullptr;
    std::size_t item = 0;
  };

  const std::string& file_;
  std::string_view text_;
  Diagnostics& found_;
  std::vector<Waiting> waiting_;
};

}  // namespace cpom::testing
