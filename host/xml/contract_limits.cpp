#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "xml/contract_reading.hpp"

namespace cpom::xml {
namespace {

using model::LimitSubject;

/// As signed: not by an amendment, nor of context.
bool counts(const model::Selection& selection) {
  return selection.added_by.empty() && selection.indicator.kind != model::IndicatorKind::context;
}

/// Whether what is said for \a stated counts when only \a counted does; empty: all strands.
bool is_of(const std::string& stated, const std::string& counted) {
  return counted.empty() || stated.empty() || stated == counted;
}

/// \a year nullopt: a target for any year.
bool has_target_for(const model::Selection& selection, std::optional<int> year,
                    const std::string& strand) {
  return std::any_of(selection.targets.begin(), selection.targets.end(),
                     [&](const model::Target& target) {
                       return target.amendment.empty() && is_of(target.strand, strand) &&
                              target.year == year.value_or(target.year);
                     });
}

bool is_followed_as(const model::Selection& selection, model::FollowUp::Kind kind, int year,
                    const std::string& strand) {
  return std::any_of(selection.follow_ups.begin(), selection.follow_ups.end(),
                     [&](const model::FollowUp& follow_up) {
                       return follow_up.kind == kind && is_of(follow_up.strand, strand) &&
                              year >= follow_up.first_year.value_or(year) &&
                              year <= follow_up.last_year.value_or(year);
                     });
}

/// As what the indicator counts for the year. Once only, also when its strands differ, so that
/// the three numbers add up to the indicators.
std::optional<LimitSubject> subject_of(const model::Selection& selection, int year,
                                       const std::string& strand) {
  if (has_target_for(selection, year, strand)) return LimitSubject::with_target;
  if (is_followed_as(selection, model::FollowUp::Kind::target_pending, year, strand)) {
    return LimitSubject::target_pending;
  }
  if (is_followed_as(selection, model::FollowUp::Kind::observed, year, strand)) {
    return LimitSubject::observed_only;
  }
  return std::nullopt;
}

/// Whether the contract says anything of the indicator for \a strand; empty: for any.
bool is_followed_in(const model::Selection& selection, const std::string& strand) {
  const auto speaks = [&](const auto& statement) { return is_of(statement.strand, strand); };
  const auto& [targets, follow_ups] = std::tie(selection.targets, selection.follow_ups);
  return strand.empty() || std::any_of(targets.begin(), targets.end(), speaks) ||
         std::any_of(follow_ups.begin(), follow_ups.end(), speaks);
}

template <class Condition>
double count_selections(const model::Contract& contract, const model::Limit& limit,
                        Condition holds) {
  const auto count = std::count_if(
      contract.selections.begin(), contract.selections.end(),
      [&](const model::Selection& selection) {
        return counts(selection) && is_followed_in(selection, limit.strand) && holds(selection);
      });
  return static_cast<double>(count);
}

/// By objective, the sum of what \a amount finds in each of its indicators.
template <class Amount>
std::map<std::string, double> by_objective(const model::Contract& contract,
                                           const model::Limit& limit, Amount amount) {
  std::map<std::string, double> sums;
  for (const model::Selection& selection : contract.selections) {
    if (!counts(selection) || !is_followed_in(selection, limit.strand)) continue;
    sums[selection.indicator.objective] += amount(selection.indicator);
  }
  return sums;
}

/// Those that the contract itself writes, as signed, and that others of it do not divide.
std::set<std::string> own_objectives(const model::Contract& contract, const model::Model& model) {
  std::set<std::string> own;
  const auto& all = contract.objectives;
  for (const model::Objective& objective : all) {
    const bool is_own = objective.added_by.empty() && model.objective(objective.id) == nullptr;
    const bool is_divided = std::any_of(all.begin(), all.end(), [&](const model::Objective& other) {
      return other.added_by.empty() && other.parent == objective.id;
    });
    if (is_own && !is_divided) own.insert(objective.id);
  }
  return own;
}

/// What is pursued: by an indicator, by an engagement, or because the contract writes it. Of a
/// strand, what is said for it.
double count_objectives(const ContractReading& reading, const model::Limit& limit) {
  const model::Contract& contract = reading.contract;
  std::set<std::string> pursued;
  if (limit.strand.empty()) pursued = own_objectives(contract, reading.model);
  for (const model::Selection& selection : contract.selections) {
    if (counts(selection) && is_followed_in(selection, limit.strand)) {
      pursued.insert(selection.indicator.objective);
    }
  }
  for (const model::Engagement& engagement : contract.engagements) {
    const bool named = !engagement.objective.empty();
    if (named && is_of(engagement.strand, limit.strand)) pursued.insert(engagement.objective);
  }
  return static_cast<double>(pursued.size());
}

double count_parties(const model::Contract& contract, model::PartyKind kind) {
  return static_cast<double>(
      std::count_if(contract.parties.begin(), contract.parties.end(),
                    [kind](const model::Party& party) { return party.kind == kind; }));
}

/// A contract without strands has one that nobody wrote.
double count_strands(const model::Contract& contract) {
  return static_cast<double>(
      std::count_if(contract.strands.begin(), contract.strands.end(),
                    [](const model::Strand& strand) { return !strand.id.empty(); }));
}

/// A number that a limit is about, and the objective or the year it was counted in.
struct Counted {
  double number = 0;
  std::string objective = {};
  int year = 0;
};

/// The year of the limit, or each of the contract's.
std::vector<Counted> count_by_year(const model::Contract& contract, const model::Limit& limit) {
  std::vector<Counted> all;
  const int last = limit.year.value_or(contract.last_year());
  for (int year = limit.year.value_or(contract.first_year()); year <= last; ++year) {
    const auto counts_as_such = [&](const model::Selection& selection) {
      return subject_of(selection, year, limit.strand) == limit.subject;
    };
    all.push_back({count_selections(contract, limit, counts_as_such), "", year});
  }
  return all;
}

std::vector<Counted> each_of(const std::map<std::string, double>& sums) {
  std::vector<Counted> all;
  for (const auto& [objective, sum] : sums) all.push_back({sum, objective});
  return all;
}

std::vector<Counted> count_of(const ContractReading& reading, const model::Limit& limit) {
  const model::Contract& contract = reading.contract;
  const auto one = [](double number) { return std::vector<Counted>{{number}}; };
  const auto in_each = [](const model::Indicator&) { return 1.0; };
  switch (limit.subject) {
    case LimitSubject::duration_years: return one(contract.duration_years());
    case LimitSubject::objectives: return one(count_objectives(reading, limit));
    case LimitSubject::indicators:
      return one(count_selections(contract, limit, [](const model::Selection&) { return true; }));
    case LimitSubject::indicators_per_objective:
      return each_of(by_objective(contract, limit, in_each));
    case LimitSubject::weight_sum:
      return each_of(by_objective(
          contract, limit, [](const model::Indicator& indicator) { return indicator.weight; }));
    case LimitSubject::common_with_target:
      return one(count_selections(contract, limit, [&](const model::Selection& selection) {
        return selection.indicator.kind == model::IndicatorKind::common &&
               has_target_for(selection, std::nullopt, limit.strand);
      }));
    case LimitSubject::with_target:
    case LimitSubject::target_pending:
    case LimitSubject::observed_only: return count_by_year(contract, limit);
    case LimitSubject::strands: return one(count_strands(contract));
    case LimitSubject::agency_parties:
      return one(count_parties(contract, model::PartyKind::agency));
    case LimitSubject::establishment_parties:
      return one(count_parties(contract, model::PartyKind::establishment));
    case LimitSubject::coordination_service_parties:
      return one(count_parties(contract, model::PartyKind::coordination_service));
    case LimitSubject::department_council_parties:
      return one(count_parties(contract, model::PartyKind::department_council));
  }
  return {};
}

// --- Can it be counted? -------------------------------------------------------------------

/// Whether everything that <indicators> holds is followed: a fault left nothing out.
bool choices_complete(const ContractReading& reading, const Element& root) {
  const Element indicators = root.child("indicators");
  const auto& selections = reading.contract.selections;
  const auto signed_ones =
      std::count_if(selections.begin(), selections.end(),
                    [](const model::Selection& selection) { return selection.added_by.empty(); });
  return reading.choices_known && indicators.exists() && indicators.intact() &&
         static_cast<std::size_t>(signed_ones) == indicators.children().size();
}

bool can_count(const ContractReading& reading, const Element& root, const model::Limit& limit) {
  // Like a year that is not the contract's: a limit on a strand that it does not have.
  if (!limit.strand.empty() && !reading.strands.contains(limit.strand)) return false;
  switch (limit.subject) {
    case LimitSubject::duration_years: return reading.period_known;
    case LimitSubject::objectives:
      return choices_complete(reading, root) && root.child("engagements").intact() &&
             root.child("objectives").intact() &&
             (limit.strand.empty() || reading.incomplete.empty());
    case LimitSubject::indicators:
    case LimitSubject::indicators_per_objective:
    case LimitSubject::weight_sum:
      return choices_complete(reading, root) &&
             (limit.strand.empty() || reading.incomplete.empty());
    case LimitSubject::common_with_target:
      return choices_complete(reading, root) && reading.incomplete.empty();
    case LimitSubject::with_target:
    case LimitSubject::target_pending:
    case LimitSubject::observed_only: {
      const int year = limit.year.value_or(reading.contract.first_year());
      return reading.period_known && year >= reading.contract.first_year() &&
             year <= reading.contract.last_year() && choices_complete(reading, root) &&
             reading.incomplete.empty();
    }
    case LimitSubject::strands: return root.child("strands").intact();
    default: return root.child("parties").exists() && root.child("parties").intact();
  }
}

// --- Report -------------------------------------------------------------------------------

Message name_of(const model::Limit& limit, const Counted& counted) {
  const std::string& objective = counted.objective;
  const int year = counted.year;
  switch (limit.subject) {
    case LimitSubject::duration_years: return message("contract years, whole or begun");
    case LimitSubject::objectives:
      return message("objectives with an indicator or an engagement, or of the contract's own");
    case LimitSubject::indicators: return message("indicators, without those of context");
    case LimitSubject::indicators_per_objective:
      return message("indicators of the objective \"{0}\"", objective);
    case LimitSubject::weight_sum:
      return message("the sum of the weights of the indicators of the objective \"{0}\"",
                     objective);
    case LimitSubject::common_with_target: return message("common indicators with a target");
    case LimitSubject::with_target: return message("indicators with a target for {0}", year);
    case LimitSubject::target_pending:
      return message("indicators whose target for {0} is pending", year);
    case LimitSubject::observed_only: return message("indicators only observed in {0}", year);
    case LimitSubject::strands: return message("strands");
    case LimitSubject::agency_parties: return message("agencies among the parties");
    case LimitSubject::establishment_parties: return message("establishments among the parties");
    case LimitSubject::coordination_service_parties:
      return message("coordination services among the parties");
    case LimitSubject::department_council_parties:
      return message("department councils among the parties");
  }
  return {};
}

Message bound_of(const model::Limit& limit) {
  if (limit.minimum == limit.maximum) return message("exactly {0}", limit.minimum.value_or(0));
  if (!limit.maximum) return message("at least {0}", limit.minimum.value_or(0));
  if (!limit.minimum) return message("at most {0}", *limit.maximum);
  return message("{0} to {1}", *limit.minimum, *limit.maximum);
}

Element place_of(const model::Limit& limit, const Element& root) {
  switch (limit.subject) {
    case LimitSubject::duration_years: return root;
    case LimitSubject::objectives:
    case LimitSubject::indicators:
    case LimitSubject::indicators_per_objective:
    case LimitSubject::weight_sum:
    case LimitSubject::common_with_target:
    case LimitSubject::with_target:
    case LimitSubject::target_pending:
    case LimitSubject::observed_only: return root.child("indicators");
    case LimitSubject::strands:
      return root.child("strands").exists() ? root.child("strands") : root;
    default: return root.child("parties");
  }
}

/// Sums of weights are not always exact.
bool respects(double number, const model::Limit& limit) {
  constexpr double tolerance = 1e-9;
  return number >= limit.minimum.value_or(0) - tolerance &&
         (!limit.maximum || number <= *limit.maximum + tolerance);
}

Message found(const model::Limit& limit, const Counted& counted) {
  const Message name = name_of(limit, counted);
  if (limit.strand.empty()) {
    return message("{0}: the contract has {1}, the model asks for {2}", name,
                   Figure{counted.number}, bound_of(limit));
  }
  return message("{0}: the strand \"{1}\" has {2}, the model asks for {3}", name, limit.strand,
                 Figure{counted.number}, bound_of(limit));
}

void check_limit(const ContractReading& reading, const model::Limit& limit, const Element& root) {
  if (!can_count(reading, root, limit)) return;
  const char* attribute = limit.subject == LimitSubject::duration_years ? "end" : "";
  for (const Counted& counted : count_of(reading, limit)) {
    if (respects(counted.number, limit)) continue;
    root.report({limit.severity, "contract.limit", place_of(limit, root).where(attribute),
                 found(limit, counted),
                 limit.source.empty()
                     ? message("the model says: {0}", limit.text)
                     : message("the model says: {0} ({1})", limit.text, limit.source)});
  }
}

}  // namespace

void check_limits(const ContractReading& reading, const Element& root) {
  for (const model::Limit& limit : reading.model.limits) check_limit(reading, limit, root);
}

}  // namespace cpom::xml
