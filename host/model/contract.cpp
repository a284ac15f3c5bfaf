#include "model/contract.hpp"

#include <algorithm>

namespace cpom::model {

const Selection* Contract::selection(std::string_view code) const {
  const auto found = std::find_if(selections.begin(), selections.end(),
                                  [&](const Selection& s) { return s.indicator.code == code; });
  return found == selections.end() ? nullptr : &*found;
}

const Strand* Contract::strand(std::string_view wanted) const {
  const auto found = std::find_if(strands.begin(), strands.end(),
                                  [&](const Strand& strand) { return strand.id == wanted; });
  return found == strands.end() ? nullptr : &*found;
}

Date Contract::end_of_contract_year(int n) const {
  return std::min(day_before(plus_years(start, n)), end);
}

int Contract::contract_years() const {
  int begun = 1;
  while (plus_years(start, begun) <= end) ++begun;
  return begun;
}

}  // namespace cpom::model
