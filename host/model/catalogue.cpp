#include "model/catalogue.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace cpom::model {
namespace {

template <class Entry>
void append(std::vector<Entry>& entries, std::vector<Entry>& more) {
  entries.insert(entries.end(), std::make_move_iterator(more.begin()),
                 std::make_move_iterator(more.end()));
}

void fill_in(std::vector<Indicator>& indicators, Indicator definition) {
  const auto placeholder =
      std::find_if(indicators.begin(), indicators.end(),
                   [&](const Indicator& known) { return known.code == definition.code; });
  if (placeholder != indicators.end()) *placeholder = std::move(definition);
}

}  // namespace

void extend(Model& model, Catalogue catalogue) {
  append(model.missions, catalogue.missions);
  if (!catalogue.statuses.empty()) model.statuses = std::move(catalogue.statuses);
  for (auto& [outcome, label] : catalogue.outcome_labels) {
    model.outcome_labels.insert_or_assign(outcome, std::move(label));
  }
  append(model.objectives, catalogue.objectives);
  sort_depth_first(model.objectives);
  append(model.groups, catalogue.groups);
  append(model.indicators, catalogue.indicators);
  for (Indicator& definition : catalogue.definitions) {
    fill_in(model.indicators, std::move(definition));
  }
  append(model.limits, catalogue.limits);
  append(model.calendar, catalogue.calendar);
  append(model.parameters, catalogue.parameters);
  append(model.bands, catalogue.bands);
}

}  // namespace cpom::model
