/// What a rule did with its figures, operation by operation.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "engine/rules.hpp"

namespace cpom::script {

/// A figure that went into an operation, or came out of the rule.
struct Operand {
  enum class Origin { constant, argument, operation };
  Origin origin = Origin::constant;
  double value = 0;
  /// Of an argument: its place among the needs of the rule. Of an operation: its place in
  /// Trace::operations.
  std::size_t index = 0;
  /// Of an argument that is a list: which of its figures, from 1. 0 otherwise.
  std::size_t item = 0;
};

struct Operation {
  /// "+", "-", "*", "/", "//", "%", "^", "negative"; "<", "<=", "=="; or the name of a function:
  /// "math.floor".
  std::string symbol;
  std::vector<Operand> operands;
  /// A comparison has a truth and no result.
  double result = 0;
  std::optional<bool> truth;
  /// The line that did it, and its file in Trace::files.
  int line = 0;
  std::size_t file = 0;
};

struct Trace {
  engine::Answer answer;
  std::vector<Operation> operations;
  std::vector<std::string> files;
  /// Where the results of the rule come from, when they are figures.
  std::optional<Operand> first;
  std::optional<Operand> second;

  Position place_of(const Operation& operation) const {
    return {files.at(operation.file), operation.line, 0};
  }
};

}  // namespace cpom::script
