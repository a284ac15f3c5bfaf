// Percentages taken for fractions, thresholds that nothing can reach, counts with decimals.
#include "analysis/checks.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/number.hpp"

namespace cpom::analysis {
namespace {

using engine::RuleKind;
using lua::Instruction;
using lua::Op;

constexpr std::string_view parameter_prefix = "param.";

/// What is known of the figures that an input may be.
struct Range {
  bool percent = false;
  std::optional<double> minimum;
  std::optional<double> maximum;
};

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& all) {
  return std::find(all.begin(), all.end(), name) != all.end();
}

/// Of an input in the unit of the indicator.
Range range_of(const model::Indicator& indicator) {
  return {indicator.unit == "percent", indicator.minimum, indicator.maximum};
}

Range range_of(const RuleFunction& rule, std::string_view need) {
  constexpr std::array<std::string_view, 5> judged = {"measure", "target", "target.min",
                                                      "target.max", "baseline"};
  constexpr std::array<std::string_view, 3> computed = {"value", "baseline", "previous"};
  if (need == "progress") return {true, {}, {}};
  if (need == "score") return {true, 0, 100};
  if (rule.indicator == nullptr) return {};
  if (rule.kind == RuleKind::compute) {
    return is_one_of(need, computed) ? range_of(*rule.indicator) : Range{};
  }
  return is_one_of(need, judged) ? range_of(*rule.indicator) : Range{};
}

std::optional<double> number_of(const lua::Constant& constant) {
  if (const auto* whole = std::get_if<long long>(&constant)) return static_cast<double>(*whole);
  if (const auto* number = std::get_if<double>(&constant)) return *number;
  return std::nullopt;
}

bool is_fraction(double number) { return number > 0 && number < 1; }

class UnitCheck {
 public:
  UnitCheck(const RuleFunction& rule, const Subject& subject, Diagnostics& found)
      : rule_(rule), subject_(subject), found_(found), flow_(rule.function->flow) {}

  void run() {
    const lua::Function& function = flow_.function();
    for (int at = 0; at < static_cast<int>(function.instructions.size()); ++at) {
      if (!flow_.reaches(at)) continue;
      const Instruction& instruction = function.instructions[static_cast<std::size_t>(at)];
      switch (instruction.op()) {
        case Op::eq:
        case Op::lt:
        case Op::le:
          compare(instruction.line, flow_.before(at, instruction.a()),
                  flow_.before(at, instruction.b()));
          compare(instruction.line, flow_.before(at, instruction.b()),
                  flow_.before(at, instruction.a()));
          break;
        case Op::eq_k:
          compare(instruction.line, flow_.before(at, instruction.a()),
                  {constant(function.constants[static_cast<std::size_t>(instruction.b())])});
          break;
        case Op::lt_i:
        case Op::le_i:
        case Op::gt_i:
        case Op::ge_i:
        case Op::eq_i:
          compare(instruction.line, flow_.before(at, instruction.a()),
                  {constant(static_cast<long long>(instruction.sb()))});
          break;
        case Op::return_1: returned(at, instruction); break;
        default: break;
      }
    }
  }

 private:
  static Value constant(lua::Constant value) {
    return {Value::Kind::constant, std::move(value), 0, {}};
  }

  const engine::Need* need_of(const Value& value) const {
    if (value.kind != Value::Kind::parameter) return nullptr;
    const auto index = static_cast<std::size_t>(value.index);
    return index < rule_.needs.size() ? &rule_.needs[index] : nullptr;
  }

  void compare(int line, const Values& left, const Values& right) {
    for (const Value& one : left) {
      const engine::Need* input = need_of(one);
      if (input == nullptr) continue;
      const Range range = range_of(rule_, input->name);
      for (const Value& other : right) compare_with(line, input->name, range, other);
    }
  }

  void compare_with(int line, const std::string& input, const Range& range, const Value& other) {
    if (other.kind == Value::Kind::constant) {
      if (const auto number = number_of(other.constant)) compare_with(line, input, range, *number);
      return;
    }
    const engine::Need* need = need_of(other);
    if (need == nullptr || !need->name.starts_with(parameter_prefix)) return;
    compare_with(input, range, std::string_view(need->name).substr(parameter_prefix.size()));
  }

  void compare_with(int line, const std::string& input, const Range& range, double number) {
    const std::string text = decimal_text(number);
    if (range.percent && is_fraction(number)) {
      found_.warning("rule.fraction", rule_.source->place(line, text),
                     message("\"{0}\" is in percent and is compared with the fraction {1}", input,
                             Figure{number}),
                     message("write {0}", Figure{100 * number}));
    } else if (is_outside(number, range)) {
      found_.warning(
          "rule.outside_bounds", rule_.source->place(line, text),
          message("\"{0}\" is compared with {1}, which it cannot reach", input, Figure{number}),
          bounds(range));
    }
  }

