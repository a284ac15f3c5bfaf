#include "engine/calendar.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

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

std::optional<Date> day_of(model::StepEvent event, const model::Contract& contract) {
  switch (event) {
    case model::StepEvent::signature: return contract.signed_on;
    case model::StepEvent::contract_start: return contract.start;
    case model::StepEvent::mid_contract: return contract.middle();
    case model::StepEvent::contract_end: break;
  }
  return contract.end;
}

/// Whether a place of the contract lies in the territory of the step.
bool concerns(const Step& step, const model::Model& model, const model::Contract& contract) {
  const model::Territory* const territory = model.territory(step.territory);
  if (territory == nullptr) return true;
  const auto inside = [&](const std::string& region) {
    const auto& regions = territory->regions;
    return std::find(regions.begin(), regions.end(), region) != regions.end();
  };
  return inside(contract.region) ||
         std::any_of(contract.strands.begin(), contract.strands.end(),
                     [&](const model::Strand& strand) { return inside(strand.region); });
}

/// Dates the steps of one contract.
class Dating {
 public:
  Dating(const model::Model& model, const model::Contract& contract)
      : model_(model), contract_(contract) {}

  bool is_yearly(const Step& step) const {
    const Step* const anchor = anchor_of(step);
    return anchor != nullptr ? is_yearly(*anchor) : is_relative(step.from) || is_relative(step.to);
  }

  /// Ends: the reader refuses steps that are dated by themselves.
  DueStep due_in(const Step& step, int year) const {
    DueStep due{&step, is_yearly(step) ? year : 0, day_of(step.from, year), day_of(step.to, year)};
    if (step.event) due.to = day_of(*step.event, contract_);
    const auto base = base_of(step, year);
    if (!base) return due;
    if (!step.after.empty()) {
      due.from = base->second;
      due.to = plus_days(base->second, *step.days);
    } else {
      due.to = plus_days(base->first, -*step.days);
    }
    return due;
  }

 private:
  static const std::string& anchor_name(const Step& step) {
    return step.after.empty() ? step.before : step.after;
  }

  /// The step whose date gives that of \a step; nullptr when there is none, or no number of days.
  const Step* anchor_of(const Step& step) const {
    return step.days ? model_.step(anchor_name(step)) : nullptr;
  }

  /// First and last day of the step, or the day of the event, from which the days are counted.
  std::optional<std::pair<Date, Date>> base_of(const Step& step, int year) const {
    if (!step.days) return std::nullopt;
    if (const Step* const anchor = anchor_of(step)) {
      const DueStep base = due_in(*anchor, year);
      if (!base.dated()) return std::nullopt;
      return std::pair{base.from.value_or(base.day()), base.day()};
    }
    const auto event = model::from_word<model::StepEvent>(anchor_name(step));
    const auto day = event ? day_of(*event, contract_) : std::nullopt;
    return day ? std::optional(std::pair{*day, *day}) : std::nullopt;
  }

  const model::Model& model_;
  const model::Contract& contract_;
};

}  // namespace

std::vector<DueStep> due_steps(const model::Model& model, const model::Contract& contract,
                               int first, int last) {
  std::vector<DueStep> all;
  const Dating dating(model, contract);
  for (const Step& step : model.calendar) {
    if (!concerns(step, model, contract)) continue;
    const int until = dating.is_yearly(step) ? last : first;
    for (int year = first; year <= until; ++year) all.push_back(dating.due_in(step, year));
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
