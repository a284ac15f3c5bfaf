/// What became of results from one evaluation to the next.
#pragma once

#include <optional>
#include <vector>

#include "compare/results.hpp"

namespace cpom::compare {

enum class Change { came, went, changed };
/// Which way a status or a weather went on its scale.
enum class Course { level, better, worse };

struct ResultChange {
  Change change = Change::changed;
  /// Unset for one that came, or went.
  std::optional<Result> before;
  std::optional<Result> after;
  // What differs, of a result that was there before and after.
  bool status = false;
  bool measure = false;
  bool target = false;
  bool reason = false;

  const Result& any() const { return after ? *after : *before; }
  Course course() const;
};

struct WeatherChange {
  Change change = Change::changed;
  std::optional<Weather> before;
  std::optional<Weather> after;

  const Weather& any() const { return after ? *after : *before; }
  Course course() const;
};

struct Difference {
  /// In the order of the results after, then those that went in their former order.
  std::vector<ResultChange> results;
  std::vector<WeatherChange> weathers;
  /// How many results are as before.
  long same = 0;

  bool empty() const { return results.empty() && weathers.empty(); }
};

Difference difference(const Results& before, const Results& after);

}  // namespace cpom::compare
