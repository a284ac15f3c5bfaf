#include "analysis/subject.hpp"

namespace cpom::analysis {

model::Contract whole_contract(const model::Model& model, const script::Package& package) {
  model::Contract contract;
  contract.id = package.contract.empty() ? "*" : package.contract;
  contract.label = contract.id;
  contract.model = model.id;
  contract.region = package.region;
  contract.start = model.valid_from;
  contract.end = model.valid_to;
  contract.strands.emplace_back();
  contract.objectives = model.objectives;
  contract.packages.push_back({package.name, {}, package.where});
  contract.where = package.where;
  for (const model::Indicator& indicator : model.indicators) {
    model::Selection selection;
    selection.indicator = indicator;
    selection.followed_from = contract.start;
    selection.where = indicator.where;
    contract.selections.push_back(std::move(selection));
  }
  return contract;
}

}  // namespace cpom::analysis
