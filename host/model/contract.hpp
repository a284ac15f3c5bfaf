/// One contract: parties, period, strands, chosen indicators, targets, amendments, decisions.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "model/contract_model.hpp"
#include "model/observation.hpp"

namespace cpom::model {

struct Site {
  std::string finess;
  std::string name;
};

enum class PartyKind { ministry, agency, establishment, coordination_service, department_council };

template <>
struct Words<PartyKind> {
  static constexpr std::array<std::pair<PartyKind, std::string_view>, 5> list = {{
      {PartyKind::ministry, "ministry"},
      {PartyKind::agency, "agency"},
      {PartyKind::establishment, "establishment"},
      {PartyKind::coordination_service, "coordination-service"},
      {PartyKind::department_council, "department-council"},
  }};
};

struct Party {
  PartyKind kind = PartyKind::agency;
  std::string name;
  /// Agency: code of its region. Department council: code of the department.
  std::string territory;
  /// Establishment: legal FINESS number.
  std::string finess;
  std::vector<Site> sites;
  /// Coordination service: the legal person that carries it.
  std::string bearer;
  Position where;
};

/// A part of a contract with targets, values and results of its own.
struct Strand {
  std::string id;
  std::string label;
  /// Region code when the strand is a territory; empty: that of the contract.
  std::string region;
  Position where;
};

/// A target as one text set it. Several may speak of one year: the last in force counts.
struct Target {
  /// Empty: every strand.
  std::string strand;
  /// Calendar year it counts for; for a due date, the year of that date.
  int year = 0;
  /// 1 for N1…; 0 when the target was given for a calendar year or a due date.
  int contract_year = 0;
  /// Set when the indicator has one target with a deadline.
  std::optional<Date> due;
  /// Unset together with the bounds when an amendment ended the target.
  std::optional<double> value;
  std::optional<double> minimum;
  std::optional<double> maximum;
  bool ended = false;
  /// Number of the amendment that set it; empty: the initial contract.
  std::string amendment;
  /// Day from which it is in force; the contract's start for an initial target.
  Date in_force;
  Position where;
};

struct Baseline {
  std::string strand;
  std::optional<double> value;
  std::optional<double> numerator;
  std::optional<double> denominator;
  std::optional<Date> date;
  std::string source;
  Position where;
};

/// Years in which an indicator has no target on purpose.
struct FollowUp {
  enum class Kind { observed, target_pending };
  Kind kind = Kind::observed;
  std::string strand;
  std::optional<int> first_year;
  std::optional<int> last_year;
  /// Target pending: number of the amendment that is to bring it, when known.
  std::string amendment;
  Position where;
};

/// An indicator that the contract follows.
struct Selection {
  /// Its definition: the model's, or the contract's own (added, or placeholder filled in).
  Indicator indicator;
  std::vector<Baseline> baselines;
  std::vector<Target> targets;
  std::vector<FollowUp> follow_ups;
  /// Followed from this day on; an amendment that adds it sets it, otherwise the contract's start.
  Date followed_from;
  /// Last day on which it is followed; an amendment that ends it sets it.
  std::optional<Date> followed_to;
  std::string added_by;
  std::string ended_by;
  Position where;
};

struct Amendment {
  std::string number;
  std::string label;
  Date signed_on;
  Date effective;
  Position where;
};

/// What a person decided beside, or instead of, what the rules propose.
struct Decision {
  enum class Kind { status, void_indicator, weather };
  Kind kind = Kind::status;
  std::string strand;
  /// Status, void: an indicator. Weather: an objective.
  std::string subject;
  /// 0: every year from the decision's date on (void only).
  int year = 0;
  /// Id of a status or of a weather level.
  std::string retained;
  std::string role;
  Date date;
  std::string reason;
  Position where;
};

struct Contract {
  std::string id;
  std::string label;
  /// Id of the model.
  std::string model;
  /// Code of the region whose layer applies; from the agency.
  std::string region;
  std::optional<Date> signed_on;
  Date start;
  Date end;
  std::string note;
  std::vector<Party> parties;
  /// Never empty: a contract without strands has one, whose id is empty.
  std::vector<Strand> strands;
  std::vector<Selection> selections;
  std::vector<Parameter> parameters;
  std::vector<Amendment> amendments;
  std::vector<Decision> decisions;
  std::vector<Observation> observations;
  Position where;

  const Selection* selection(std::string_view code) const;
  const Strand* strand(std::string_view id) const;
  int first_year() const { return year_of(start); }
  int last_year() const { return year_of(end); }

  /// Last day of contract year \a n (1 for N1): N1 of a contract that starts on 1 July 2022 ends
  /// on 30 June 2023. A last one that the contract's end cuts short ends with the contract.
  Date end_of_contract_year(int n) const;
  /// Calendar year to which contract year \a n counts: the one in which it ends.
  int calendar_year(int n) const { return year_of(end_of_contract_year(n)); }
  /// Contract years begun, whole or not; at least 1.
  int contract_years() const;
};

}  // namespace cpom::model
