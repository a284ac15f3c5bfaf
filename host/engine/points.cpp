#include "engine/points.hpp"

namespace cpom::engine {

std::pair<std::vector<double>, std::vector<double>> Points::with_missing_at(double points) const {
  auto all = known;
  auto weights = known_weights;
  all.insert(all.end(), missing_weights.size(), points);
  weights.insert(weights.end(), missing_weights.begin(), missing_weights.end());
  return {std::move(all), std::move(weights)};
}

void add_points(const Result* result, double weight, Points& points) {
  if (result == nullptr || !result->is_expected()) return;
  const model::Status* const status = result->effective_status();
  if (status != nullptr && status->points) {
    points.known.push_back(*status->points);
    points.known_weights.push_back(weight);
  } else if (result->outcome != Outcome::classified) {
    points.missing_weights.push_back(weight);
  }
}

Points points_of(const Plan& plan, std::span<const std::size_t> indicators,
                 const YearResults& results) {
  Points points;
  for (const std::size_t index : indicators) {
    add_points(results[index], plan.indicators[index].weight, points);
  }
  return points;
}

Points points_of(const Plan& plan, const YearResults& results) {
  Points points;
  for (std::size_t index = 0; index < results.size(); ++index) {
    add_points(results[index], plan.indicators[index].weight, points);
  }
  return points;
}

}  // namespace cpom::engine
