/// What a set of results amounts to: counts by status and by outcome, completeness.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/evaluation.hpp"

namespace cpom::report {

struct Summary {
  long results = 0;
  /// Results from which a status is expected, and those that have one.
  long expected = 0;
  long with_status = 0;
  /// Results whose status a person retained.
  long retained = 0;
  /// In the order of the model's scale; what was retained counts before what was proposed.
  std::vector<std::pair<const model::Status*, long>> statuses;
  /// In the order of decision, only those that occur, without those that have a status.
  std::vector<std::pair<engine::Outcome, long>> outcomes;
  std::vector<const engine::Result*> rule_errors;
  long complete_objectives = 0;
  long objectives = 0;
};

/// Over the results and objectives of one year and strand, or over all of them.
Summary summarise(const engine::Evaluation& evaluation, int year, const model::Strand& strand);
Summary summarise(const engine::Evaluation& evaluation);

}  // namespace cpom::report
