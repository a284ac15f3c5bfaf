/// What the evaluation asks of rules. Nothing here knows the language rules are written in.
#pragma once

#include <array>
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
/// that score to a weather level. term: the statuses of the years to one for the term. validate:
/// whether a contract is as it should be. column: a further figure or text for every result.
/// section: a text of a report about a whole year, such as an advice. There is one rule of each
/// of the first kinds for what it judges; of the last three, all that apply are called.
enum class RuleKind { compute, check, classify, rollup, weather, term, validate, column, section };

inline constexpr std::array all_rule_kinds = {
    RuleKind::compute, RuleKind::check,    RuleKind::classify, RuleKind::rollup, RuleKind::weather,
    RuleKind::term,    RuleKind::validate, RuleKind::column,   RuleKind::section};

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
  /// Column, section: its heading, in French.
  std::string label = {};
  /// Validate: what a contract that fails it costs.
  Severity severity = Severity::error;
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
  /// status. rollup: a score. weather: the id of a level. term: the rank of a status, 1 for the
  /// first of the model's scale. validate: true, or false with the fault in `reason`; nothing when
  /// the contract is not concerned. column: a number or a text. section: a text, then a number or
  /// nothing. Nothing: no result, `reason` says why.
  Value first = {};
  Value second = {};
  std::string reason = {};
  /// Set when the rule failed: code rule.*, place in the script.
  std::vector<Diagnostic> failure = {};

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

/// Names that a rule of \a kind may need, besides "param.<name>" for all; for compute components
/// ("most_favoured", "most_favoured.numerator"); for validate "followed.<code>",
/// "funding.<mission>"; for section "measure.<code>", "score.<objective>", "count.<status or
/// outcome>", "funding.<mission>".
/// term: "ranks" are those of the statuses in force, by year, without the years that have none;
/// "last" is that of the last year from which one is expected.
/// validate: numbers are those of the contract as signed; "followed" is true also when an
/// amendment adds the indicator; "funding" is the sum of all years.
std::span<const std::string_view> inputs_of(RuleKind kind);

}  // namespace cpom::engine
