/// Observations put in order: who supplied what for an indicator and a year, and what was known
/// on a date.
#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/date.hpp"
#include "base/diagnostic.hpp"
#include "model/contract.hpp"

namespace cpom::engine {

/// Whether value, numerator and denominator are the same in both.
bool same_figures(const model::Observation& left, const model::Observation& right);

/// The observations of one contract, its inline ones included. Points into what it was made from.
class ObservationIndex {
 public:
  /// Takes from \a observations those of \a contract. Diagnoses: observation.unknown_indicator
  /// (with the nearest code), observation.unknown_strand, observation.unknown_component,
  /// observation.outside_period, observation.contract_year, observation.conflict (two values
  /// received on one day), observation.other_label (warning: the file calls the indicator
  /// otherwise, once for each), observation.fraction (warning: 0.72 where targets are some 70 %),
  /// observation.received_early (warning), contract.strand_without_values (a warning unless the
  /// model says otherwise, when other strands have some); note observation.not_selected for a
  /// catalogue indicator that the contract did not choose.
  ObservationIndex(const model::Model& model, const model::Contract& contract,
                   const std::vector<model::Observation>& observations, Diagnostics& found);

  /// All that was received up to \a as_of for the key, the one received last first; among equal
  /// dates the one read last. \a component may be empty.
  std::vector<const model::Observation*> known(std::string_view strand, std::string_view indicator,
                                               std::string_view component, int year,
                                               Date as_of) const;

  /// Why a value of the indicator could not be placed in any strand and year; nullptr when all
  /// could.
  const Diagnostic* unplaced(std::string_view indicator) const;

  /// Why nobody can tell which of two values is right; nullptr when it is the only one.
  const Diagnostic* conflict(const model::Observation& observation) const;

  /// Latest year with a value; 0 when there is none.
  int latest_year() const { return latest_year_; }
  /// Latest day on which anything was received; unset when no date is given.
  std::optional<Date> latest_date() const { return latest_date_; }

 private:
  /// The texts are those of the observations themselves.
  using Key = std::tuple<std::string_view, std::string_view, std::string_view, int>;
  struct Known {
    const model::Observation* observation;
    /// The day it was received; unset in the file: the day it speaks of.
    Date on;
  };

  void refuse_conflicts(Diagnostics& found);
  void miss_strands(const model::Model& model, const model::Contract& contract,
                    Diagnostics& found) const;

  std::map<Key, std::vector<Known>> by_key_;
  std::map<std::string_view, Diagnostic> unplaced_;
  std::map<const model::Observation*, Diagnostic> conflicts_;
  int latest_year_ = 0;
  std::optional<Date> latest_date_;
};

}  // namespace cpom::engine
