#include <algorithm>
#include <utility>

#include "xml/contract_reading.hpp"
#include "xml/grammar.hpp"

namespace cpom::xml {
namespace {

/// A year that is assessed, its first day, and the day on which it is complete.
struct AssessedYear {
  int year;
  Date first_day;
  Date last_day;
};

std::vector<AssessedYear> assessed_years(const model::Contract& contract,
                                         const model::Selection& selection) {
  const bool by_contract_year =
      std::any_of(selection.targets.begin(), selection.targets.end(),
                  [](const model::Target& target) { return target.contract_year > 0; });
  std::vector<AssessedYear> years;
  if (by_contract_year) {
    for (int n = 1; n <= contract.contract_years(); ++n) {
      const Date first = n == 1 ? contract.start : day_after(contract.end_of_contract_year(n - 1));
      years.push_back({contract.calendar_year(n), first, contract.end_of_contract_year(n)});
    }
  } else {
    for (int year = contract.first_year(); year <= contract.last_year(); ++year) {
      years.push_back({year, std::max(make_date(year, 1, 1), contract.start),
                       std::min(make_date(year, 12, 31), contract.end)});
    }
  }
  return years;
}

bool applies_in(const model::Contract& contract, const model::Selection& selection,
                const AssessedYear& assessed) {
  const model::Indicator& indicator = selection.indicator;
  const Date last_day = assessed.last_day;
  return last_day >= first_day_of(contract, indicator.objective).value_or(last_day) &&
         last_day <= last_day_of(contract, indicator.objective).value_or(last_day) &&
         selection.pause_on(last_day) == nullptr &&
         assessed.year >= indicator.first_year.value_or(assessed.year) &&
         assessed.year <= indicator.last_year.value_or(assessed.year) &&
         last_day >= selection.followed_from &&
         last_day <= selection.followed_to.value_or(last_day);
}

/// Whether a part of the year is a part of the strand's time.
bool is_in(const model::Strand& strand, const AssessedYear& assessed) {
  return assessed.last_day >= strand.from.value_or(assessed.last_day) &&
         assessed.first_day <= strand.to.value_or(assessed.first_day);
}

bool applies_to(const ContractReading& reading, const model::Indicator& indicator,
                const model::Strand& strand) {
  if (indicator.territory.empty()) return true;
  const model::Territory* territory = reading.model.territory(indicator.territory);
  const std::string& region = strand.region.empty() ? reading.contract.region : strand.region;
  // Without one or the other it is not known, and said elsewhere.
  if (territory == nullptr || region.empty()) return false;
  const auto& regions = territory->regions;
  return std::find(regions.begin(), regions.end(), region) != regions.end();
}

bool speaks_of(const std::string& stated, const model::Strand& strand) {
  return stated.empty() || stated == strand.id;
}

/// Whether a target counts for the year, an ended one too: that it ended was decided.
bool has_target(const model::Selection& selection, const model::Strand& strand, int year) {
  return std::any_of(
      selection.targets.begin(), selection.targets.end(), [&](const model::Target& target) {
        return speaks_of(target.strand, strand) && (target.due.has_value() || target.year == year);
      });
}

bool is_followed_without(const model::Selection& selection, const model::Strand& strand, int year) {
  return std::any_of(selection.follow_ups.begin(), selection.follow_ups.end(),
                     [&](const model::FollowUp& follow_up) {
                       return speaks_of(follow_up.strand, strand) &&
                              year >= follow_up.first_year.value_or(year) &&
                              year <= follow_up.last_year.value_or(year);
                     });
}

std::string missing_years(const ContractReading& reading, const model::Selection& selection,
                          const model::Strand& strand) {
  if (!applies_to(reading, selection.indicator, strand)) return {};
  std::string missing;
  for (const AssessedYear& assessed : assessed_years(reading.contract, selection)) {
    if (!applies_in(reading.contract, selection, assessed) || !is_in(strand, assessed) ||
        has_target(selection, strand, assessed.year) ||
        is_followed_without(selection, strand, assessed.year)) {
      continue;
    }
    if (!missing.empty()) missing += ", ";
    missing += std::to_string(assessed.year);
  }
  return missing;
}

Message target_missing(const model::Selection& selection, const model::Strand& strand,
                       const std::string& years) {
  const std::string& code = selection.indicator.code;
  if (strand.id.empty()) {
    return message("the indicator \"{0}\" has no target for {1}", code, years);
  }
  return message("the indicator \"{0}\" has no target for {1} in the strand \"{2}\"", code, years,
                 strand.id);
}

void check_selection(const ContractReading& reading, const model::Selection& selection,
                     const Element& root) {
  for (const model::Strand& strand : reading.contract.strands) {
    const std::string years = missing_years(reading, selection, strand);
    if (years.empty()) continue;
    root.report({Severity::error, "contract.target_missing", selection.where,
                 target_missing(selection, strand, years),
                 message("add the targets, or say <observed-only/> or <target-pending/>")});
  }
}

/// Whether the parts that tell of targets could be read: a misspelled one may hold them.
bool parts_known(const Element& root) {
  const std::vector<Element> parts = root.children();
  const ElementRule& rule = contract_grammar().root();
  return root.child("strands").intact() && root.child("amendments").intact() &&
         std::all_of(parts.begin(), parts.end(), [&](const Element& part) {
           return rule.slot_of(part.name()) < rule.content.size();
         });
}

}  // namespace

void check_targets_present(const ContractReading& reading, const Element& root) {
  if (!reading.period_known || !parts_known(root)) return;
  for (const model::Selection& selection : reading.contract.selections) {
    const std::string& code = selection.indicator.code;
    const bool judged = selection.indicator.kind != model::IndicatorKind::context;
    const bool known = !reading.incomplete.contains(code) && !reading.undefined.contains(code);
    if (judged && known) check_selection(reading, selection, root);
  }
}

}  // namespace cpom::xml
