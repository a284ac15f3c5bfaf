#include "engine/evaluation.hpp"

#include <algorithm>

namespace cpom::engine {
namespace {

class Failures {
 public:
  template <class Part>
  void add_all(const std::vector<Part>& parts) {
    for (const Part& part : parts) add(part.failures);
  }

  Diagnostics take() { return std::move(all_); }

 private:
  void add(const std::vector<Diagnostic>& failures) {
    for (const Diagnostic& failure : failures) {
      const auto& known = all_.all();
      if (std::find(known.begin(), known.end(), failure) == known.end()) all_.add(failure);
    }
  }

  Diagnostics all_;
};

}  // namespace

std::string_view code_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::not_applicable: return "not_applicable";
    case Outcome::context: return "context";
    case Outcome::void_indicator: return "void";
    case Outcome::observed: return "observed";
    case Outcome::target_pending: return "target_pending";
    case Outcome::not_due: return "not_due";
    case Outcome::awaited: return "awaited";
    case Outcome::late: return "late";
    case Outcome::invalid: return "invalid";
    case Outcome::not_computable: return "not_computable";
    case Outcome::rule_error: return "rule_error";
    case Outcome::classified: break;
  }
  return "classified";
}

std::optional<Outcome> outcome_from_code(std::string_view code) {
  for (const Outcome outcome : all_outcomes) {
    if (code_of(outcome) == code) return outcome;
  }
  return std::nullopt;
}

Message label_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::not_applicable: return message("Not applicable");
    case Outcome::context: return message("Context");
    case Outcome::void_indicator: return message("No longer relevant");
    case Outcome::observed: return message("Observed (no target)");
    case Outcome::target_pending: return message("Target to come");
    case Outcome::not_due: return message("Not due yet");
    case Outcome::awaited: return message("Value awaited");
    case Outcome::late: return message("Value late");
    case Outcome::invalid: return message("Invalid value");
    case Outcome::not_computable: return message("Not computable");
    case Outcome::rule_error: return message("Rule error");
    case Outcome::classified: break;
  }
  return message("Judged");
}

bool is_expected(Outcome outcome) {
  switch (outcome) {
    case Outcome::awaited:
    case Outcome::late:
    case Outcome::invalid:
    case Outcome::not_computable:
    case Outcome::rule_error:
    case Outcome::classified: return true;
    default: return false;
  }
}

std::string_view code_of(Flag flag) {
  switch (flag) {
    case Flag::regression: return "regression";
    case Flag::exceeded: return "exceeded";
    case Flag::maintain: return "maintain";
    case Flag::restated: return "restated";
    case Flag::provisional: return "provisional";
    case Flag::dated_after: return "dated_after";
    case Flag::inconsistent: return "inconsistent";
    case Flag::published: return "published";
    case Flag::no_baseline: return "no_baseline";
    case Flag::amended_target: return "amended_target";
    case Flag::constraint_broken: break;
  }
  return "constraint_broken";
}

Message label_of(Flag flag) {
  switch (flag) {
    case Flag::regression: return message("worse than the baseline");
    case Flag::exceeded: return message("target exceeded");
    case Flag::maintain:
      return message("level to be kept: the baseline had already met the target");
    case Flag::restated: return message("restated value");
    case Flag::provisional: return message("provisional value");
    case Flag::dated_after: return message("value dated after the target was due");
    case Flag::inconsistent: return message("value and its parts disagree");
    case Flag::published: return message("published value, not recomputed from its parts");
    case Flag::no_baseline: return message("no baseline: progress cannot be told");
    case Flag::amended_target: return message("target set by an amendment");
    case Flag::constraint_broken: break;
  }
  return message("the second constraint is not respected");
}

Diagnostics failures_of(const Evaluation& evaluation) {
  Failures failures;
  failures.add_all(evaluation.results);
  for (const Result& result : evaluation.results) failures.add_all(result.columns);
  failures.add_all(evaluation.objectives);
  failures.add_all(evaluation.sections);
  failures.add_all(evaluation.terms);
  return failures.take();
}

}  // namespace cpom::engine
