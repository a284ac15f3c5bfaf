#include "engine/arguments.hpp"

namespace cpom::engine {
namespace {

using Kind = Source::Kind;
using Part = Source::Part;

/// Observations and baselines give the same three figures.
template <class T>
std::optional<double> part_of_figures(const T* figures, Part part) {
  if (figures == nullptr) return std::nullopt;
  switch (part) {
    case Part::value: return figures->value;
    case Part::numerator: return figures->numerator;
    case Part::denominator: return figures->denominator;
    case Part::minimum:
    case Part::maximum: break;
  }
  return std::nullopt;
}

bool is_constant(Kind kind) { return kind == Kind::parameter || kind == Kind::fact; }

}  // namespace

ArgumentCollector::ArgumentCollector(const BoundRule& rule) {
  arguments_.values.reserve(rule.sources.size());
  arguments_.inputs.reserve(rule.sources.size());
}

void ArgumentCollector::add(const Source& source, Value value, const Position& where,
                            const model::Observation* observation) {
  const bool present = !std::holds_alternative<std::monostate>(value);
  if (!present && !source.optional) arguments_.missing.push_back(&source);
  if (present && source.kind != Kind::parameter) {
    arguments_.inputs.push_back({source.name, value, where, observation});
  }
  arguments_.values.push_back(std::move(value));
}

Value constant_value(const Source& source) {
  if (!is_constant(source.kind)) return {};
  return source.parameter != nullptr ? Value(source.parameter->value) : source.fact;
}

std::optional<double> part_of(const model::Observation* observation, Part part) {
  return part_of_figures(observation, part);
}

std::optional<double> part_of(const model::Baseline* baseline, Part part) {
  return part_of_figures(baseline, part);
}

std::optional<double> part_of(const model::Target* target, Part part) {
  if (target == nullptr) return std::nullopt;
  if (part == Part::minimum) return target->minimum;
  if (part == Part::maximum) return target->maximum;
  return target->value;
}

Message missing_input(const Rule& rule, const Arguments& arguments) {
  return message("rule {0} needs \"{1}\", which is not given", rule.id,
                 arguments.missing.front()->name);
}

Diagnostic wrong_result(const Rule& rule, Message what, Message remedy) {
  return {Severity::error, "rule.result", rule.where, std::move(what), std::move(remedy)};
}

}  // namespace cpom::engine
