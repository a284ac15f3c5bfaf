/// The observations of one file as they are read, and what is wrong with them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "csv/columns.hpp"
#include "csv/table.hpp"
#include "model/observation.hpp"

namespace cpom::csv {

/// A cell as it can be shown in a message: on one line, shortened, nothing invisible.
std::string shown(std::string_view cell);

/// What to say of \a cell, in the column \a column, whose quotes are not right.
Diagnostic misplaced_quotes(std::string_view column, const Cell& cell, Position where);

class Findings {
 public:
  Findings(const std::string& file, std::string_view text) : file_(file), text_(text) {}

  Position position(const Cell& cell) const;

  /// Adds an observation whose place is \a cell; returns its number.
  std::size_t add_observation(const Cell& cell);
  std::size_t observation_count() const { return observations_.size(); }
  model::Observation& observation(std::size_t number) { return observations_[number]; }
  const model::Observation& observation(std::size_t number) const { return observations_[number]; }

  /// An error of one cell, which is also noted in the faults of the observation.
  void fault(std::size_t number, Column column, Diagnostic diagnostic);
  void fault(std::size_t number, Column column, const Cell& cell, std::string code, Message what,
             Message remedy = {});
  /// What concerns the file as a whole.
  Diagnostics& general() { return general_; }

  /// False when a cell that says what the value is about could not be read.
  bool key_is_known(std::size_t number) const { return key_is_known_[number]; }

  /// Hands everything out: the observations, and the diagnostics in the order of the file. Of very
  /// many faults the first ones are listed and the others counted; observations keep all theirs.
  std::vector<model::Observation> deliver(Diagnostics& found);

 private:
  const std::string& file_;
  std::string_view text_;
  std::vector<model::Observation> observations_;
  std::vector<bool> key_is_known_;
  std::vector<Diagnostic> listed_;
  long unlisted_ = 0;
  Diagnostics general_;
};

}  // namespace cpom::csv