  /// All values that the layers give to parameter \a name.
  void compare_with(const std::string& input, const Range& range, std::string_view name) {
    const auto look_at = [&](const std::vector<model::Parameter>& parameters) {
      for (const model::Parameter& parameter : parameters) {
        if (parameter.name == name && is_meant(parameter)) judge(input, range, parameter);
      }
    };
    if (!rule_.context->made_up()) {
      look_at(rule_.context->parameters->all());
      return;
    }
    look_at(rule_.context->model->parameters);
    for (const script::Package* package : rule_.context->packages) {
      const auto settings = subject_.settings.find(package);
      if (settings != subject_.settings.end()) look_at(settings->second);
    }
  }

  bool is_meant(const model::Parameter& parameter) const {
    return rule_.indicator == nullptr || parameter.indicator.empty() ||
           parameter.indicator == rule_.indicator->code;
  }

  void judge(const std::string& input, const Range& range, const model::Parameter& parameter) {
    if (range.percent && is_fraction(parameter.value)) {
      found_.warning(
          "parameter.fraction", parameter.where,
          message("parameter \"{0}\" is {1}, and rule {2} compares it with \"{3}\", in percent",
                  parameter.name, Figure{parameter.value}, rule_.id, input),
          message("write {0}", Figure{100 * parameter.value}));
    } else if (is_outside(parameter.value, range)) {
      found_.warning(
          "parameter.outside_bounds", parameter.where,
          message("parameter \"{0}\" is {1}, and rule {2} compares it with \"{3}\", which cannot "
                  "reach it",
                  parameter.name, Figure{parameter.value}, rule_.id, input),
          bounds(range));
    }
  }

  static bool is_outside(double number, const Range& range) {
    return (range.minimum && number < *range.minimum) || (range.maximum && number > *range.maximum);
  }

  static Message bounds(const Range& range) {
    if (range.minimum && range.maximum) {
      return message("from {0} to {1}", Figure{*range.minimum}, Figure{*range.maximum});
    }
    if (range.minimum) return message("{0} at least", Figure{*range.minimum});
    return message("{0} at most", Figure{*range.maximum});
  }

  /// `return numerator / denominator` where the indicator is in percent.
  void returned(int at, const Instruction& leaving) {
    const bool in_percent = rule_.kind == RuleKind::compute && rule_.indicator != nullptr &&
                            rule_.indicator->unit == "percent";
    if (!in_percent || at < 2) return;
    const Instruction& divided = flow_.function().instructions[static_cast<std::size_t>(at) - 2];
    if (divided.op() != Op::div || divided.a() != leaving.a()) return;
    const auto is_need = [&](int reg, std::string_view name) {
      const Values& values = flow_.before(at - 2, reg);
      const engine::Need* need = values.size() == 1 ? need_of(*values.begin()) : nullptr;
      return need != nullptr && need->name == name;
    };
    if (!is_need(divided.b(), "numerator") || !is_need(divided.c(), "denominator")) return;
    found_.warning("rule.fraction", rule_.source->place(leaving.line, "return"),
                   message("rule {0} returns a fraction, and indicator {1} is in percent", rule_.id,
                           rule_.indicator->code),
                   message("multiply by 100"));
  }

  const RuleFunction& rule_;
  const Subject& subject_;
  Diagnostics& found_;
  const Flow& flow_;
};

void check_indicator(const model::Indicator& indicator, Diagnostics& found) {
  if (indicator.unit == "count" && indicator.decimals > 0) {
    found.warning("indicator.count_decimals", indicator.where,
                  plural_message("indicator {0} is a count with {1} decimal",
                                 "indicator {0} is a count with {1} decimals", indicator.decimals,
                                 indicator.code, indicator.decimals),
                  message("write decimals=\"0\", or another unit"));
  }
  if (indicator.unit == "percent" && indicator.maximum && *indicator.maximum > 0 &&
      *indicator.maximum <= 1) {
    found.warning("indicator.percent_bounds", indicator.where,
                  message("indicator {0} is in percent, and {1} is its greatest value",
                          indicator.code, Figure{*indicator.maximum}),
                  message("write maximum=\"100\": a percentage is no fraction"));
  }
}

}  // namespace

void check_units(const RuleFunction& rule, const Subject& subject, Diagnostics& found) {
  UnitCheck(rule, subject, found).run();
}

void check_indicators(const Subject& subject, Diagnostics& found) {
  for (const model::Model* model : subject.asked_models) {
    for (const model::Indicator& indicator : model->indicators) check_indicator(indicator, found);
  }
  for (const Context& context : subject.contexts) {
    if (context.made_up()) continue;
    for (const model::Selection& selection : context.contract->selections) {
      check_indicator(selection.indicator, found);
    }
  }
}

}  // namespace cpom::analysis
