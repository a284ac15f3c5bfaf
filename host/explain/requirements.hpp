/// Every figure that the rules of a contract will read: of which year, from whom, by when, and
/// whether it is there.
#pragma once

#include <string>
#include <vector>

#include "engine/evaluator.hpp"
#include "engine/observations.hpp"
#include "model/contract.hpp"
#include "model/contract_model.hpp"
#include "report/writer.hpp"

namespace cpom::explain {

enum class Presence { received, incomplete, missing, late };

/// One row to fill in: an indicator or one component of it, in a strand and a year.
struct Requirement {
  const model::Selection* selection = nullptr;
  const model::Strand* strand = nullptr;
  int year = 0;
  /// Id of a component; empty: the indicator itself.
  std::string component;
  /// "value", "numerator", "denominator", in this order; what the rule cannot do without.
  std::vector<std::string> parts;
  /// What it takes when it is there, and what may stand in for the parts.
  std::vector<std::string> optional_parts;
  /// Empty: not known.
  std::string supplier;
  Date due;
  /// A status is expected from it; otherwise it is followed only.
  bool judged = false;
  Presence presence = Presence::missing;
  const model::Observation* observation = nullptr;
};

struct Requirements {
  const model::Contract* contract = nullptr;
  const model::Model* model = nullptr;
  Date as_of;
  /// By year, due date, supplier, strand, and the order of the contract.
  std::vector<Requirement> all;
};

/// What the rules read for \a years. A figure that is not there after its due date is late on
/// \a as_of.
Requirements requirements_of(const engine::PreparedContract& prepared,
                             const engine::ObservationIndex& observations,
                             const std::vector<int>& years, Date as_of);

std::string text_requirements(const std::vector<Requirements>& all, const report::Style& style);
std::string json_requirements(const std::vector<Requirements>& all, const report::Style& style);
/// A file of values with a row for each figure that is not there, ready to be filled in.
std::string csv_template(const std::vector<Requirements>& all, const report::Style& style);
/// How complete: counts by supplier, what is missing, what is late.
std::string text_completeness(const std::vector<Requirements>& all, const report::Style& style);

}  // namespace cpom::explain
