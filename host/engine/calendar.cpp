#include "engine/calendar.hpp"

#include <algorithm>
#include <chrono>

namespace cpom::engine {
namespace {

using model::Moment;
using model::Step;

Date plus_days(Date date, int days) {
  return std::chrono::sys_days{date} + std::chrono::days{days};
}

std::optional<Date> day_of(const std::optional<Moment>& moment, int year) {
  if (!moment) return std::nullopt;
  const auto* relative = std::get_if<RelativeDate>(&*moment);
  return relative != nullptr ? relative->in(year) : std::get<Date>(*moment);
}

bool is_relative(const std::optional<Moment>& moment) {
  return moment && std::holds_alternative<RelativeDate>(*moment);
}

/// The step whose date gives that of \a step; nullptr when there is none, or no number of days.
const Step* anchor_of(const model::Model& model, const Step& step) {
  if (!step.days) return nullptr;
  return model.step(step.after.empty() ? step.before : step.after);
}

bool is_yearly(const model::Model& model, const Step& step) {
  const Step* const anchor = anchor_of(model, step);
  return anchor != nullptr ? is_yearly(model, *anchor)
                           : is_relative(step.from) || is_relative(step.to);
}

/// Ends: the reader refuses steps that are dated by themselves.
DueStep due_in(const model::Model& model, const model::Contract& contract, const Step& step,
               int year) {
  DueStep due{&step, is_yearly(model, step) ? year : 0, day_of(step.from, year),
              day_of(step.to, year)};
  if (step.event) {
    due.to = *step.event == model::StepEvent::contract_start ? contract.start : contract.end;
  }
  const Step* const anchor = anchor_of(model, step);
  if (anchor == nullptr) return due;
  const DueStep base = due_in(model, contract, *anchor, year);
  if (!base.dated()) return due;
  if (!step.after.empty()) {
    due.from = base.day();
    due.to = plus_days(base.day(), *step.days);
  } else {
    due.to = plus_days(base.from.value_or(base.day()), -*step.days);
  }
  return due;
}

}  // namespace

std::vector<DueStep> due_steps(const model::Model& model, const model::Contract& contract,
                               int first, int last) {
  std::vector<DueStep> all;
  for (const Step& step : model.calendar) {
    const int until = is_yearly(model, step) ? last : first;
    for (int year = first; year <= until; ++year) {
      all.push_back(due_in(model, contract, step, year));
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const DueStep& a, const DueStep& b) {
    if (a.dated() != b.dated()) return a.dated();
    return a.dated() && a.day() < b.day();
  });
  return all;
}

Standing standing_of(const DueStep& due, Date on) {
  if (!due.dated() || due.step->kind == model::StepKind::fact) return Standing::none;
  if (due.to && on > *due.to) return Standing::past;
  return due.from && on >= *due.from ? Standing::open : Standing::to_come;
}

}  // namespace cpom::engine
