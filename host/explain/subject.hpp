/// What an explanation is made from: one evaluated contract and all that was asked to judge it.
#pragma once

#include <vector>

#include "engine/evaluator.hpp"
#include "engine/expectation.hpp"
#include "engine/figures.hpp"
#include "engine/plan.hpp"
#include "model/observation.hpp"
#include "model/parameter.hpp"
#include "script/packages.hpp"
#include "script/traced_rules.hpp"

namespace cpom::explain {

struct Subject {
  const engine::PreparedContract& prepared;
  const engine::ObservationIndex& observations;
  /// The values that the index was made of, those inside the contract excepted.
  const std::vector<model::Observation>& supplied;
  const model::Parameters& parameters;
  const script::PackageSet& packages;
  engine::Rules& rules;
  script::TracedRules& traced;

  const model::Model& model() const { return prepared.model(); }
  const model::Contract& contract() const { return prepared.contract(); }
  /// The plan of a selection of the contract.
  const engine::IndicatorPlan& plan(const model::Selection& selection) const;
  engine::Question question(const engine::Result& result, Date as_of) const;
};

/// The figures that \a result was made from: of its year, or of the year in which a target that was
/// due earlier was last told of.
engine::Figures figures_of(const Subject& subject, const engine::Result& result, Date as_of);

}  // namespace cpom::explain
