/// When is each step of a model's calendar due for one contract?
#pragma once

#include <optional>
#include <vector>

#include "base/date.hpp"
#include "model/contract.hpp"
#include "model/contract_model.hpp"

namespace cpom::engine {

/// A step once, or for one assessed year.
struct DueStep {
  const model::Step* step = nullptr;
  /// The assessed year N; 0 for a step that occurs once.
  int year = 0;
  /// A window has both; a deadline has the last alone; "from then on" the first alone.
  std::optional<Date> from;
  std::optional<Date> to;

  bool dated() const { return from.has_value() || to.has_value(); }
  /// The last day, or the first of what has no last.
  Date day() const { return to ? *to : from.value_or(Date{}); }
};

/// Where a step stands on a day. Whether it was done nobody told the program: "past" is late
/// unless it was done.
enum class Standing { none, to_come, open, past };

/// All steps of \a model for \a contract: those with a date in its order, then those without, in
/// the order of the model. Yearly ones come once for each assessed year \a first to \a last; those
/// of a territory in which no place of the contract lies are left out.
std::vector<DueStep> due_steps(const model::Model& model, const model::Contract& contract,
                               int first, int last);

/// Standing::none for a fact and for what has no date.
Standing standing_of(const DueStep& due, Date on);

}  // namespace cpom::engine
