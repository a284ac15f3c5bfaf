/// What a contract wants of an indicator, and where it started from.
#pragma once

#include <optional>
#include <string>

#include "base/date.hpp"
#include "base/diagnostic.hpp"

namespace cpom::model {

/// A target as one text set it. Several may speak of one year: the last in force counts.
struct Target {
  /// Empty: every strand.
  std::string strand;
  /// Calendar year it counts for; for a due date, the year of that date.
  int year = 0;
  /// 1 for N1…; 0 when the target was given for a calendar year or a due date.
  int contract_year = 0;
  /// Set when the indicator has one target with a deadline.
  std::optional<Date> due;
  /// Unset together with the bounds when an amendment ended the target.
  std::optional<double> value;
  std::optional<double> minimum;
  std::optional<double> maximum;
  bool ended = false;
  /// Number of the amendment that set it; empty: the initial contract.
  std::string amendment;
  /// Day from which it is in force; the contract's start for an initial target.
  Date in_force;
  Position where;
};

struct Baseline {
  std::string strand;
  std::optional<double> value;
  std::optional<double> numerator;
  std::optional<double> denominator;
  std::optional<Date> date;
  std::string source;
  Position where;
};

/// Years in which an indicator has no target on purpose.
struct FollowUp {
  enum class Kind { observed, target_pending };
  Kind kind = Kind::observed;
  std::string strand;
  std::optional<int> first_year;
  std::optional<int> last_year;
  /// Target pending: number of the amendment that is to bring it, when known.
  std::string amendment;
  Position where;
};

}  // namespace cpom::model
