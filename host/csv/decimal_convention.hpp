/// Which decimal sign a file uses, and what its numbers are by it.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "csv/cells.hpp"
#include "csv/columns.hpp"
#include "csv/findings.hpp"
#include "csv/table.hpp"
#include "model/observation.hpp"

namespace cpom::csv {

/// The first number that can be written with one decimal sign only settles the sign of the file;
/// one that contradicts it is an error. "1.234" waits until the end of the file.
class DecimalConvention {
 public:
  using Target = std::optional<double> model::Observation::*;

  DecimalConvention(const Columns& columns, Findings& findings)
      : columns_(columns), findings_(findings) {}

  /// Puts the number in \a cell into \a target of observation \a number, or notes its fault.
  void read(std::size_t number, Column column, const Cell& cell, Target target);
  /// Decides what waited.
  void settle();

 private:
  struct Waiting {
    std::size_t number;
    Column column;
    Cell cell;
    Target target;
    NumberCell reading;
  };

  void refuse(std::size_t number, Column column, const Cell& cell);
  bool contradicts(std::size_t number, Column column, const Cell& cell, char sign);
  void refuse_ambiguous(const Waiting& waiting);
  void note_grouped(const Waiting& first, long count);

  const Columns& columns_;
  Findings& findings_;
  char sign_ = 0;
  Cell proof_;
  bool contradicted_ = false;
  std::vector<Waiting> waiting_;
};

}  // namespace cpom::csv
