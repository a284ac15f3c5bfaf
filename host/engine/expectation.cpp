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

bool in_force(const Contract& contract, std::string_view amendment, Date as_of) {
  if (amendment.empty()) return true;
  const Amendment* known = amendment_of(contract, amendment);
  return known != nullptr && known->effective <= as_of;
}

bool in_force(const Question& question, std::string_view amendment) {
  return in_force(question.contract, amendment, question.as_of);
}

bool speaks_of(const Question& question, std::string_view strand) {
  return strand.empty() || strand == question.strand.id;
}

Date end_of(int year) { return make_date(year, 12, 31); }

const std::string& region_of(const Question& question) {
  const std::string& region = question.strand.region;
  return region.empty() ? question.contract.region : region;
}

Stop not_applicable(Message reason) { return Stop{Outcome::not_applicable, std::move(reason), {}}; }

/// The territory outside which the contract is, of the indicator or of an objective above it.
const model::Territory* missed_territory(const Question& question, std::string_view id) {
  const model::Territory* territory = question.model.territory(id);
  if (territory == nullptr) return nullptr;
  const auto& regions = territory->regions;
  const bool inside =
      std::find(regions.begin(), regions.end(), region_of(question)) != regions.end();
  return inside ? nullptr : territory;
}

std::optional<Stop> outside_years(int year, std::optional<int> first, std::optional<int> last) {
  if (first && year < *first)
    return not_applicable(message("this indicator starts in {0}", *first));
  if (last && year > *last) return not_applicable(message("this indicator ended in {0}", *last));
  return std::nullopt;
}

std::optional<Stop> outside_definition(const Question& question) {
  const Indicator& indicator = question.selection.indicator;
  if (const model::Territory* missed = missed_territory(question, indicator.territory)) {
    return not_applicable(message("this indicator is followed in \"{0}\" only, not in region {1}",
                                  missed->label, region_of(question)));
  }
  return outside_years(question.year, indicator.first_year, indicator.last_year);
}

std::optional<Stop> outside_strand(const Question& question) {
  const model::Strand& strand = question.strand;
  const std::string& name = strand.label.empty() ? strand.id : strand.label;
  if (strand.from && question.year < year_of(*strand.from)) {
    return not_applicable(message("the strand \"{0}\" starts on {1}", name, *strand.from));
  }
  if (!strand.to || question.year <= year_of(*strand.to)) return std::nullopt;
  if (strand.successor.empty()) {
    return not_applicable(message("the strand \"{0}\" ended on {1}", name, *strand.to));
  }
  return not_applicable(message("the strand \"{0}\" ended on {1}; contract \"{2}\" took its place",
                                name, *strand.to, strand.successor));
}

std::optional<Stop> outside_objective(const Question& question) {
  for (const model::Objective* objective : question.objectives) {
    if (const model::Territory* missed = missed_territory(question, objective->territory)) {
      return not_applicable(message("objective {0} holds in \"{1}\" only, not in region {2}",
                                    objective->id, missed->label, region_of(question)));
    }
    if (objective->first_year && question.year < *objective->first_year) {
      return not_applicable(
          message("objective {0} starts in {1}", objective->id, *objective->first_year));
    }
    if (objective->last_year && question.year > *objective->last_year) {
      return not_applicable(
          message("objective {0} ended in {1}", objective->id, *objective->last_year));
    }
  }
  auto outside =
      outside_amended_days(question.contract, question.objectives, question.year, question.as_of);
  return outside ? std::optional(not_applicable(*std::move(outside))) : std::nullopt;
}

/// Days on which an indicator is followed without a pause.
struct Span {
  Date from;
  std::optional<Date> to;
  std::string_view added_by;
  std::string_view ended_by;
};

