/// Which values are wanted of whom, by which day, and which of them are late.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "engine/observations.hpp"
#include "model/contract.hpp"
#include "model/contract_model.hpp"

namespace cpom::engine {

/// A value of one indicator and strand, for the year of its group.
struct WantedValue {
  const model::Selection* selection = nullptr;
  const model::Strand* strand = nullptr;
  /// Not received on the day asked about, which is after the last day.
  bool late = false;
};

/// Values that the same suppliers owe for one year by one day.
struct DueValues {
  int year = 0;
  Date by;
  /// "DGS, SpF"; empty: the model names nobody.
  std::string suppliers;
  /// By strand, then in the order of the contract.
  std::vector<WantedValue> values;
};

/// Of the years \a first to \a last, by day, then supplier. Wanted is what is followed in a year,
/// with a target or not, as it is known on the last day for it; a target with a due date wants a
/// value for the year of that date only. Lateness is told with both \a observations and \a on.
/// Points into \a contract.
std::vector<DueValues> due_values(const model::Model& model, const model::Contract& contract,
                                  int first, int last, const ObservationIndex* observations,
                                  std::optional<Date> on);

}  // namespace cpom::engine
