#include "engine/observations.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/names.hpp"
#include "base/number.hpp"
#include "base/text.hpp"

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
    if (!contract_year_known(observation)) return std::nullopt;
    compare_labels(selection->indicator, observation);
    suspect_fraction(*selection, observation);
    doubt_reception(observation);
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

  /// One code may mean two things in two generations of contracts.
  void compare_labels(const model::Indicator& indicator, const Observation& observation) {
    if (observation.label.empty() || same_words(observation.label, indicator.label)) return;
    if (!told_labels_.emplace(observation.indicator, observation.label).second) return;
    found_.warning("observation.other_label", observation.where,
                   message("the file calls \"{0}\" “{1}”, the contract “{2}”", indicator.code,
                           observation.label, indicator.label),
                   message("make sure that the values are not of another generation's indicator "
                           "with this code"));
  }

  /// 0,72 supplied where every target is some 70 %: taken as it stands, but hardly meant so.
  void suspect_fraction(const Selection& selection, const Observation& observation) {
    constexpr double least_usual = 5;
    const bool is_share = selection.indicator.unit == "percent" && observation.component.empty() &&
                          observation.value && *observation.value > 0 && *observation.value <= 1;
    if (!is_share || selection.targets.empty()) return;
    const auto is_usual = [](const model::Target& target) {
      const auto low = target.value ? target.value : target.minimum;
      return target.ended || (low && *low >= least_usual);
    };
    if (!std::all_of(selection.targets.begin(), selection.targets.end(), is_usual)) return;
    found_.warning("observation.fraction", observation.where,
                   message("{0} is taken as {0} %, and all targets of \"{1}\" are {2} % or more",
                           Figure{*observation.value}, observation.indicator, Figure{least_usual}),
                   message("if a share was meant, write it in percent: {0}",
                           Figure{round_half_away(100 * *observation.value, 6)}));
  }

  void doubt_reception(const Observation& observation) {
    if (!observation.received || observation.year == 0) return;
    if (year_of(*observation.received) >= observation.year) return;
    found_.warning("observation.received_early", observation.where,
                   message("the value of \"{0}\" for {1} was received on {2}, before that year",
                           observation.indicator, observation.year, *observation.received),
                   message("correct the year, or the day of reception"));
  }

  bool contract_year_known(const Observation& observation) {
    if (observation.contract_year <= contract_.contract_years()) return true;
    found_.error("observation.contract_year", observation.where,
                 message("year N{0}, but the contract has N1 to N{1}", observation.contract_year,
                         contract_.contract_years()),
                 message("write one of these, or a calendar year"));
    return false;
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
  std::set<std::pair<std::string, std::string>> told_labels_;
};

Date day_spoken_of(const Contract& contract, const Observation& observation, int year) {
  if (observation.reference) return *observation.reference;
  if (observation.contract_year > 0) {
    return contract.end_of_contract_year(observation.contract_year);
  }
  return make_date(year, 12, 31);
}

}  // namespace

bool same_figures(const Observation& left, const Observation& right) {
  return left.value == right.value && left.numerator == right.numerator &&
         left.denominator == right.denominator;
}

ObservationIndex::ObservationIndex(const Model& model, const Contract& contract,
                                   const std::vector<Observation>& observations,
                                   Diagnostics& found) {
  Admission admission(model, contract, found);
  const auto take = [&](const Observation& observation) {
    const auto year = admission.year_of_admitted(observation);
    if (!year) {
      const bool refused = contract.selection(observation.indicator) != nullptr;
      if (refused) unplaced_.emplace(observation.indicator, found.all().back());
      return;
    }
    if (observation.received) latest_date_ = std::max(latest_date_, observation.received);
    if (*year == 0) {
      if (!observation.faults.empty()) {
        unplaced_.emplace(observation.indicator, observation.faults.front());
      }
      return;
    }
    const Date on =
        observation.received ? *observation.received : day_spoken_of(contract, observation, *year);
    by_key_[{observation.strand, observation.indicator, observation.component, *year}].push_back(
        {&observation, on});
    if (*year <= contract.last_year()) latest_year_ = std::max(latest_year_, *year);
  };
  for (const Observation& observation : contract.observations) take(observation);
  for (const Observation& observation : observations) {
    if (observation.contract.empty() || observation.contract == contract.id) take(observation);
  }
  for (auto& [key, list] : by_key_) {
    std::reverse(list.begin(), list.end());
    // An unset date of reception is the earliest: such a value gives way to any that has one.
    std::stable_sort(list.begin(), list.end(), [](const Known& left, const Known& right) {
      return left.observation->received > right.observation->received;
    });
  }
  refuse_conflicts(found);
  miss_strands(model, contract, found);
}

void ObservationIndex::miss_strands(const Model& model, const Contract& contract,
                                    Diagnostics& found) const {
  const auto has_values = [this](const model::Strand& strand) {
    const auto at = by_key_.lower_bound(Key{strand.id, "", "", 0});
    return at != by_key_.end() && std::get<0>(at->first) == strand.id;
  };
  if (std::none_of(contract.strands.begin(), contract.strands.end(), has_values)) return;
  constexpr std::string_view code = "contract.strand_without_values";
  const auto set = model.severities.find(code);
  for (const model::Strand& strand : contract.strands) {
    if (has_values(strand)) continue;
    found.add({set == model.severities.end() ? Severity::warning : set->second, std::string(code),
               strand.where, message("no value at all is given for the strand \"{0}\"", strand.id),
               message("give its values, or let the strand end")});
  }
}

void ObservationIndex::refuse_conflicts(Diagnostics& found) {
  for (const auto& [key, list] : by_key_) {
    for (std::size_t i = 1; i < list.size(); ++i) {
      const Observation& last = *list[i - 1].observation;
      const Observation& former = *list[i].observation;
      const bool told_already = !last.faults.empty() || !former.faults.empty();
      if (last.received != former.received || same_figures(last, former) || told_already) continue;
      const Diagnostic fault{
          Severity::error, "observation.conflict", last.where,
          message("two values of \"{0}\" for one year, and no date says which came later: the "
                  "other is at {1}",
                  last.indicator, text_of(former.where)),
          message("give each its own date of reception, or keep one")};
      found.add(fault);
      conflicts_.emplace(&last, fault);
      conflicts_.emplace(&former, fault);
    }
  }
}

std::vector<const Observation*> ObservationIndex::known(std::string_view strand,
                                                        std::string_view indicator,
                                                        std::string_view component, int year,
                                                        Date as_of) const {
  const auto found = by_key_.find(Key{strand, indicator, component, year});
  if (found == by_key_.end()) return {};
  std::vector<const Observation*> known;
  for (const auto& [observation, on] : found->second) {
    if (on <= as_of) known.push_back(observation);
  }
  return known;
}

const Diagnostic* ObservationIndex::unplaced(std::string_view indicator) const {
  const auto found = unplaced_.find(indicator);
  return found == unplaced_.end() ? nullptr : &found->second;
}

const Diagnostic* ObservationIndex::conflict(const Observation& observation) const {
  const auto found = conflicts_.find(&observation);
  return found == conflicts_.end() ? nullptr : &found->second;
}

}  // namespace cpom::engine
