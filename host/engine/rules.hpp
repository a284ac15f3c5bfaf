/// What the evaluation asks of rules. Nothing here knows the language rules are written in.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/diagnostic.hpp"
#include "model/vocabulary.hpp"

namespace cpom::engine {

/// compute: figures to a measure. check: measure and target to reached and progress. classify: to
/// a status of the model. rollup: the points of an objective's indicators to a score. weather:
/// that score to a weather level.
enum class RuleKind { compute, check, classify, rollup, weather };

/// One input that a rule declares in `needs`. "baseline?" is optional: the rule then gets nothing
/// where there is none.
struct Need {
  std::string name;
  bool optional = false;
};

/// A rule ready to be called, with where it comes from.
struct Rule {
  RuleKind kind = RuleKind::compute;
  /// "compute/share", or "indicators/2.c.1/compute".
  std::string id;
  std::vector<Need> needs;
  /// The layer, package and place that supplied the function itself.
  model::Layer layer = model::Layer::core;
  std::string package;
  Position where;
  /// Every file of the chain, from general to particular, the supplier of the function included.
  std::vector<Position> chain;
  /// For the implementation of Rules.
  std::size_t handle = 0;
};

/// What goes into a rule, and what comes out of it.
using Value = std::variant<std::monostate, bool, double, std::string, std::vector<double>>;

/// A rule's own account of why it gives no result: `return nil, "the denominator is 0"`.
struct Answer {
  /// compute: a number. check: reached, then progress in percent or nothing. classify: the id of a
  /// status. rollup: a score. weather: the id of a level. Nothing: no result, `reason` says why.
  Value first;
  Value second;
  std::string reason;
  /// Set when the rule failed: code rule.*, place in the script.
  std::vector<Diagnostic> failure;

  bool failed() const { return !failure.empty(); }
  bool nothing() const { return std::holds_alternative<std::monostate>(first); }
};

/// Calls rules. One object serves one thread.
class Rules {
 public:
  virtual ~Rules() = default;

  /// Calls \a rule with one argument per need, in their order. Never throws for what a rule does.
  virtual Answer call(const Rule& rule, std::span<const Value> arguments) = 0;
};

/// Finds the rules that apply to one contract.
class RuleBook {
 public:
  virtual ~RuleBook() = default;

  /// The rule \a kind named \a name ("share", "higher", "standard") as it stands for \a indicator
  /// (empty for rollup and weather): that of the indicator where a layer has one, otherwise the
  /// general one. nullptr when there is none.
  virtual const Rule* find(RuleKind kind, std::string_view name,
                           std::string_view indicator) const = 0;

  /// Names that find() knows for \a kind, for messages.
  virtual std::vector<std::string> names(RuleKind kind) const = 0;
};

std::string_view word_of(RuleKind kind);

/// Names that a rule of \a kind may need, besides components ("most_favoured",
/// "most_favoured.numerator") for compute and "param.<name>" for all.
std::span<const std::string_view> inputs_of(RuleKind kind);

}  // namespace cpom::engine