/// Those known on the date, in the order of time.
std::vector<Span> known_spans(const Question& question) {
  const model::Selection& selection = question.selection;
  std::vector<Span> spans;
  const auto add = [&](const Span& span) {
    if (!in_force(question, span.added_by)) return;
    spans.push_back(span);
    if (!in_force(question, span.ended_by)) spans.back().to.reset();
  };
  Date from = selection.followed_from;
  std::string_view added_by = selection.added_by;
  for (const model::Pause& pause : selection.pauses) {
    add({from, day_before(pause.from), added_by, pause.ended_by});
    from = day_after(pause.to);
    added_by = pause.added_by;
  }
  add({from, selection.followed_to, added_by, selection.ended_by});
  return spans;
}

bool starts_later(const Span& span, int year) {
  return !span.added_by.empty() && year < year_of(span.from);
}

bool ended_before_end_of(const Span& span, int year) { return span.to && end_of(year) > *span.to; }

Stop never_followed_yet(const Span& first) {
  return not_applicable(
      message("followed from {0} only, by amendment no. {1}", first.from, first.added_by));
}

Stop no_longer_followed(const Span& ended, const Span* next) {
  if (next == nullptr) {
    return not_applicable(
        message("no longer followed after {0}, by amendment no. {1}", *ended.to, ended.ended_by));
  }
  return not_applicable(
      message("no longer followed after {0}, by amendment no. {1}; again from {2}, by amendment "
              "no. {3}",
              *ended.to, ended.ended_by, next->from, next->added_by));
}

std::optional<Stop> outside_selection(const Question& question) {
  const model::Selection& selection = question.selection;
  const bool from_start_on = selection.added_by.empty() && selection.ended_by.empty();
  if (from_start_on && selection.pauses.empty()) return std::nullopt;
  const std::vector<Span> spans = known_spans(question);
  const Span* ended = nullptr;
  for (const Span& span : spans) {
    if (starts_later(span, question.year)) {
      return ended == nullptr ? never_followed_yet(span) : no_longer_followed(*ended, &span);
    }
    if (!ended_before_end_of(span, question.year)) return std::nullopt;
    ended = &span;
  }
  return ended == nullptr ? std::nullopt : std::optional(no_longer_followed(*ended, nullptr));
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

/// The first target of a later contract year: none is due in the calendar year before N1 ends.
const Target* next_target(const Question& question) {
  const Target* next = nullptr;
  for (const Target& target : question.selection.targets) {
    const bool later = target.contract_year > 0 && target.year > question.year;
    if (!later || !speaks_of(question, target.strand)) continue;
    if (next == nullptr || target.year < next->year) next = &target;
  }
  return next;
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
  if (const Target* next = follow_up == nullptr ? next_target(question) : nullptr) {
    return {Outcome::not_due,
            message("the target is due on {0}",
                    question.contract.end_of_contract_year(next->contract_year)),
            next->where};
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

bool is_known(const Contract& contract, Objectives objectives, Date as_of) {
  return std::all_of(objectives.begin(), objectives.end(), [&](const model::Objective* objective) {
    return in_force(contract, objective->added_by, as_of);
  });
}

std::optional<Message> outside_amended_days(const Contract& contract, Objectives objectives,
                                            int year, Date as_of) {
  for (const model::Objective* objective : objectives) {
    const bool added = objective->in_force_from && !objective->added_by.empty();
    if (added && year < year_of(*objective->in_force_from)) {
      return message("objective {0} is there from {1} only, by amendment no. {2}", objective->id,
                     *objective->in_force_from, objective->added_by);
    }
    const bool ended = objective->in_force_to && in_force(contract, objective->ended_by, as_of);
    if (ended && end_of(year) > *objective->in_force_to) {
      return message("objective {0} was ended after {1}, by amendment no. {2}", objective->id,
                     *objective->in_force_to, objective->ended_by);
    }
  }
  return std::nullopt;
}

bool is_followed(const Question& question) {
  return in_force(question, question.selection.added_by) &&
         is_known(question.contract, question.objectives, question.as_of);
}

Expectation expectation(const Question& question) {
  Expectation answer;
  for (const auto outside :
       {outside_definition, outside_strand, outside_objective, outside_selection}) {
    answer.stop = outside(question);
    if (answer.stop) return answer;
  }
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
