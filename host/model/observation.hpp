/// A value that somebody supplied.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/diagnostic.hpp"

namespace cpom::model {

struct Observation {
  /// Empty: the file speaks of the one contract that is evaluated.
  std::string contract;
  std::string strand;
  std::string indicator;
  /// Empty, or the id of a component of the indicator.
  std::string component;
  /// How the file calls the indicator; empty: it does not.
  std::string label = {};
  /// Calendar year it speaks of; 0 when `contract_year` is set, or when the cell could not be read.
  int year = 0;
  /// 1 for N1…; 0 when the calendar year is given.
  int contract_year = 0;
  std::optional<double> value;
  std::optional<double> numerator;
  std::optional<double> denominator;
  /// What was written with the value: "percent", "euro", "yes_no"; empty: nothing.
  std::string unit;
  std::string source;
  /// Day the value speaks of; unset: 31 December of its year.
  std::optional<Date> reference;
  /// Day it became known; unset: known from the start.
  std::optional<Date> received;
  bool provisional = false;
  Position where;
  /// Faults of its cells, when the reader went on in spite of them: the value cannot be used.
  std::vector<Diagnostic> faults;
};

}  // namespace cpom::model
