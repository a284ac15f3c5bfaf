/// Whether the dates of a column have the day or the month first, and what they are by it.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "csv/cells.hpp"
#include "csv/columns.hpp"
#include "csv/findings.hpp"
#include "csv/table.hpp"
#include "model/observation.hpp"

namespace cpom::csv {

/// 2025-04-03 and 31/12/2025 are clear. 12/31/2025 is an error, whatever the others are. 03/04/2025
/// is read day first if another date of its column can only be read so and none has the month
/// first; else it is refused.
class DateOrder {
 public:
  using Target = std::optional<Date> model::Observation::*;

  DateOrder(const Columns& columns, Findings& findings) : columns_(columns), findings_(findings) {}

  /// Puts the date in \a cell into \a target of observation \a number, or notes its fault.
  void read(std::size_t number, Column column, const Cell& cell, Target target);
  /// Decides what waited for the end of the file.
  void settle();

 private:
  struct Waiting {
    std::size_t number;
    Column column;
    Cell cell;
    Target target;
    DateCell reading;
  };
  struct Proofs {
    bool day_first = false;
    bool month_first = false;
  };

  const Columns& columns_;
  Findings& findings_;
  std::array<Proofs, read_column_count> proofs_{};
  std::vector<Waiting> waiting_;
};

}  // namespace cpom::csv
