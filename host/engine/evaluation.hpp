/// What an evaluation answers, with everything needed to defend it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.hpp"
#include "engine/rules.hpp"
#include "model/contract.hpp"
#include "model/contract_model.hpp"

namespace cpom::engine {

/// Where the order of decision stopped for one indicator, strand and year. All but `classified`
/// are no judgement: none of them ever means « Non atteint ».
enum class Outcome : std::uint8_t {
  not_applicable,
  context,
  void_indicator,
  observed,
  target_pending,
  not_due,
  awaited,
  late,
  invalid,
  not_computable,
  rule_error,
  classified,
};

/// Stable code in JSON and CSV, and for --fail-on: "late". A model's status ids never equal one.
std::string_view code_of(Outcome outcome);
std::optional<Outcome> outcome_from_code(std::string_view code);
/// Label of the outcome; `classified` has none of its own, the status has.
Message label_of(Outcome outcome);
/// All outcomes in the order of decision.
inline constexpr std::array all_outcomes = {
    Outcome::not_applicable, Outcome::context,        Outcome::void_indicator, Outcome::observed,
    Outcome::target_pending, Outcome::not_due,        Outcome::awaited,        Outcome::late,
    Outcome::invalid,        Outcome::not_computable, Outcome::rule_error,     Outcome::classified,
};

/// Whether a status is expected where the decision stopped there: it has one, or ought to.
bool is_expected(Outcome outcome);

/// Facts that go with a result without changing it.
enum class Flag : std::uint8_t {
  /// The value is worse than the baseline, and not as good as the target.
  regression,
  /// The value goes beyond the target.
  exceeded,
  /// The baseline is the target or already past it: nothing to progress, only to keep.
  maintain,
  /// A later figure replaced an earlier one; both are kept.
  restated,
  /// The value was announced as provisional.
  provisional,
  /// The value speaks of a day after the year of the target.
  dated_after,
  /// Value and numerator / denominator were both given and do not say the same.
  inconsistent,
  /// The published value was taken as it is, not computed from its parts.
  published,
  /// No baseline: reached or not can be told, progress cannot.
  no_baseline,
  /// The target in force was set by an amendment.
  amended_target,
  /// The second constraint of the indicator is not respected: it cannot be reached.
  constraint_broken,
};

std::string_view code_of(Flag flag);
Message label_of(Flag flag);
inline constexpr std::array all_flags = {
    Flag::regression,  Flag::exceeded,       Flag::maintain,          Flag::restated,
    Flag::provisional, Flag::dated_after,    Flag::inconsistent,      Flag::published,
    Flag::no_baseline, Flag::amended_target, Flag::constraint_broken,
};

class Flags {
 public:
  void set(Flag flag) { bits_ |= bit(flag); }
  bool has(Flag flag) const { return (bits_ & bit(flag)) != 0; }
  bool operator==(const Flags&) const = default;

 private:
  static std::uint32_t bit(Flag flag) { return std::uint32_t{1} << static_cast<unsigned>(flag); }
  std::uint32_t bits_ = 0;
};

/// A figure that went into a rule.
struct Input {
  std::string name;
  Value value;
  /// Where it stands: a cell of a file, a line of the contract.
  Position where;
  /// The observation it is part of; nullptr for figures of the contract.
  const model::Observation* observation = nullptr;
};

/// A rule that was called.
struct Application {
  const Rule* rule = nullptr;
  std::vector<Input> inputs;
  std::vector<const model::Parameter*> parameters;
};

/// What a column rule says of one result: a number, a text, or nothing with a reason.
struct ColumnValue {
  const Rule* rule = nullptr;
  Value value;
  Message reason;
  std::vector<Diagnostic> failures;
};

/// One indicator, one strand, one year.
struct Result {
  const model::Selection* selection = nullptr;
  const model::Strand* strand = nullptr;
  int year = 0;
  /// 1 for N1… when the target was given for a contract year; 0 otherwise.
  int contract_year = 0;

  Outcome outcome = Outcome::classified;
  /// Why; empty for a plain classified result.
  Message reason;
  /// Place the reason speaks of, when it has one (a bad cell, a line of a script).
  Position reason_at;

  /// The status proposed by the rules; only when classified.
  const model::Status* status = nullptr;
  /// What a person retained instead, if anything. Also the decision that made it void.
  const model::Decision* retained = nullptr;
  const model::Status* retained_status = nullptr;

  /// Rounded as the indicator declares; present whenever it could be computed, target or not.
  std::optional<double> measure;
  /// Before rounding.
  std::optional<double> unrounded;
  std::optional<double> baseline;
  const model::Target* target = nullptr;
  /// The target of the initial contract, when an amendment replaced it.
  const model::Target* initial_target = nullptr;
  std::optional<bool> reached;
  /// In percent, rounded to whole percents, not bounded; bounded to 0..100 for display.
  std::optional<double> progress;
  /// As the rule returned it.
  std::optional<double> unrounded_progress;
  std::optional<double> shown_progress;
  Flags flags;

