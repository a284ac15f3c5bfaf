#include "engine/observations.hpp"

#include <algorithm>

#include "base/names.hpp"

namespace cpom::engine {
namespace {

using model::Contract;
using model::Model;
using model::Observation;
using model::Selection;

std::vector<std::string> codes_of(const Contract& contract) {
  std::vector<std::string> codes;
  for (const Selection& selection : contract.selections) codes.push_back(selection.indicator.code);
  return codes;
}

std::vector<std::string> ids_of(const std::vector<model::Strand>& strands) {
  std::vector<std::string> ids;
  for (const model::Strand& strand : strands) ids.push_back(strand.id);
  return ids;
}

std::vector<std::string> ids_of(const std::vector<model::Component>& components) {
  std::vector<std::string> ids;
  for (const model::Component& component : components) ids.push_back(component.id);
  return ids;
}

/// Tells whether an observation can be attached to something of the contract, and what it is not.
class Admission {
 public:
  Admission(const Model& model, const Contract& contract, Diagnostics& found)
      : model_(model), contract_(contract), found_(found), codes_(codes_of(contract)) {}

  /// Calendar year of an admitted observation; 0 when its year could not be read; nullopt when
  /// it is refused.
  std::optional<int> year_of_admitted(const Observation& observation) {
    const Selection* selection = selection_of(observation);
    if (selection == nullptr) return std::nullopt;
    if (!strand_known(observation) || !component_known(*selection, observation)) {
      return std::nullopt;
    }
    const int year = observation.contract_year > 0
                         ? contract_.calendar_year(observation.contract_year)
                         : observation.year;
    if (year == 0) return 0;
    if (outside(year)) {
      found_.warning(
          "observation.outside_period", observation.where,
          message("value of \"{0}\" for {1}, outside the period of the contract "
                  "({2}-{3})",
                  observation.indicator, year, contract_.first_year(), contract_.last_year()),
          message("it is used as an earlier or later value only"));
    }
    return year;
  }

 private:
  bool outside(int year) const {
    return year < contract_.first_year() - 1 || year > contract_.last_year();
  }

  const Selection* selection_of(const Observation& observation) {
    const Selection* selection = contract_.selection(observation.indicator);
    if (selection != nullptr) return selection;
    if (model_.indicator(observation.indicator) != nullptr) {
      found_.note("observation.not_selected", observation.where,
                  message("\"{0}\" is in the catalogue but the contract does not follow it: its "
                          "value is not used",
                          observation.indicator));
    } else {
      found_.error("observation.unknown_indicator", observation.where,
                   message("no indicator \"{0}\"", observation.indicator),
                   suggestion(observation.indicator, codes_));
    }
    return nullptr;
  }

  bool strand_known(const Observation& observation) {
    if (contract_.strand(observation.strand) != nullptr) return true;
    const std::vector<std::string> ids = ids_of(contract_.strands);
    if (observation.strand.empty()) {
      found_.error("observation.strand_missing", observation.where,
                   message("the value of \"{0}\" does not say which strand it belongs to",
                           observation.indicator),
                   suggestion("", ids));
    } else if (ids == std::vector<std::string>{""}) {
      found_.error("observation.unknown_strand", observation.where,
                   message("strand \"{0}\", but the contract has no strands", observation.strand),
                   message("leave the strand empty"));
    } else {
      found_.error("observation.unknown_strand", observation.where,
                   message("no strand \"{0}\"", observation.strand),
                   suggestion(observation.strand, ids));
    }
    return false;
  }

  bool component_known(const Selection& selection, const Observation& observation) {
    if (observation.component.empty()) return true;
    const std::vector<std::string> ids = ids_of(selection.indicator.components);
    if (std::find(ids.begin(), ids.end(), observation.component) != ids.end()) return true;
    const Message remedy = ids.empty() ? message("this indicator has no components")
                                       : suggestion(observation.component, ids);
    found_.error(
        "observation.unknown_component", observation.where,
        message("no component \"{0}\" in \"{1}\"", observation.component, observation.indicator),
        remedy);
    return false;
  }

  const Model& model_;
  const Contract& contract_;
  Diagnostics& found_;
  std::vector<std::string> codes_;
};

bool later(const Observation* left, const Observation* right) {
  return left->received > right->received;  // unset: known from the start, so earliest
}

}  // namespace

ObservationIndex::ObservationIndex(const Model& model, const Contract& contract,
                                   const std::vector<Observation>& observations,
                                   Diagnostics& found) {
  Admission admission(model, contract, found);
  const auto take = [&](const Observation& observation) {
    const auto year = admission.year_of_admitted(observation);
    if (!year) return;
    if (observation.received) latest_date_ = std::max(latest_date_, observation.received);
    if (*year == 0) {
      undated_.emplace(observation.indicator, &observation);
      return;
    }
    by_key_[{observation.strand, observation.indicator, observation.component, *year}].push_back(
        &observation);
    if (*year <= contract.last_year()) latest_year_ = std::max(latest_year_, *year);
  };
  for (const Observation& observation : contract.observations) take(observation);
  for (const Observation& observation : observations) {
    if (observation.contract.empty() || observation.contract == contract.id) take(observation);
  }
  for (auto& [key, list] : by_key_) {
    std::reverse(list.begin(), list.end());
    std::stable_sort(list.begin(), list.end(), later);
  }
}

std::vector<const Observation*> ObservationIndex::known(std::string_view strand,
                                                        std::string_view indicator,
                                                        std::string_view component, int year,
                                                        Date as_of) const {
  const auto found = by_key_.find(Key{strand, indicator, component, year});
  if (found == by_key_.end()) return {};
  std::vector<const Observation*> known;
  for (const Observation* observation : found->second) {
    if (!observation->received || *observation->received <= as_of) known.push_back(observation);
  }
  return known;
}

std::vector<const Observation*> ObservationIndex::undated(std::string_view indicator) const {
  std::vector<const Observation*> list;
  const auto [begin, end] = undated_.equal_range(indicator);
  for (auto at = begin; at != end; ++at) list.push_back(at->second);
  return list;
}

}  // namespace cpom::engine
