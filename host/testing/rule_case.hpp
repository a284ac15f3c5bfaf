/// One call of one rule.
#pragma once

#include <string>
#include <vector>

#include "engine/rules.hpp"
#include "testing/case.hpp"
#include "testing/ground.hpp"

namespace cpom::testing {

/// The arguments for \a rule: what the case gives, and for parameters what it does not give from
/// the settings of the layers. Names of inputs that are needed and not given go to \a missing.
std::vector<engine::Value> arguments_of(const engine::Rule& rule,
                                        const std::vector<GivenInput>& given, const Ground& ground,
                                        std::vector<std::string>& missing,
                                        CallObserver* observer = nullptr);

/// test.missing_input: the rule would not even be called.
Diagnostic missing_input(const engine::Rule& rule, const std::string& name, Position where);

/// Runs the case; sets what differs.
void run_rule_case(const Case& one, const script::Package& tested, Bench& bench,
                   CaseResult& result);

}  // namespace cpom::testing
