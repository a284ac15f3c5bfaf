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
/// Reports with contract.value_of_unit yes or no for another unit, or a number other than 0 and 1
/// for yes or no; with contract.value_out_of_bounds a value that the indicator excludes.
void check_amount(const Element& element, const char* attribute, const model::Indicator& indicator);

// --- contract_parties.cpp -----------------------------------------------------------------

void read_parties(ContractReading& reading, const Element& parties);
void read_strands(ContractReading& reading, const Element& strands);

// --- contract_indicators.cpp --------------------------------------------------------------

void read_selections(ContractReading& reading, const Element& indicators);
/// An <indicator> or <add-indicator>.
void read_chosen(ContractReading& reading, const Element& element, const Origin& origin);

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

// --- contract_amendments.cpp --------------------------------------------------------------

void read_amendments(ContractReading& reading, const Element& amendments);

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
