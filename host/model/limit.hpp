/// What a contract of a model has to respect: how many of what.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/diagnostic.hpp"
#include "model/vocabulary.hpp"

namespace cpom::model {

/// What is counted. Indicators and objectives: as signed, before any amendment, without those of
/// context.
enum class LimitSubject {
  duration_years,
  objectives,
  indicators,
  /// The least and the greatest number in one objective.
  indicators_per_objective,
  /// Indicators of the kind "common" with a target in any year.
  common_with_target,
  /// The sum of the weights of the indicators of each objective.
  weight_sum,
  /// Of a year. Each indicator counts once: with a target, else awaiting one, else observed.
  with_target,
  target_pending,
  observed_only,
  strands,
  agency_parties,
  establishment_parties,
  coordination_service_parties,
  department_council_parties,
};

template <>
struct Words<LimitSubject> {
  static constexpr std::array<std::pair<LimitSubject, std::string_view>, 14> list = {{
      {LimitSubject::duration_years, "duration_years"},
      {LimitSubject::objectives, "objectives"},
      {LimitSubject::indicators, "indicators"},
      {LimitSubject::indicators_per_objective, "indicators_per_objective"},
      {LimitSubject::common_with_target, "common_with_target"},
      {LimitSubject::weight_sum, "weight_sum"},
      {LimitSubject::with_target, "with_target"},
      {LimitSubject::target_pending, "target_pending"},
      {LimitSubject::observed_only, "observed_only"},
      {LimitSubject::strands, "strands"},
      {LimitSubject::agency_parties, "agency_parties"},
      {LimitSubject::establishment_parties, "establishment_parties"},
      {LimitSubject::coordination_service_parties, "coordination_service_parties"},
      {LimitSubject::department_council_parties, "department_council_parties"},
  }};
};

template <>
struct Words<Severity> {
  static constexpr std::array<std::pair<Severity, std::string_view>, 2> list = {{
      {Severity::warning, "warning"},
      {Severity::error, "error"},
  }};
};

struct Limit {
  LimitSubject subject = LimitSubject::indicators;
  /// Both the same when the number is exact.
  std::optional<int> minimum;
  std::optional<int> maximum;
  /// For the subjects that are counted for a year; unset: for each year of the contract.
  std::optional<int> year;
  /// Id of a strand: what is counted, is counted for it alone. Empty: for all.
  std::string strand = {};
  Severity severity = Severity::error;
  /// The rule in French, and the text that sets it.
  std::string text;
  std::string source;
  Position where;
};

constexpr bool is_of_year(LimitSubject subject) {
  return subject == LimitSubject::with_target || subject == LimitSubject::target_pending ||
         subject == LimitSubject::observed_only;
}

/// Whether it can be counted for one strand alone.
constexpr bool is_of_strand(LimitSubject subject) {
  return is_of_year(subject) || subject == LimitSubject::objectives ||
         subject == LimitSubject::indicators || subject == LimitSubject::indicators_per_objective ||
         subject == LimitSubject::common_with_target || subject == LimitSubject::weight_sum;
}

}  // namespace cpom::model
