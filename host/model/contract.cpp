#include "model/contract.hpp"

#include <algorithm>
#include <chrono>

namespace cpom::model {
namespace {

template <class Entry>
const Entry* find_by_id(const std::vector<Entry>& entries, std::string_view wanted) {
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [&](const Entry& entry) { return entry.id == wanted; });
  return found == entries.end() ? nullptr : &*found;
}

}  // namespace

const Pause* Selection::pause_on(Date day) const {
  const auto found = std::find_if(pauses.begin(), pauses.end(), [&](const Pause& pause) {
    return day >= pause.from && day <= pause.to;
  });
  return found == pauses.end() ? nullptr : &*found;
}

const Selection* Contract::selection(std::string_view code) const {
  const auto found = std::find_if(selections.begin(), selections.end(),
                                  [&](const Selection& s) { return s.indicator.code == code; });
  return found == selections.end() ? nullptr : &*found;
}

const Strand* Contract::strand(std::string_view wanted) const {
  return find_by_id(strands, wanted);
}

const Objective* Contract::objective(std::string_view wanted) const {
  return find_by_id(objectives, wanted);
}

const Engagement* Contract::engagement(std::string_view wanted) const {
  return find_by_id(engagements, wanted);
}

Date Contract::end_of_contract_year(int n) const {
  if (n >= contract_years()) return end;
  return day_before(plus_years(start, n));
}

int Contract::duration_years() const {
  int begun = 1;
  while (plus_years(start, begun) <= end) ++begun;
  return begun;
}

int Contract::contract_years() const {
  const int begun = duration_years();
  if (begun == 1) return 1;
  const bool whole = day_before(plus_years(start, begun)) == end;
  const Date former_end = day_before(plus_years(start, begun - 1));
  return !whole && year_of(former_end) == year_of(end) ? begun - 1 : begun;
}

int Contract::first_assessed_year() const {
  const int first = first_year();
  const auto has_target = [first](const Selection& selection) {
    return std::any_of(selection.targets.begin(), selection.targets.end(),
                       [first](const Target& target) { return target.year == first; });
  };
  const bool counts = std::any_of(selections.begin(), selections.end(), has_target);
  return counts ? first : std::min(calendar_year(1), last_year());
}

Date Contract::middle() const {
  const std::chrono::sys_days first{start};
  const std::chrono::sys_days after_last = std::chrono::sys_days{end} + std::chrono::days{1};
  return first + (after_last - first) / 2;
}

}  // namespace cpom::model
