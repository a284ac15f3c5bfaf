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

}  // namespace

std::string_view word_of(RuleKind kind) {
  switch (kind) {
    case RuleKind::compute: return "compute";
    case RuleKind::check: return "check";
    case RuleKind::classify: return "classify";
    case RuleKind::rollup: return "rollup";
    case RuleKind::weather: break;
  }
  return "weather";
}

std::span<const std::string_view> inputs_of(RuleKind kind) {
  switch (kind) {
    case RuleKind::compute: return compute_inputs;
    case RuleKind::check: return check_inputs;
    case RuleKind::classify: return classify_inputs;
    case RuleKind::rollup: return rollup_inputs;
    case RuleKind::weather: break;
  }
  return weather_inputs;
}

}  // namespace cpom::engine