  const model::Observation* observation = nullptr;
  /// Earlier observations of the same key, the most recent first.
  std::vector<const model::Observation*> superseded;
  /// Day after which a missing value is late.
  Date expected_by;
  std::vector<Application> applications;
  /// What a reader should know besides the reason.
  std::vector<Message> remarks;
  /// Failures of rules; empty unless the outcome is rule_error.
  std::vector<Diagnostic> failures;
  /// One for each column rule, in the order of their ids.
  std::vector<ColumnValue> columns = {};

  /// The status a person retained, otherwise the one proposed; nullptr when there is neither.
  const model::Status* effective_status() const {
    return retained_status != nullptr ? retained_status : status;
  }
  /// Whether it counts among those that are to have a status.
  bool is_expected() const { return retained_status != nullptr || engine::is_expected(outcome); }
};

/// Which part of a contract a result for the term speaks of.
enum class Term { middle, end };

/// One indicator, one strand: the yearly results up to the middle or the end, folded into one.
struct TermResult {
  const model::Selection* selection = nullptr;
  const model::Strand* strand = nullptr;
  /// Indexes into Evaluation::results, by year; the years in which it was not followed are absent.
  std::vector<std::size_t> yearly;
  /// Years from which a status is expected, and those of them that have one.
  int expected = 0;
  int counted = 0;
  /// Set when the rule gives a status from the effective ones: retained, otherwise proposed. The
  /// rule is called when at least one year has one, and the last year is not void.
  const model::Status* status = nullptr;
  /// Otherwise where the last year stopped: void, observed, late…
  Outcome outcome = Outcome::classified;
  Message reason;
  std::vector<Application> applications;
  std::vector<Diagnostic> failures;
};

/// An engagement with what its indicators came to on the term.
struct EngagementResult {
  const model::Engagement* engagement = nullptr;
  /// Indexes into Evaluation::terms, in the order the engagement names its indicators.
  std::vector<std::size_t> terms;
  const model::EngagementOutcome* proposed = nullptr;
  const model::EngagementOutcome* retained_outcome = nullptr;
  const model::Decision* retained = nullptr;
};

/// What a section rule says of one year and strand.
struct SectionResult {
  const Rule* rule = nullptr;
  const model::Strand* strand = nullptr;
  int year = 0;
  /// French; empty when there is nothing to say, which `reason` tells.
  std::string text;
  std::optional<double> figure;
  Message reason;
  std::vector<Application> applications;
  std::vector<Diagnostic> failures;
};

/// One objective, one strand, one year.
struct ObjectiveResult {
  const model::Objective* objective = nullptr;
  const model::Strand* strand = nullptr;
  int year = 0;
  /// Indicators that count (expected), and those of them that have a status (counted).
  int expected = 0;
  int counted = 0;
  bool complete() const { return counted == expected; }
  /// 0 to 100; unset when nothing counts.
  std::optional<double> score;
  const model::Weather* weather = nullptr;
  /// What the weather can still become: with every missing indicator at the worst, at the best.
  const model::Weather* worst = nullptr;
  const model::Weather* best = nullptr;
  const model::Decision* retained = nullptr;
  const model::Weather* retained_weather = nullptr;
  /// Why there is no weather, when there is none.
  Message reason;
  std::vector<Application> applications;
  std::vector<Diagnostic> failures;
};

/// A package of rules that applied to the contract.
struct UsedPackage {
  std::string name;
  /// "1.2.0"; empty: it has none.
  std::string version;
  model::Layer layer = model::Layer::core;
};

/// The evaluation of one contract. Points into the model, the contract, the observations and the
/// rule book it was made from: they must outlive it.
struct Evaluation {
  const model::Model* model = nullptr;
  const model::Contract* contract = nullptr;
  Date as_of;
  std::vector<int> years;
  /// By year, then strand, then in the order of the model's catalogue.
  std::vector<Result> results;
  /// By year, then strand, in the order of the contract; objectives with no chosen indicator too.
  /// One that an amendment adds or ends has an entry for the years in which it is in force, and
  /// for those in which an indicator below it has a result.
  std::vector<ObjectiveResult> objectives;
  /// By year, then strand, then in the order of the rules' ids.
  std::vector<SectionResult> sections = {};
  /// Set when a result for the term was asked for; `terms` are by strand, then as the results.
  std::optional<Term> term = {};
  std::vector<TermResult> terms = {};
  /// With a term only; in the order of the contract.
  std::vector<EngagementResult> engagements = {};
  /// What concerns the contract as a whole.
  std::vector<Message> remarks;
  /// From general to particular; filled in by whoever chose the packages.
  std::vector<UsedPackage> packages = {};
};

/// The failures of rules while \a evaluation was made, each once: many indicators share a rule.
Diagnostics failures_of(const Evaluation& evaluation);

}  // namespace cpom::engine
