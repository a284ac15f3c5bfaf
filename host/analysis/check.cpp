#include "analysis/check.hpp"

#include <algorithm>
#include <tuple>

#include "analysis/checks.hpp"

namespace cpom::analysis {
namespace {

/// The name a finding is about: the second part of its sentence.
const std::string* name_in(const Diagnostic& finding) {
  if (finding.what.arguments.size() < 2) return nullptr;
  return std::get_if<std::string>(&finding.what.arguments[1]);
}

/// Whether \a known, found by reading, tells what \a found, met by running, tells.
bool is_same(const Diagnostic& known, const Diagnostic& found) {
  if (known.code != found.code || known.where.file != found.where.file) return false;
  if (known.code == "rule.unknown_indicator") return false;
  if (known.where.line == found.where.line) return true;
  const bool is_need = known.code == "rule.unknown_input" || known.code == "rule.unknown_parameter";
  const std::string* one = name_in(known);
  const std::string* other = name_in(found);
  return is_need && one != nullptr && other != nullptr && *one == *other;
}

Diagnostics each_once(const Diagnostics& found) {
  std::vector<Diagnostic> all = found.all();
  std::stable_sort(all.begin(), all.end(), [](const Diagnostic& one, const Diagnostic& other) {
    return std::tie(one.where.file, one.where.line) < std::tie(other.where.file, other.where.line);
  });
  Diagnostics once;
  for (const Diagnostic& finding : all) {
    const auto& told = once.all();
    if (std::find(told.begin(), told.end(), finding) == told.end()) once.add(finding);
  }
  return once;
}

}  // namespace

Diagnostics check(const Subject& subject) {
  Diagnostics found;
  Sources sources(*subject.packages);
  for (const Source& source : sources.all()) {
    check_names(source, sources.names(), found);
    check_unreachable(source, found);
  }
  std::vector<RuleFunction> rules;
  for (const Context& context : subject.contexts) {
    const auto more = sources.functions(context);
    rules.insert(rules.end(), more.begin(), more.end());
  }
  for (const RuleFunction& rule : rules) {
    check_results(rule, found);
    check_inputs(rule, found);
    check_ids(rule, found);
    check_units(rule, subject, found);
  }
  check_indicators(subject, found);
  check_needs(rules, sources, subject, found);
  check_use(subject, found);
  check_overrides(sources, subject, found);
  check_scope(subject, found);
  return each_once(with_severities(found, subject));
}

Diagnostics merged(const Diagnostics& before, const Diagnostics& more) {
  Diagnostics all;
  for (const Diagnostic& finding : before.all()) {
    const bool told = std::any_of(more.all().begin(), more.all().end(),
                                  [&](const Diagnostic& each) { return is_same(each, finding); });
    if (!told) all.add(finding);
  }
  for (const Diagnostic& finding : more.all()) {
    const bool told =
        std::any_of(before.all().begin(), before.all().end(), [&](const Diagnostic& each) {
          if (!(each.where == finding.where)) return false;
          return finding.code == "rule.unknown_indicator"
                     ? each.code == finding.code
                     : finding.code == "parameter.unused" && each.code == "parameter.unknown";
        });
    if (!told) all.add(finding);
  }
  return all;
}

}  // namespace cpom::analysis
