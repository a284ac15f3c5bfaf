/// The arguments of one call, with what they say about themselves.
#pragma once

#include <utility>
#include <vector>

#include "engine/evaluation.hpp"
#include "engine/plan.hpp"

namespace cpom::engine {

struct Arguments {
  std::vector<Value> values;
  std::vector<Input> inputs;
  /// Needs that are not optional and have no value.
  std::vector<const Source*> missing;
};

/// Collects the arguments of a rule, one for each of its sources, in their order.
class ArgumentCollector {
 public:
  explicit ArgumentCollector(const BoundRule& rule);

  void add(const Source& source, Value value, const Position& where = {},
           const model::Observation* observation = nullptr);
  Arguments take() { return std::move(arguments_); }

 private:
  Arguments arguments_;
};

/// Of Source::Kind::parameter and Source::Kind::fact; nothing for any other.
Value constant_value(const Source& source);

template <class T>
Value value_of(const std::optional<T>& value) {
  return value ? Value(*value) : Value();
}

/// The part that a source asks for of an observation, a baseline or a target.
std::optional<double> part_of(const model::Observation* observation, Source::Part part);
std::optional<double> part_of(const model::Baseline* baseline, Source::Part part);
std::optional<double> part_of(const model::Target* target, Source::Part part);

/// Why a rule is not called at all: what is missing, and was not declared optional.
Message missing_input(const Rule& rule, const Arguments& arguments);

/// The fault of an answer that is of the wrong sort.
Diagnostic wrong_result(const Rule& rule, Message what, Message remedy = {});

}  // namespace cpom::engine
