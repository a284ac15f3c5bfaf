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

Diagnostics in_order(const Diagnostics& faults, const Severities& severities) {
  std::vector<Diagnostic> sorted = faults.all();
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return place(a) < place(b); });
  Diagnostics told;
  for (Diagnostic& fault : sorted) {
    const auto severity = severities.find(fault.code);
    if (severity != severities.end()) fault.severity = severity->second;
    told.add(std::move(fault));
  }
  return told;
}

}  // namespace cpom::xml
