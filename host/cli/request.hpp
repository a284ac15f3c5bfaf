/// Which years and date an evaluation is made for, and which results count as findings.
#pragma once

#include <string>
#include <vector>

#include "cli/binding.hpp"
#include "cli/options.hpp"
#include "engine/evaluation.hpp"
#include "engine/evaluator.hpp"

namespace cpom::cli {

/// Throws Error (usage.year_outside) for a year that is not of the contract.
void require_year(int year, const model::Contract& contract);

/// The years and date asked for; what is not asked for is taken from the input. Throws Error
/// (usage.year_outside) for a year that is not of the contract, and (usage.no_term) for a term of a
/// contract whose model has none.
engine::Request request_for(const BoundContract& bound, const Options& options);

/// Throws Error (usage.unknown_status) unless every word of --fail-on is a status of a model or
/// the code of an outcome.
void check_fail_on(const Options& options, const std::vector<LoadedContract>& contracts);

/// Results that --fail-on is about: by what a person retained, otherwise by what is proposed.
std::vector<const engine::Result*> matching(const std::vector<engine::Evaluation>& evaluations,
                                            const std::vector<std::string>& fail_on);

}  // namespace cpom::cli
