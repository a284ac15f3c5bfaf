/// What a plugin or a region adds to the model of a contract.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/contract_model.hpp"

namespace cpom::model {

/// Every entry carries the name of its package where it has a field for it (`plugin`).
struct Catalogue {
  std::vector<Mission> missions;
  /// Not empty: take the place of all statuses of the model.
  std::vector<Status> statuses;
  std::map<std::string, OutcomeLabel, std::less<>> outcome_labels;
  std::vector<Objective> objectives;
  std::vector<Group> groups;
  std::vector<Indicator> indicators;
  /// Placeholders of the model, filled in: whole indicators under the code of the placeholder.
  std::vector<Indicator> definitions;
  std::vector<Limit> limits;
  std::vector<Step> calendar;
  /// The thresholds of `bands`, with the layer of the package.
  std::vector<Parameter> parameters;
  std::vector<Bands> bands;
};

/// Puts \a catalogue on top of \a model, against which it was read without fault. Its parameters
/// go to the model's and keep their layer.
void extend(Model& model, Catalogue catalogue);

}  // namespace cpom::model
