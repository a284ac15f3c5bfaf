/// What the parts of the reader of a contract share, and the parts themselves.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "model/contract.hpp"
#include "model/contract_model.hpp"
#include "xml/declared.hpp"
#include "xml/element.hpp"

namespace cpom::xml {

/// A contract while it is read.
struct ContractReading {
  explicit ContractReading(const model::Model& made_on);

  const model::Model& model;
  model::Contract contract;
  /// False when start and end cannot be told: nothing is then compared with them.
  bool period_known = false;
  Declared strands;
  /// Codes of the model's indicators.
  Declared catalogue;
  /// The same, then the contract's own.
  Declared codes;
  Declared objectives;
  Declared territories;
  Declared groups;
  Declared missions;
  /// FINESS numbers of the parties and of their sites.
  Declared sites;
  Declared engagements;
  /// Index in contract.selections of each followed indicator.
  std::map<std::string, std::size_t, std::less<>> followed;
  /// Whether every choice of an indicator could be read.
  bool choices_known = true;
  /// Codes of indicators whose definition cannot be relied on, because it has faults.
  std::set<std::string, std::less<>> undefined;
  /// Codes of indicators whose targets and follow-ups could not all be read.
  std::set<std::string, std::less<>> incomplete;

  model::Selection* selection(std::string_view code);
  /// The definition of a followed indicator; nullptr when it cannot be relied on.
  const model::Indicator* definition(std::string_view code);
  /// Ids of the strands that \a strand means: all of them when empty.
  std::vector<std::string> meant_strands(const std::string& strand) const;
};

/// The text that set a target or chose an indicator: the contract itself, or an amendment.
struct Origin {
  std::string amendment;
  Date in_force;
  /// False when the day could not be read: `in_force` is then a mere stand-in.
  bool dated = true;
};

// --- contract_reading.cpp: what occurs everywhere -----------------------------------------

/// The strand an element names; empty: every strand. nullopt when there is no such strand, which
/// is reported, or when the name cannot be read.
std::optional<std::string> read_strand(const ContractReading& reading, const Element& element);
/// Reports a year outside the contract's period with \a code.
bool check_year(const ContractReading& reading, const Element& element, const char* attribute,
                const char* code);
/// Reports a contract year that the contract does not have.
bool check_contract_year(const ContractReading& reading, const Element& element);
/// The followed indicator that \a attribute names; nullptr, and reported, when there is none.
model::Selection* find_followed(ContractReading& reading, const Element& element,
                                const char* attribute);
/// The same for \a code, which is one of several in the attribute.
model::Selection* find_followed(ContractReading& reading, const Element& element,
                                const char* attribute, const std::string& code);
/// Whether an <end-…> tells on which day: by "on", or by the day of its amendment.
bool knows_last_day(const Element& element, const Origin& origin);
/// Reports an objective, mission or site that is not there.
void check_objective(const ContractReading& reading, const Element& element);
void check_mission(const ContractReading& reading, const Element& element);
void check_site(const ContractReading& reading, const Element& element);
/// Reports with contract.value_of_unit yes or no for another unit, or a number other than 0 and 1
/// for yes or no; with contract.value_out_of_bounds a value that the indicator excludes.
void check_amount(const Element& element, const char* attribute, const model::Indicator& indicator);

// --- contract_parties.cpp -----------------------------------------------------------------

void read_parties(ContractReading& reading, const Element& parties);

// --- contract_packages.cpp ----------------------------------------------------------------

void read_packages(ContractReading& reading, const Element& packages);

// --- contract_holders.cpp -----------------------------------------------------------------

void read_holders(ContractReading& reading, const Element& holders);

// --- contract_strands.cpp -----------------------------------------------------------------

void read_strands(ContractReading& reading, const Element& strands);

// --- contract_fundings.cpp ----------------------------------------------------------------

void read_fundings(ContractReading& reading, const Element& fundings);

// --- contract_objectives.cpp --------------------------------------------------------------

/// The contract's own, and those that its amendments add.
void read_own_objectives(ContractReading& reading, const Element& root);
void read_end_of_objective(ContractReading& reading, const Element& element, const Origin& origin);
/// The last day on which \a objective and all those above it are in force; nullopt when none of
/// them ends.
std::optional<Date> last_day_of(const model::Contract& contract, std::string_view objective);
/// The first day, likewise.
std::optional<Date> first_day_of(const model::Contract& contract, std::string_view objective);

// --- contract_indicators.cpp --------------------------------------------------------------

/// Those of \a root that no amendment brings.
void read_selections(ContractReading& reading, const Element& root);
/// An <indicator> or <add-indicator>.
void read_chosen(ContractReading& reading, const Element& element, const Origin& origin);
/// An <added-indicator> or <define-indicator>.
void read_added(ContractReading& reading, const Element& element, const Origin& origin);

// --- contract_figures.cpp -----------------------------------------------------------------

/// Baselines, targets and follow-ups of a newly followed indicator.
void read_figures(ContractReading& reading, const Element& element, model::Selection& selection,
                  const Origin& origin);

// --- contract_targets.cpp -----------------------------------------------------------------

/// Year, contract year or due date, and strand. nullopt, and reported, when they make no sense.
std::optional<model::Target> read_target_year(ContractReading& reading, const Element& element,
                                              const Origin& origin);
/// The same with value or bounds. \a indicator may be nullptr: they are then not checked against
/// it.
std::optional<model::Target> read_target(ContractReading& reading, const Element& element,
                                         const model::Indicator* indicator, const Origin& origin);

/// Days, both included.
struct Days {
  Date first;
  Date last;
};
/// Those of the contract that an element is about by its year, contract year or due date, which is
/// a day alone; nullopt when they cannot be told.
std::optional<Days> days_of_target(const ContractReading& reading, const Element& element);

// --- contract_amendments.cpp --------------------------------------------------------------

void read_amendments(ContractReading& reading, const Element& amendments);

// --- contract_same_day.cpp ----------------------------------------------------------------

/// Reports with contract.conflicting_amendments that an amendment ends an indicator with which
/// another one of the same day goes on.
void check_ends_of_one_day(const ContractReading& reading, const Element& amendments);

// --- contract_engagements.cpp -------------------------------------------------------------

void read_actions(ContractReading& reading, const Element& actions);
void read_engagements(ContractReading& reading, const Element& engagements);

// --- contract_decisions.cpp ---------------------------------------------------------------

void read_decisions(ContractReading& reading, const Element& decisions);
void read_observations(ContractReading& reading, const Element& observations);

// --- contract_checks.cpp ------------------------------------------------------------------

/// Every followed indicator has a target, or says why not, for each year and strand.
void check_targets_present(const ContractReading& reading, const Element& root);

// --- contract_limits.cpp ------------------------------------------------------------------

/// The contract respects the limits of its model, as it was signed.
void check_limits(const ContractReading& reading, const Element& root);

}  // namespace cpom::xml
