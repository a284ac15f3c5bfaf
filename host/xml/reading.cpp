#include "xml/reading.hpp"

#include <algorithm>
#include <vector>

namespace cpom::xml {

void report_in_order(const Diagnostics& faults, Diagnostics& found) {
  std::vector<Diagnostic> sorted = faults.all();
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.where < b.where; });
  for (Diagnostic& fault : sorted) found.add(std::move(fault));
}

}  // namespace cpom::xml
