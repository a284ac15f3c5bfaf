#include "report/summary.hpp"

#include <algorithm>
#include <array>

namespace cpom::report {
namespace {

using engine::Evaluation;
using engine::Outcome;
using engine::Result;

class Counter {
 public:
  explicit Counter(const model::Model& model) {
    for (const model::Status& status : model.statuses) sum_.statuses.emplace_back(&status, 0);
  }

  void add(const Result& result) {
    ++sum_.results;
    const model::Status* const status = result.effective_status();
    if (result.retained_status != nullptr) ++sum_.retained;
    if (result.is_expected()) ++sum_.expected;
    if (result.outcome == Outcome::rule_error) sum_.rule_errors.push_back(&result);
    if (status == nullptr) {
      ++outcomes_[static_cast<std::size_t>(result.outcome)];
      return;
    }
    ++sum_.with_status;
    for (auto& [known, count] : sum_.statuses) {
      if (known == status) ++count;
    }
  }

  void add(const engine::ObjectiveResult& objective) {
    if (objective.expected == 0) return;
    ++sum_.objectives;
    if (objective.complete()) ++sum_.complete_objectives;
  }

  Summary take() {
    for (const Outcome outcome : engine::all_outcomes) {
      const long count = outcomes_[static_cast<std::size_t>(outcome)];
      if (count > 0) sum_.outcomes.emplace_back(outcome, count);
    }
    return std::move(sum_);
  }

 private:
  Summary sum_;
  std::array<long, engine::all_outcomes.size()> outcomes_{};
};

template <class Chosen>
Summary summarise_if(const Evaluation& evaluation, Chosen chosen) {
  Counter counter(*evaluation.model);
  for (const Result& result : evaluation.results) {
    if (chosen(result)) counter.add(result);
  }
  for (const engine::ObjectiveResult& objective : evaluation.objectives) {
    if (chosen(objective)) counter.add(objective);
  }
  return counter.take();
}

}  // namespace

Summary summarise(const Evaluation& evaluation, int year, const model::Strand& strand) {
  return summarise_if(
      evaluation, [&](const auto& part) { return part.year == year && part.strand == &strand; });
}

Summary summarise(const Evaluation& evaluation) {
  return summarise_if(evaluation, [](const auto&) { return true; });
}

}  // namespace cpom::report
