// How grave a finding is for the models that it concerns.
#include <algorithm>
#include <optional>

#include "analysis/checks.hpp"

namespace cpom::analysis {
namespace {

/// Whether \a finding is about something that \a context holds.
bool concerns(const Context& context, const std::string& file) {
  if (file == context.model->where.file || file == context.contract->where.file) return true;
  return std::any_of(context.packages.begin(), context.packages.end(),
                     [&](const script::Package* package) {
                       return file.starts_with((package->folder / "").string());
                     });
}

}  // namespace

Diagnostics with_severities(const Diagnostics& found, const Subject& subject) {
  Diagnostics all;
  for (Diagnostic finding : found.all()) {
    std::optional<Severity> gravest;
    for (const Context& context : subject.contexts) {
      if (finding.severity == Severity::error || !concerns(context, finding.where.file)) continue;
      const auto& severities = context.model->severities;
      const auto set = severities.find(finding.code);
      const Severity here = set == severities.end() ? finding.severity : set->second;
      gravest = std::max(gravest.value_or(here), here);
    }
    finding.severity = gravest.value_or(finding.severity);
    all.add(std::move(finding));
  }
  return all;
}

}  // namespace cpom::analysis
