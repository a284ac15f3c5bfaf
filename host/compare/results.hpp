/// What evaluations came to, kept apart from the contracts and rules they were made of: it can be
/// compared with another evaluation long after.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/evaluation.hpp"
#include "report/writer.hpp"

namespace cpom::compare {

/// What a result is about: an indicator, or an objective.
struct Key {
  /// Id of the contract.
  std::string contract;
  /// Code of the indicator, id of the objective.
  std::string about;
  /// Id of the strand; empty in a contract without strands.
  std::string strand;
  int year = 0;

  bool operator==(const Key&) const = default;
};

/// One indicator, strand and year, in the words of the language it was taken down in.
struct Result {
  Key key;
  std::string label;
  /// Id of the status that counts (retained, otherwise proposed), or code of the outcome in its
  /// place; and how it is shown.
  std::string status;
  std::string shown_status;
  /// 1 for the best status of the scale; unset for an outcome.
  std::optional<int> rank;
  /// Rounded as the indicator declares; and as it is shown, empty for none.
  std::optional<double> measure;
  std::string shown_measure;
  /// As it is shown, empty for none.
  std::string target;
  /// Empty for a plain result.
  std::string reason;
};

/// The weather of one objective, strand and year.
struct Weather {
  Key key;
  std::string label;
  /// Id of the level that counts; empty for none.
  std::string level;
  std::string shown_level;
  std::optional<int> rank;
};

struct Results {
  /// In the order of the evaluations.
  std::vector<Result> results;
  std::vector<Weather> weathers;
};

Results results_of(const std::vector<engine::Evaluation>& evaluations, const report::Style& style);

}  // namespace cpom::compare
