/// One case of a test: what goes in, what has to come out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "engine/rules.hpp"
#include "model/vocabulary.hpp"

namespace cpom::testing {

/// An input of a rule ("numerator", "param.partial_from"), or a fact that a decision is made
/// from ("target", "indicator").
struct GivenInput {
  std::string name;
  engine::Value value;
  Position where;
};

/// A result that has to be as it says.
struct WantedResult {
  /// The column: "expect", "expect_2", "status"…
  std::string name;
  /// Nothing: there must be none.
  engine::Value value;
};

struct Case {
  /// rule: one call of one rule. decision: one indicator through the whole order of decision.
  enum class Kind { rule, decision };

  Kind kind = Kind::rule;
  /// Id of the rule: "compute/share"; empty for a decision.
  std::string rule;
  /// What the author says of it.
  std::string note;
  /// Layers above this one do not apply; unset: up to that of the tested package.
  std::optional<model::Layer> layers;
  /// Id of the model that it is about; empty: the one of the tested package.
  std::string model;
  std::vector<GivenInput> inputs;
  std::vector<WantedResult> wanted;
  /// The sentence that must come with no result; unset: any.
  std::optional<std::string> reason;
  /// The code with which the rule must fail.
  std::string error;
  /// Largest difference between numbers that are taken for the same.
  double tolerance = 0;
  bool skipped = false;
  bool focused = false;
  Position where;

  const GivenInput* input(std::string_view name) const {
    for (const GivenInput& given : inputs) {
      if (given.name == name) return &given;
    }
    return nullptr;
  }
};

/// One result that is not as it was wanted.
struct Difference {
  /// Which result: "expect", "status"; empty when there is but one.
  std::string name;
  Message expected;
  Message found;
  /// Found minus expected, of two numbers.
  std::optional<double> gap;
};

enum class Verdict {
  passed,
  failed,
  /// Marked so by its author.
  skipped,
  /// Not run because others are focused.
  left_out,
};

struct CaseResult {
  /// What the case is called: the rule, and the note; for a spec the words of describe and it.
  std::string name;
  Position where;
  Verdict verdict = Verdict::passed;
  bool focused = false;
  std::vector<Difference> differences;
  /// Why it failed when that is no difference.
  std::vector<Diagnostic> faults;
  /// What went in, only when it failed.
  std::vector<GivenInput> inputs;
  /// The rule that answered, only when it failed.
  Position rule_at;
};

}  // namespace cpom::testing
