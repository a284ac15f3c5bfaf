#include <algorithm>
#include <set>
#include <utility>

#include "xml/contract_reading.hpp"

namespace cpom::xml {
namespace {

using model::LimitSubject;

/// As signed: not by an amendment, nor of context.
bool counts(const model::Selection& selection) {
  return selection.added_by.empty() && selection.indicator.kind != model::IndicatorKind::context;
}

bool has_target_for(const model::Selection& selection, int year) {
  return std::any_of(
      selection.targets.begin(), selection.targets.end(),
      [&](const model::Target& target) { return target.amendment.empty() && target.year == year; });
}

bool is_followed_as(const model::Selection& selection, model::FollowUp::Kind kind, int year) {
  return std::any_of(selection.follow_ups.begin(), selection.follow_ups.end(),
                     [&](const model::FollowUp& follow_up) {
                       return follow_up.kind == kind &&
                              year >= follow_up.first_year.value_or(year) &&
                              year <= follow_up.last_year.value_or(year);
                     });
}

/// As what the indicator counts for the year. Once only, also when its strands differ, so that
/// the three numbers add up to the indicators.
std::optional<LimitSubject> subject_of(const model::Selection& selection, int year) {
  if (has_target_for(selection, year)) return LimitSubject::with_target;
  if (is_followed_as(selection, model::FollowUp::Kind::target_pending, year)) {
    return LimitSubject::target_pending;
  }
  if (is_followed_as(selection, model::FollowUp::Kind::observed, year)) {
    return LimitSubject::observed_only;
  }
  return std::nullopt;
}

template <class Condition>
long count_selections(const model::Contract& contract, Condition holds) {
  return std::count_if(
      contract.selections.begin(), contract.selections.end(),
      [&](const model::Selection& selection) { return counts(selection) && holds(selection); });
}

long count_objectives(const model::Contract& contract) {
  std::set<std::string> objectives;
  for (const model::Selection& selection : contract.selections) {
    if (counts(selection)) objectives.insert(selection.indicator.objective);
  }
  return static_cast<long>(objectives.size());
}

long count_parties(const model::Contract& contract, model::PartyKind kind) {
  return std::count_if(contract.parties.begin(), contract.parties.end(),
                       [kind](const model::Party& party) { return party.kind == kind; });
}

/// A contract without strands has one that nobody wrote.
long count_strands(const model::Contract& contract) {
  return std::count_if(contract.strands.begin(), contract.strands.end(),
                       [](const model::Strand& strand) { return !strand.id.empty(); });
}

long count_of(const model::Contract& contract, const model::Limit& limit) {
  switch (limit.subject) {
    case LimitSubject::duration_years: return contract.contract_years();
    case LimitSubject::objectives: return count_objectives(contract);
    case LimitSubject::indicators:
      return count_selections(contract, [](const model::Selection&) { return true; });
    case LimitSubject::with_target:
    case LimitSubject::target_pending:
    case LimitSubject::observed_only:
      return count_selections(contract, [&](const model::Selection& selection) {
        return subject_of(selection, limit.year.value_or(0)) == limit.subject;
      });
    case LimitSubject::strands: return count_strands(contract);
    case LimitSubject::agency_parties: return count_parties(contract, model::PartyKind::agency);
    case LimitSubject::establishment_parties:
      return count_parties(contract, model::PartyKind::establishment);
    case LimitSubject::coordination_service_parties:
      return count_parties(contract, model::PartyKind::coordination_service);
    case LimitSubject::department_council_parties:
      return count_parties(contract, model::PartyKind::department_council);
  }
  return 0;
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
  switch (limit.subject) {
    case LimitSubject::duration_years: return reading.period_known;
    case LimitSubject::objectives:
    case LimitSubject::indicators: return choices_complete(reading, root);
    case LimitSubject::with_target:
    case LimitSubject::target_pending:
    case LimitSubject::observed_only: {
      const int year = limit.year.value_or(0);
      return reading.period_known && year >= reading.contract.first_year() &&
             year <= reading.contract.last_year() && choices_complete(reading, root) &&
             reading.incomplete.empty();
    }
    case LimitSubject::strands: return root.child("strands").intact();
    default: return root.child("parties").exists() && root.child("parties").intact();
  }
}

// --- Report -------------------------------------------------------------------------------

Message name_of(const model::Limit& limit) {
  const int year = limit.year.value_or(0);
  switch (limit.subject) {
    case LimitSubject::duration_years: return message("contract years, whole or begun");
    case LimitSubject::objectives: return message("objectives with an indicator");
    case LimitSubject::indicators: return message("indicators, without those of context");
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
    case LimitSubject::with_target:
    case LimitSubject::target_pending:
    case LimitSubject::observed_only: return root.child("indicators");
    case LimitSubject::strands:
      return root.child("strands").exists() ? root.child("strands") : root;
    default: return root.child("parties");
  }
}

void check_limit(const ContractReading& reading, const model::Limit& limit, const Element& root) {
  if (!can_count(reading, root, limit)) return;
  const long count = count_of(reading.contract, limit);
  if (count >= limit.minimum.value_or(0) && (!limit.maximum || count <= *limit.maximum)) return;
  const char* attribute = limit.subject == LimitSubject::duration_years ? "end" : "";
  root.report({limit.severity, "contract.limit", place_of(limit, root).where(attribute),
               message("{0}: the contract has {1}, the model asks for {2}", name_of(limit), count,
                       bound_of(limit)),
               limit.source.empty()
                   ? message("the model says: {0}", limit.text)
                   : message("the model says: {0} ({1})", limit.text, limit.source)});
}

}  // namespace

void check_limits(const ContractReading& reading, const Element& root) {
  for (const model::Limit& limit : reading.model.limits) check_limit(reading, limit, root);
}

}  // namespace cpom::xml
