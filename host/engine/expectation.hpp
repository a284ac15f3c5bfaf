/// Steps 2 to 4 of the order of decision: applicable, still meaningful, expected?
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "engine/evaluation.hpp"
#include "model/contract.hpp"
#include "model/contract_model.hpp"

namespace cpom::engine {

/// An objective and those above it, itself first.
using Objectives = std::span<const model::Objective* const>;

/// What is asked about: one indicator of a contract in one strand and year, as known on a date.
struct Question {
  const model::Model& model;
  const model::Contract& contract;
  const model::Selection& selection;
  const model::Strand& strand;
  int year;
  Date as_of;
  /// Those of the indicator.
  Objectives objectives;
};

/// Whether every amendment that adds one of \a objectives is in force on the day.
bool is_known(const model::Contract& contract, Objectives objectives, Date as_of);

/// Why \a year is outside the days that amendments give to one of \a objectives, as known on the
/// date; nullopt when it is not.
std::optional<Message> outside_amended_days(const model::Contract& contract, Objectives objectives,
                                            int year, Date as_of);

/// False when the contract, as it was known on the date, did not (or no longer) follow the
/// indicator at all: the result then has no line.
bool is_followed(const Question& question);

/// Where the decision stops before any value is looked at.
struct Stop {
  Outcome outcome;
  Message reason;
  Position at;
  /// The decision of a person that stopped it.
  const model::Decision* decision = nullptr;
};

struct Expectation {
  std::optional<Stop> stop;
  /// The target in force for the year, if any, also when stopped.
  const model::Target* target = nullptr;
  const model::Target* initial_target = nullptr;
};

Expectation expectation(const Question& question);

/// The status a person retained for the year, as known on the date; the last one wins.
const model::Decision* retained_status(const Question& question);

/// The baseline of the strand, or the one common to all strands.
const model::Baseline* baseline_of(const model::Selection& selection, std::string_view strand);

}  // namespace cpom::engine
