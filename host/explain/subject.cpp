#include "explain/subject.hpp"

#include <algorithm>

namespace cpom::explain {

const engine::IndicatorPlan& Subject::plan(const model::Selection& selection) const {
  const auto& plans = prepared.plan().indicators;
  return *std::find_if(plans.begin(), plans.end(), [&](const engine::IndicatorPlan& plan) {
    return plan.selection == &selection;
  });
}

engine::Question Subject::question(const engine::Result& result, Date as_of) const {
  return {model(),
          contract(),
          *result.selection,
          *result.strand,
          result.year,
          as_of,
          plan(*result.selection).objectives};
}

engine::Figures figures_of(const Subject& subject, const engine::Result& result, Date as_of) {
  return engine::last_figures_of(subject.question(result, as_of), result.target,
                                 subject.observations);
}

}  // namespace cpom::explain
