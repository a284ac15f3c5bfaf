/// One contract: parties, period, strands, chosen indicators, targets, amendments, decisions.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "model/contract_model.hpp"
#include "model/engagement.hpp"
#include "model/observation.hpp"
#include "model/party.hpp"
#include "model/target.hpp"

namespace cpom::model {

/// A package (plugin, or proposal of a region) that the contract asks for by name.
struct PackageUse {
  std::string name;
  /// Least version wanted, "1.2.0"; empty: any.
  std::string version;
  Position where = {};
};

/// Money given for a year, for one mission or for all.
struct Funding {
  int year = 0;
  /// In euros.
  double amount = 0;
  std::string mission;
  std::string label;
  Position where = {};
};

/// A yearly roadmap (feuille de route) that an amendment lays over the contract.
struct Roadmap {
  std::string amendment;
  std::string label;
  Date from;
  Date to;
  Position where = {};
};

/// A part of a contract with targets, values and results of its own.
struct Strand {
  std::string id;
  std::string label;
  /// Region code when the strand is a territory; empty: that of the contract.
  std::string region;
  Position where;
  /// Days on which it is part of the contract; unset: all of the contract's. A part that became a
  /// contract of its own names it.
  std::optional<Date> from = {};
  std::optional<Date> to = {};
  std::string successor = {};
};

/// Days on which an indicator is not followed, from its end to the amendment that adds it again.
struct Pause {
  Date from;
  Date to;
  std::string ended_by;
  std::string added_by;
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
  /// Id of the mission it belongs to; empty where the model has no missions.
  std::string mission = {};
  /// FINESS number of the site it is measured at; empty: all of them.
  std::string site = {};
  /// Between followed_from and followed_to; in the order of their days.
  std::vector<Pause> pauses = {};

  /// The pause that \a day is in; nullptr when it is in none.
  const Pause* pause_on(Date day) const;
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
  enum class Kind { status, void_indicator, weather, outcome };
  Kind kind = Kind::status;
  std::string strand;
  /// Status, void: an indicator. Weather: an objective. Outcome: an engagement.
  std::string subject;
  /// 0: every year from the decision's date on (void), or the contract as a whole (outcome).
  int year = 0;
  /// Id of a status, of a weather level or of an outcome of engagements.
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
  /// Those of the model, each followed by those that the contract or an amendment puts below it.
  std::vector<Objective> objectives = {};
  std::vector<PackageUse> packages = {};
  std::vector<Holder> holders = {};
  std::vector<Funding> fundings = {};
  std::vector<Action> actions = {};
  std::vector<Engagement> engagements = {};
  std::vector<Roadmap> roadmaps = {};
  Position where = {};

  const Selection* selection(std::string_view code) const;
  const Strand* strand(std::string_view id) const;
  const Objective* objective(std::string_view id) const;
  const Engagement* engagement(std::string_view id) const;
  int first_year() const { return year_of(start); }
  int last_year() const { return year_of(end); }
  /// The first year that is assessed: a contract of mid-year has a first calendar year in which no
  /// contract year ends, and which counts only when a target is set for it.
  int first_assessed_year() const;

  /// Last day of contract year \a n (1 for N1): N1 of a contract that starts on 1 July 2022 ends
  /// on 30 June 2023. A last one that the contract's end cuts short ends with the contract.
  Date end_of_contract_year(int n) const;
  /// Calendar year to which contract year \a n counts: the one in which it ends.
  int calendar_year(int n) const { return year_of(end_of_contract_year(n)); }
  /// Years of the contract, the last one begun counted as a whole: what a limit of duration is
  /// about.
  int duration_years() const;
  /// Contract years begun, whole or not; at least 1. A last one that is cut short and ends in the
  /// same calendar year as the one before is part of that one: each counts to a year of its own.
  int contract_years() const;
  /// The day in the middle of the contract, on which half of it has passed (mi-contrat).
  Date middle() const;
};

}  // namespace cpom::model
