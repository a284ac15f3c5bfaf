#include "explain/distance.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>

#include "base/number.hpp"
#include "engine/indicator_evaluator.hpp"
#include "engine/judgement.hpp"
#include "engine/measure.hpp"

namespace cpom::explain {
namespace {

using engine::Outcome;
using engine::Result;
using model::Observation;

/// Whole units away from the present figure.
using Units = std::int64_t;
using Test = std::function<bool(Units)>;

constexpr Units farthest = Units{1} << 40;
constexpr int most_decimals = 15;

double power_of_ten(int exponent) { return std::pow(10.0, exponent); }

int places_of(double value) {
  const std::string text = decimal_text(value);
  const auto point = text.find('.');
  return point == std::string::npos
             ? 0
             : std::min(static_cast<int>(text.size() - point) - 1, most_decimals);
}

/// The figures that lie a whole number of units from \a from.
struct Scale {
  double from = 0;
  int places = 0;

  double unit() const { return std::pow(10.0, -places); }
  double at(Units units) const {
    return round_half_away(from + static_cast<double>(units) / power_of_ten(places), places);
  }
  Change change(Units units) const { return {from, at(units), unit()}; }
};

/// The least distance in one direction at which \a test holds, when it holds at \a far and not at
/// \a near.
Units edge(const Test& test, Units near, Units far) {
  while (std::abs(far - near) > 1) {
    const Units middle = near + (far - near) / 2;
    (test(middle) ? far : near) = middle;
  }
  return far;
}

/// Looks outward in doubling steps and at \a hints; nothing when \a test holds nowhere there.
std::optional<Units> outward(const Test& test, Units direction, Units limit,
                             const std::vector<Units>& hints = {}) {
  std::vector<Units> places;
  for (Units step = 1; step < limit; step *= 2) places.push_back(step);
  if (limit > 0) places.push_back(limit);
  for (const Units hint : hints) {
    for (const Units near : {hint - 1, hint, hint + 1}) {
      const Units away = near * direction;
      if (away > 0 && away <= limit) places.push_back(away);
    }
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  Units near = 0;
  for (const Units place : places) {
    if (test(direction * place)) return edge(test, direction * near, direction * place);
    near = place;
  }
  return std::nullopt;
}

std::optional<Units> nearest(std::optional<Units> one, std::optional<Units> other) {
  if (!one || !other) return one ? one : other;
  return std::abs(*other) < std::abs(*one) ? other : one;
}

/// One result, with the means to ask the engine what another figure would give.
class Surveyor {
 public:
  Surveyor(const Subject& subject, const Result& result, Date as_of)
      : subject_(subject),
        result_(result),
        plan_(subject.plan(*result.selection)),
        question_(subject.question(result, as_of)),
        figures_(figures_of(subject, result, as_of)),
        indicator_(result.selection->indicator),
        contract_(only_observations_of(subject.contract(), indicator_.code)) {
    for (const Observation& observation : subject.supplied) {
      const bool of_this = observation.indicator == indicator_.code;
      if (of_this) supplied_.push_back(observation);
    }
    kept_ = engine::measure_of(*plan_.compute, question_, figures_, subject.rules).kept;
  }

  Distance survey() {
    Distance distance;
    const std::size_t rank = rank_of(result_.status);
    for (std::size_t better = rank; better-- > 0;) {
      Way way = way_to(better, [better](std::size_t reached) { return reached <= better; });
      if (!way.measure && way.inputs.empty()) continue;
      // What leads further at no greater cost makes the nearer status no aim of its own.
      if (!distance.better.empty() && same_cost(distance.better.back(), way)) {
        distance.better.pop_back();
      }
      distance.better.push_back(std::move(way));
    }
    if (rank == 0) {
      Way way = way_to(0, [](std::size_t reached) { return reached > 0; });
      way.status = result_.status;
      if (way.measure || !way.inputs.empty()) distance.margin = std::move(way);
    }
    add_trajectory(distance);
    return distance;
  }

 private:
  using Wanted = std::function<bool(std::size_t)>;

  static bool same_cost(const Way& one, const Way& other) {
    const auto same = [](const InputChange& a, const InputChange& b) {
      return a.input == b.input && a.change.to == b.change.to;
    };
    const bool same_measure = one.measure.has_value() == other.measure.has_value() &&
                              (!one.measure || one.measure->to == other.measure->to);
    return same_measure && std::equal(one.inputs.begin(), one.inputs.end(), other.inputs.begin(),
                                      other.inputs.end(), same);
  }

  static model::Contract only_observations_of(const model::Contract& contract,
                                              const std::string& code) {
    model::Contract copy = contract;
    std::erase_if(copy.selections,
                  [&](const auto& selection) { return selection.indicator.code != code; });
    std::erase_if(copy.observations,
                  [&](const auto& observation) { return observation.indicator != code; });
    return copy;
  }

  std::size_t rank_of(const model::Status* status) const {
    const auto& scale = subject_.model().statuses;
    for (std::size_t i = 0; i < scale.size(); ++i) {
      if (&scale[i] == status) return i;
    }
    return scale.size();
  }

  // --- In the unit of the indicator ------------------------------------------------------------

  Result judged(const engine::Question& question, const model::Target* target,
                double measure) const {
    Result result;
    result.selection = result_.selection;
    result.strand = result_.strand;
    result.year = question.year;
    result.target = target;
    result.measure = measure;
    engine::judge(plan_, question, figures_, kept_, subject_.rules, result);
    return result;
  }

  bool within_bounds(double measure) const {
    return !(indicator_.minimum && measure < *indicator_.minimum) &&
           !(indicator_.maximum && measure > *indicator_.maximum);
  }

  Scale measures() const { return {*result_.measure, indicator_.decimals}; }

  Units limit_of(const Scale& scale, std::optional<double> bound) const {
    if (!bound) return farthest;
    const double away = std::fabs(*bound - scale.from) * power_of_ten(scale.places);
    return static_cast<Units>(std::min(std::floor(away + 0.5), static_cast<double>(farthest)));
  }

  std::vector<Units> hints(const Scale& scale, const model::Target& target) const {
    std::vector<Units> all;
    for (const auto& bound : {target.value, target.minimum, target.maximum}) {
      if (!bound) continue;
      const double away = (*bound - scale.from) * power_of_ten(scale.places);
      if (std::fabs(away) < static_cast<double>(farthest)) all.push_back(std::llround(away));
    }
    return all;
  }

  std::optional<Units> measure_for(const engine::Question& question, const model::Target& target,
                                   const std::function<bool(const Result&)>& wanted) const {
    const Scale scale = measures();
    const Test test = [&](Units units) {
      const double measure = scale.at(units);
      return within_bounds(measure) && wanted(judged(question, &target, measure));
    };
    const std::vector<Units> near_target = hints(scale, target);
    return nearest(outward(test, 1, limit_of(scale, indicator_.maximum), near_target),
                   outward(test, -1, limit_of(scale, indicator_.minimum), near_target));
  }

  // --- In what was supplied --------------------------------------------------------------------

  /// The copy of \a original that may be changed.
  Observation* changeable(const Observation& original) {
    for (auto* list : {&contract_.observations, &supplied_}) {
      for (Observation& copy : *list) {
        const bool same = copy.where == original.where && copy.component == original.component &&
                          copy.strand == original.strand && copy.year == original.year &&
                          copy.contract_year == original.contract_year &&
                          copy.received == original.received;
        if (same) return &copy;
      }
    }
    return nullptr;
  }

  static std::optional<double>* figure_of(Observation& observation, std::string_view input) {
    if (input.ends_with("denominator")) return &observation.denominator;
    if (input.ends_with("numerator")) return &observation.numerator;
    return &observation.value;
  }

  /// Figures that come as counts change by one; others by the last digit they were given with.
  Scale scale_of(double figure, std::string_view input) const {
    int places = places_of(figure);
    const bool is_part = input.ends_with("numerator") || input.ends_with("denominator");
    const bool is_measure = !is_part && result_.unrounded == figure;
    if (is_measure && indicator_.unit != "yes_no") places = std::max(places, indicator_.decimals);
    return {figure, places};
  }

  Result with(std::optional<double>& figure, double value) {
    const std::optional<double> former = std::exchange(figure, value);
    Diagnostics told_already;
    const engine::ObservationIndex index(subject_.model(), contract_, supplied_, told_already);
    Result result = engine::evaluate_indicator(plan_, question_, index, subject_.rules);
    figure = former;
    return result;
  }

  bool has_status(const Result& result, const Wanted& wanted) const {
    return result.outcome == Outcome::classified && result.status != nullptr &&
           wanted(rank_of(result.status));
  }

  /// Where the figure may go: what was not negative stays so, a denominator stays above 0.
  Units limit_down(const Scale& scale, std::string_view input) const {
    const bool is_denominator = input.ends_with("denominator");
    if (scale.from < 0 || (!is_denominator && may_be_negative())) return farthest;
    const Units to_zero = limit_of(scale, 0.0);
    return is_denominator ? to_zero - 1 : to_zero;
  }

  /// Whether the indicator is one that goes below 0, such as a margin.
  bool may_be_negative() const {
    const model::Target& target = *result_.target;
    const auto below_zero = [](const std::optional<double>& figure) {
      return figure.value_or(0) < 0;
    };
    return below_zero(indicator_.minimum) || below_zero(result_.baseline) ||
           below_zero(target.value) || below_zero(target.minimum);
  }

  struct Found {
    Units units = 0;
    Method method = Method::linear;
  };

  std::optional<Found> change_of(const engine::Input& input, const Wanted& wanted,
                                 std::optional<double> measure) {
    Observation* const copy = changeable(*input.observation);
    if (copy == nullptr) return std::nullopt;
    std::optional<double>& figure = *figure_of(*copy, input.name);
    if (!figure) return std::nullopt;
    const Scale scale = scale_of(*figure, input.name);
    const Units down = limit_down(scale, input.name);
    const auto result_at = [&](Units units) { return with(figure, scale.at(units)); };
    const Test test = [&](Units units) { return has_status(result_at(units), wanted); };
    const auto unrounded = [&](Units units) -> std::optional<double> {
      return units < -down ? std::nullopt : result_at(units).unrounded;
    };
    if (measure) {
      if (const auto solved = solve(test, unrounded, down, *measure)) return solved;
      if (const auto found = bisect(test, unrounded, down, *measure)) {
        return Found{*found, Method::bisection};
      }
    }
    // A figure that leaves the measure alone still counts where it keeps or breaks a constraint.
    if (!kept_) return std::nullopt;
    const auto tried = nearest(outward(test, 1, farthest), outward(test, -1, down));
    if (!tried) return std::nullopt;
    return Found{*tried, Method::bisection};
  }

  using Function = std::function<std::optional<double>(Units)>;

  static bool on_line(double value, double expected, double scale) {
    constexpr double tolerance = 1e-9;
    return std::fabs(value - expected) <= tolerance * std::max(std::fabs(scale), 1.0);
  }

  /// Where a linear measure comes to \a wanted, confirmed by the engine there and one unit less.
  std::optional<Found> solve(const Test& test, const Function& measure_at, Units down,
                             double wanted) const {
    const auto here = measure_at(0);
    const auto next = measure_at(1);
    const auto after = measure_at(2);
    if (!here || !next || !after) return std::nullopt;
    const double slope = *next - *here;
    if (slope == 0 || !on_line(*after, *here + 2 * slope, *after)) return std::nullopt;
    if (const auto before = measure_at(-1); before && !on_line(*before, *here - slope, *before)) {
      return std::nullopt;
    }
    const double half = power_of_ten(-indicator_.decimals) / 2;
    const double edge_of_rounding = wanted > *here ? wanted - half : wanted + half;
    const double exact = (edge_of_rounding - *here) / slope;
    if (!(std::fabs(exact) < static_cast<double>(farthest))) return std::nullopt;
    const Units direction = exact > 0 ? 1 : -1;
    Units units = static_cast<Units>(exact > 0 ? std::ceil(exact) : std::floor(exact));
    constexpr int most_corrections = 3;
    for (int i = 0; i < most_corrections && !test(units); ++i) units += direction;
    for (int i = 0; i < most_corrections && test(units - direction); ++i) units -= direction;
    const bool confirmed = units != 0 && units >= -down && test(units) && !test(units - direction);
    const auto there = confirmed ? measure_at(units) : std::nullopt;
    if (!there) return std::nullopt;
    const double expected = *here + slope * static_cast<double>(units);
    // The slope of one unit has few digits where the measure has many.
    const double scale = std::fabs(*there) + std::fabs(slope * static_cast<double>(units)) * 1e3;
    if (!on_line(*there, expected, scale)) return std::nullopt;
    return Found{units, Method::linear};
  }

  /// Where the measure crosses \a wanted, found by trying.
  std::optional<Units> bisect(const Test& test, const Function& measure_at, Units down,
                              double wanted) const {
    const double here = *result_.measure;
    const Test crosses = [&](Units units) {
      const auto measure = measure_at(units);
      if (!measure) return false;
      const double rounded = round_half_away(*measure, indicator_.decimals);
      return wanted > here ? rounded >= wanted : rounded <= wanted;
    };
    std::optional<Units> best;
    for (const Units direction : {Units{1}, Units{-1}}) {
      const auto found = outward(crosses, direction, direction > 0 ? farthest : down);
      if (found && test(*found) && !test(*found - direction)) best = nearest(best, found);
    }
    return best;
  }

  Way way_to(std::size_t rank, const Wanted& wanted) {
    Way way;
    way.status = &subject_.model().statuses[rank];
    const auto units = measure_for(question_, *result_.target, [&](const Result& result) {
      return has_status(result, wanted);
    });
    if (units) way.measure = measures().change(*units);
    for (const engine::Input& input : inputs()) {
      const std::optional<double> measure =
          way.measure ? std::optional(way.measure->to) : std::nullopt;
      const auto found = change_of(input, wanted, measure);
      if (!found) {
        way.powerless.push_back(input.name);
        continue;
      }
      const double figure = std::get<double>(input.value);
      way.inputs.push_back({input.name, input.observation,
                            scale_of(figure, input.name).change(found->units), found->method});
    }
    return way;
  }

  /// The figures of this year that the computation used.
  std::vector<engine::Input> inputs() const {
    std::vector<engine::Input> all;
    if (result_.applications.empty()) return all;
    for (const engine::Input& input : result_.applications.front().inputs) {
      const bool supplied = input.observation != nullptr && !input.name.starts_with("previous");
      if (supplied && std::holds_alternative<double>(input.value)) all.push_back(input);
    }
    return all;
  }

  // --- Over the years --------------------------------------------------------------------------

  void add_trajectory(Distance& distance) const {
    const model::Contract& contract = subject_.contract();
    if (result_.target->due) return;
    for (int year = contract.first_year(); year <= contract.last_year(); ++year) {
      engine::Question question = question_;
      question.year = year;
      const model::Target* const target = engine::expectation(question).target;
      if (target == nullptr || target->due) continue;
      const Result then = judged(question, target, *result_.measure);
      if (then.outcome != Outcome::classified) continue;
      Milestone milestone{year, target, then.status, then.reached.value_or(false), {}};
      if (!milestone.reached) {
        const auto units = measure_for(
            question, *target, [](const Result& result) { return result.reached.value_or(false); });
        if (units) milestone.measure = measures().change(*units);
      }
      distance.trajectory.push_back(milestone);
    }
  }

  const Subject& subject_;
  const Result& result_;
  const engine::IndicatorPlan& plan_;
  engine::Question question_;
  engine::Figures figures_;
  const model::Indicator& indicator_;
  /// The contract as far as an index of observations looks at it, with copies to change.
  model::Contract contract_;
  std::vector<Observation> supplied_;
  std::optional<bool> kept_;
};

}  // namespace

std::optional<Distance> distance_of(const Subject& subject, const Result& result, Date as_of) {
  const bool judged = result.outcome == Outcome::classified && result.status != nullptr &&
                      result.measure && result.target != nullptr;
  if (!judged) return std::nullopt;
  return Surveyor(subject, result, as_of).survey();
}

}  // namespace cpom::explain
