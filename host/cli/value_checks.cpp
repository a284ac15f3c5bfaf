#include "cli/value_checks.hpp"

#include "cli/findings.hpp"
#include "engine/evaluator.hpp"

namespace cpom::cli {
namespace {

/// Later than any value can be received.
constexpr Date end_of_time{std::chrono::year{9999}, std::chrono::month{12}, std::chrono::day{31}};

engine::Request all_years_of(const model::Contract& contract) {
  engine::Request request;
  request.as_of = end_of_time;
  for (int year = contract.first_year(); year <= contract.last_year(); ++year) {
    request.years.push_back(year);
  }
  return request;
}

/// Faults that the reader of values told already are not told again.
bool is_told(const Diagnostics& found, const engine::Result& result) {
  for (const Diagnostic& known : found.all()) {
    if (known.where == result.reason_at && known.what == result.reason) return true;
  }
  return false;
}

}  // namespace

void check_values(Binding& binding, Diagnostics& found) {
  Diagnostics invalid;
  for (const BoundContract& bound : binding.contracts()) {
    const engine::Evaluation evaluation =
        engine::evaluate(*bound.prepared, *bound.observations, binding.rules(),
                         all_years_of(*bound.loaded->contract));
    for (const engine::Result& result : evaluation.results) {
      if (result.outcome != engine::Outcome::invalid || is_told(found, result)) continue;
      Diagnostics one;
      one.error("observation.invalid", result.reason_at,
                message("{0}: {1}", result.selection->indicator.code, result.reason),
                message("correct the value, or the bounds of the indicator"));
      add_new(invalid, one);
    }
  }
  found.append(invalid);
}

}  // namespace cpom::cli
