/// The single checks; each adds what it finds.
#pragma once

#include <string>
#include <vector>

#include "analysis/rule_functions.hpp"
#include "analysis/subject.hpp"
#include "base/diagnostic.hpp"

namespace cpom::analysis {

/// Names that a file uses and that rules do not have: rule.unknown_name, rule.unavailable,
/// rule.constant, rule.unknown_field.
void check_names(const Source& source, const std::vector<std::string>& known, Diagnostics& found);

/// rule.unreachable: lines that no path leads to.
void check_unreachable(const Source& source, Diagnostics& found);

/// What a rule returns: rule.no_result, rule.no_reason, rule.result.
void check_results(const RuleFunction& rule, Diagnostics& found);

/// rule.unused_input: what a rule needs and never looks at.
void check_inputs(const RuleFunction& rule, Diagnostics& found);

/// Ids that a rule of statuses or of the weather returns: rule.unknown_status,
/// rule.unknown_weather, rule.status_never (note).
void check_ids(const RuleFunction& rule, Diagnostics& found);

/// Percentages taken for fractions, and thresholds that nothing can reach: rule.fraction,
/// rule.outside_bounds, parameter.fraction, parameter.outside_bounds.
void check_units(const RuleFunction& rule, const Subject& subject, Diagnostics& found);

/// indicator.count_decimals, indicator.percent_bounds.
void check_indicators(const Subject& subject, Diagnostics& found);

/// What rules need and nobody gives, and what is given and nobody needs: rule.unknown_input,
/// rule.unknown_parameter, parameter.unused, parameter.overridden (note).
void check_needs(const std::vector<RuleFunction>& rules, const Sources& sources,
                 const Subject& subject, Diagnostics& found);

/// rule.unknown_indicator, rule.unused (note).
void check_use(const Subject& subject, Diagnostics& found);

/// rule.overridden (note): a file of a plugin, a region or a contract that another goes before,
/// wherever it applies.
void check_overrides(const Sources& sources, const Subject& subject, Diagnostics& found);

/// package.unknown_model, package.applies_nowhere; in contracts that are made up, settings of two
/// writers and of locked parameters: parameter.duplicate, parameter.locked.
void check_scope(const Subject& subject, Diagnostics& found);

/// The findings with the severities that models give them. One that concerns several models is as
/// grave as for the strictest of them; an error stays one.
Diagnostics with_severities(const Diagnostics& found, const Subject& subject);

}  // namespace cpom::analysis
