#include "cli/attribution.hpp"

#include <algorithm>
#include <map>

#include "base/names.hpp"

namespace cpom::cli {
namespace {

using model::Observation;

/// The first of some observations, and how many they are.
struct Rows {
  const Observation* first = nullptr;
  long count = 0;

  void add(const Observation& observation) {
    if (first == nullptr) first = &observation;
    ++count;
  }
};

void tell_missing(const std::map<std::string, Rows>& by_file, Diagnostics& found) {
  for (const auto& [file, rows] : by_file) {
    found.error("observation.contract_missing", rows.first->where,
                plural_message("{0} value does not say which contract it belongs to",
                               "{0} values do not say which contract they belong to", rows.count,
                               rows.count),
                message("several contracts are evaluated: fill in the column \"contract\""));
  }
}

Diagnostic missing_contract(const Observation& observation) {
  return {Severity::error,
          "observation.contract_missing",
          observation.where,
          message("the value does not say which contract it belongs to"),
          {}};
}

void tell_others(const std::map<std::string, Rows>& by_contract,
                 const std::vector<std::string>& contract_ids, Diagnostics& found) {
  long others = 0;
  for (const auto& [id, rows] : by_contract) {
    const std::string meant = nearest_name(id, contract_ids);
    if (meant.empty()) {
      others += rows.count;
      continue;
    }
    found.warning("observation.unknown_contract", rows.first->where,
                  plural_message("{0} value is for contract \"{1}\", which is not evaluated",
                                 "{0} values are for contract \"{1}\", which is not evaluated",
                                 rows.count, rows.count, id),
                  message("did you mean \"{0}\"?", meant));
  }
  if (others == 0) return;
  found.note(
      "observation.other_contract", {},
      plural_message("{0} value is for a contract that is not evaluated here",
                     "{0} values are for contracts that are not evaluated here", others, others));
}

}  // namespace

void check_attribution(std::vector<Observation>& observations,
                       const std::vector<std::string>& contract_ids, Diagnostics& found) {
  std::map<std::string, Rows> missing;
  std::map<std::string, Rows> unknown;
  for (Observation& observation : observations) {
    const std::string& id = observation.contract;
    if (id.empty()) {
      if (contract_ids.size() < 2) continue;
      missing[observation.where.file].add(observation);
      observation.faults.push_back(missing_contract(observation));
    } else if (std::find(contract_ids.begin(), contract_ids.end(), id) == contract_ids.end()) {
      unknown[id].add(observation);
    }
  }
  tell_missing(missing, found);
  tell_others(unknown, contract_ids, found);
}

}  // namespace cpom::cli
