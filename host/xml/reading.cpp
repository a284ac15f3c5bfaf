#include "xml/reading.hpp"

#include <algorithm>
#include <tuple>
#include <vector>

namespace cpom::xml {
namespace {

auto place(const Diagnostic& fault) {
  return std::tie(fault.where.file, fault.where.line, fault.where.column);
}

}  // namespace

void report_in_order(const Diagnostics& faults, Diagnostics& found) {
  std::vector<Diagnostic> sorted = faults.all();
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return place(a) < place(b); });
  for (Diagnostic& fault : sorted) found.add(std::move(fault));
}

}  // namespace cpom::xml
