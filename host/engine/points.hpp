/// What a set of results brings to a score: the points of their statuses, with their weights.
#pragma once

#include <span>
#include <utility>
#include <vector>

#include "engine/evaluation.hpp"
#include "engine/plan.hpp"

namespace cpom::engine {

/// Results of one strand and year, indexed as Plan::indicators; nullptr: not followed then.
using YearResults = std::vector<const Result*>;

struct Points {
  std::vector<double> known;
  std::vector<double> known_weights;
  /// Of those from which points are expected and not known.
  std::vector<double> missing_weights;

  int counted() const { return static_cast<int>(known.size()); }
  int expected() const { return counted() + static_cast<int>(missing_weights.size()); }
  /// Points and weights with every missing indicator at \a points.
  std::pair<std::vector<double>, std::vector<double>> with_missing_at(double points) const;
};

/// What a person retained counts before what the rules propose. Adds nothing for nullptr.
void add_points(const Result* result, double weight, Points& points);

/// Of the indicators with these indexes.
Points points_of(const Plan& plan, std::span<const std::size_t> indicators,
                 const YearResults& results);
/// Of all indicators.
Points points_of(const Plan& plan, const YearResults& results);

}  // namespace cpom::engine
