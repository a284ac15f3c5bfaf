/// Which column of a CSV file means what, by the names in its header.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "csv/table.hpp"

namespace cpom::csv {

enum class Column {
  contract,
  strand,
  indicator,
  component,
  year,
  value,
  numerator,
  denominator,
  source,
  reference,
  received,
  state,
  label,
  /// Comments: for people, not read.
  ignored,
  /// A header cell without name, as spreadsheets leave them: must be empty in all rows.
  unnamed,
  unknown,
};
inline constexpr std::size_t read_column_count = static_cast<std::size_t>(Column::ignored);

class Columns {
 public:
  /// Faults are errors: a name that is unknown or doubled, a column that must be there.
  Columns(const Row& header, const std::string& file, std::string_view text, Diagnostics& found);

  std::size_t count() const { return meanings_.size(); }
  bool has(Column column) const { return place_[static_cast<std::size_t>(column)] >= 0; }
  Column meaning(std::size_t place) const { return meanings_[place]; }

  /// An empty cell if there is no such column, or if the row is too short.
  const Cell& cell(const Row& row, Column column) const;

  /// As the header writes it.
  const std::string& name(Column column) const;
  const std::string& name_at(std::size_t place) const { return names_[place]; }

 private:
  void add(const Cell& cell, std::size_t place, const Position& where, Diagnostics& found);
  void check_completeness(const Position& header, Diagnostics& found) const;

  std::vector<Column> meanings_;
  std::vector<std::string> names_;
  std::array<int, read_column_count> place_{};
};

}  // namespace cpom::csv
