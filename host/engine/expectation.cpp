#include "engine/expectation.hpp"

#include <algorithm>

namespace cpom::engine {
namespace {

using model::Amendment;
using model::Contract;
using model::Decision;
using model::FollowUp;
using model::Indicator;
using model::Target;

const Amendment* amendment_of(const Contract& contract, std::string_view number) {
  const auto found = std::find_if(contract.amendments.begin(), contract.amendments.end(),
                                  [number](const Amendment& a) { return a.number == number; });
  return found == contract.amendments.end() ? nullptr : &*found;
}

bool in_force(const Question& question, std::string_view amendment) {
  if (amendment.empty()) return true;
  const Amendment* known = amendment_of(question.contract, amendment);
  return known != nullptr && known->effective <= question.as_of;
}

bool speaks_of(const Question& question, std::string_view strand) {
  return strand.empty() || strand == question.strand.id;
}

Date end_of(int year) { return make_date(year, 12, 31); }

std::optional<Stop> outside_territory(const Question& question) {
  const Indicator& indicator = question.selection.indicator;
  const model::Territory* territory = question.model.territory(indicator.territory);
  if (territory == nullptr) return std::nullopt;
  const std::string& region =
      question.strand.region.empty() ? question.contract.region : question.strand.region;
  const auto& regions = territory->regions;
  if (std::find(regions.begin(), regions.end(), region) != regions.end()) return std::nullopt;
  return Stop{Outcome::not_applicable,
              message("this indicator is followed in \"{0}\" only, not in region {1}",
                      territory->label, region),
              {}};
}

std::optional<Stop> outside_dates(const Question& question) {
  const auto stop = [](Message reason) {
    return Stop{Outcome::not_applicable, std::move(reason), {}};
  };
  const model::Selection& selection = question.selection;
  const Indicator& indicator = selection.indicator;
  if (indicator.first_year && question.year < *indicator.first_year) {
    return stop(message("this indicator starts in {0}", *indicator.first_year));
  }
  if (indicator.last_year && question.year > *indicator.last_year) {
    return stop(message("this indicator ended in {0}", *indicator.last_year));
  }
  if (!selection.added_by.empty() && question.year < year_of(selection.followed_from)) {
    return stop(message("followed from {0} only, by amendment no. {1}", selection.followed_from,
                        selection.added_by));
  }
  if (selection.followed_to && in_force(question, selection.ended_by) &&
      end_of(question.year) > *selection.followed_to) {
    return stop(message("no longer followed after {0}, by amendment no. {1}",
                        *selection.followed_to, selection.ended_by));
  }
  return std::nullopt;
}

std::optional<Stop> made_void(const Question& question) {
  const Decision* last = nullptr;
  for (const Decision& decision : question.contract.decisions) {
    const bool of_this = decision.kind == Decision::Kind::void_indicator &&
                         decision.subject == question.selection.indicator.code &&
                         speaks_of(question, decision.strand) && decision.date <= question.as_of;
    const bool of_year = decision.year == 0 ? question.year >= year_of(decision.date)
                                            : question.year == decision.year;
    if (of_this && of_year && (last == nullptr || decision.date >= last->date)) last = &decision;
  }
  if (last == nullptr) return std::nullopt;
  return Stop{Outcome::void_indicator,
              message("decided on {0} by {1}: {2}", last->date, last->role, last->reason),
              last->where, last};
}

bool counts_for(const Target& target, int year) {
  return target.due.has_value() || target.year == year;
}

/// Later in force wins; on the same day the target of the strand wins over the common one.
bool replaces(const Target& candidate, const Target* current) {
  if (current == nullptr) return true;
  if (candidate.amendment.empty() != current->amendment.empty()) {
    return current->amendment.empty();
  }
  if (candidate.in_force != current->in_force) return candidate.in_force > current->in_force;
  return !candidate.strand.empty() || current->strand.empty();
}

struct Targets {
  const Target* current = nullptr;
  const Target* initial = nullptr;
  /// The first that is signed but not yet in force.
  const Target* coming = nullptr;
};

Targets targets_of(const Question& question) {
  Targets targets;
  for (const Target& target : question.selection.targets) {
    if (!speaks_of(question, target.strand) || !counts_for(target, question.year)) continue;
    if (target.amendment.empty() && replaces(target, targets.initial)) targets.initial = &target;
    if (in_force(question, target.amendment)) {
      if (replaces(target, targets.current)) targets.current = &target;
    } else if (targets.coming == nullptr) {
      targets.coming = &target;
    }
  }
  return targets;
}

const FollowUp* follow_up_of(const Question& question) {
  const FollowUp* found = nullptr;
  for (const FollowUp& follow_up : question.selection.follow_ups) {
    const bool from = !follow_up.first_year || question.year >= *follow_up.first_year;
    const bool to = !follow_up.last_year || question.year <= *follow_up.last_year;
    if (from && to && speaks_of(question, follow_up.strand)) found = &follow_up;
  }
  return found;
}

Stop pending(std::string_view amendment, const Position& at) {
  if (amendment.empty()) {
    return {Outcome::target_pending, message("the target is to come by amendment"), at};
  }
  return {Outcome::target_pending, message("the target is to come by amendment no. {0}", amendment),
          at};
}

Stop without_target(const Question& question, const Targets& targets) {
  const FollowUp* follow_up = follow_up_of(question);
  if (targets.current != nullptr && targets.current->ended) {
    return {Outcome::observed,
            message("the target was ended by amendment no. {0}", targets.current->amendment),
            targets.current->where};
  }
  if (follow_up != nullptr && follow_up->kind == FollowUp::Kind::target_pending) {
    return pending(follow_up->amendment, follow_up->where);
  }
  if (follow_up == nullptr && targets.coming != nullptr) {
    return pending(targets.coming->amendment, targets.coming->where);
  }
  return {Outcome::observed, message("value followed without a target"),
          follow_up != nullptr ? follow_up->where : question.selection.where};
}

std::optional<Stop> not_due(const Question& question, const Target& target) {
  Date due = end_of(question.year);
  if (target.due) {
    due = *target.due;
    if (year_of(due) > question.year || due > question.as_of) {
      return Stop{Outcome::not_due, message("the target is due on {0}", due), target.where};
    }
    return std::nullopt;
  }
  if (target.contract_year > 0) {
    due = question.contract.end_of_contract_year(target.contract_year);
  }
  if (due <= question.as_of) return std::nullopt;
  return Stop{Outcome::not_due, message("the target is due on {0}", due), target.where};
}

}  // namespace

bool is_followed(const Question& question) {
  return in_force(question, question.selection.added_by);
}

Expectation expectation(const Question& question) {
  Expectation answer;
  answer.stop = outside_territory(question);
  if (!answer.stop) answer.stop = outside_dates(question);
  if (answer.stop) return answer;
  if (question.selection.indicator.kind == model::IndicatorKind::context) {
    answer.stop = Stop{Outcome::context, message("shown for context, never judged"), {}};
    return answer;
  }
  const Targets targets = targets_of(question);
  if (targets.current != nullptr && !targets.current->ended) answer.target = targets.current;
  if (targets.initial != targets.current) answer.initial_target = targets.initial;
  answer.stop = made_void(question);
  if (answer.stop) return answer;
  answer.stop = answer.target == nullptr ? without_target(question, targets)
                                         : not_due(question, *answer.target);
  return answer;
}

const Decision* retained_status(const Question& question) {
  const Decision* last = nullptr;
  for (const Decision& decision : question.contract.decisions) {
    const bool of_this = decision.kind == Decision::Kind::status &&
                         decision.subject == question.selection.indicator.code &&
                         decision.year == question.year && speaks_of(question, decision.strand) &&
                         decision.date <= question.as_of;
    if (of_this && (last == nullptr || decision.date >= last->date)) last = &decision;
  }
  return last;
}

const model::Baseline* baseline_of(const model::Selection& selection, std::string_view strand) {
  const model::Baseline* common = nullptr;
  for (const model::Baseline& baseline : selection.baselines) {
    if (baseline.strand == strand) return &baseline;
    if (baseline.strand.empty()) common = &baseline;
  }
  return common;
}

}  // namespace cpom::engine
