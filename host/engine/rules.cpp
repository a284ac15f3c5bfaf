#include "engine/rules.hpp"

#include <array>

namespace cpom::engine {
namespace {

using std::string_view;

constexpr std::array<string_view, 11> compute_inputs = {"value",
                                                        "numerator",
                                                        "denominator",
                                                        "baseline",
                                                        "baseline.numerator",
                                                        "baseline.denominator",
                                                        "previous",
                                                        "previous.numerator",
                                                        "previous.denominator",
                                                        "year",
                                                        "decimals"};
constexpr std::array<string_view, 7> check_inputs = {
    "measure", "kept", "target", "target.min", "target.max", "baseline", "year"};
constexpr std::array<string_view, 9> classify_inputs = {"reached",    "progress", "kept",
                                                        "measure",    "target",   "target.min",
                                                        "target.max", "baseline", "year"};
constexpr std::array<string_view, 2> rollup_inputs = {"points", "weights"};
constexpr std::array<string_view, 3> weather_inputs = {"score", "counted", "expected"};
constexpr std::array<string_view, 5> term_inputs = {"ranks", "last", "scale", "counted",
                                                    "expected"};
constexpr std::array<string_view, 12> validate_inputs = {
    "duration_years",        "contract_years",     "start_year", "end_year", "indicators",
    "common_indicators",     "objectives",         "strands",    "agencies", "establishments",
    "coordination_services", "department_councils"};
constexpr std::array<string_view, 15> column_inputs = {
    "status",      "outcome",  "measure",    "value",      "numerator",
    "denominator", "target",   "target.min", "target.max", "baseline",
    "reached",     "progress", "year",       "decimals",   "weight"};
constexpr std::array<string_view, 8> section_inputs = {
    "year", "contract_year", "expected", "counted", "points", "weights", "score", "funding"};

}  // namespace

std::string_view word_of(RuleKind kind) {
  switch (kind) {
    case RuleKind::compute: return "compute";
    case RuleKind::check: return "check";
    case RuleKind::classify: return "classify";
    case RuleKind::rollup: return "rollup";
    case RuleKind::weather: return "weather";
    case RuleKind::term: return "term";
    case RuleKind::validate: return "validate";
    case RuleKind::column: return "column";
    case RuleKind::section: break;
  }
  return "section";
}

std::span<const std::string_view> inputs_of(RuleKind kind) {
  switch (kind) {
    case RuleKind::compute: return compute_inputs;
    case RuleKind::check: return check_inputs;
    case RuleKind::classify: return classify_inputs;
    case RuleKind::rollup: return rollup_inputs;
    case RuleKind::weather: return weather_inputs;
    case RuleKind::term: return term_inputs;
    case RuleKind::validate: return validate_inputs;
    case RuleKind::column: return column_inputs;
    case RuleKind::section: break;
  }
  return section_inputs;
}

}  // namespace cpom::engine
