#include "engine/figures.hpp"

namespace cpom::engine {
namespace {

using model::Baseline;
using model::Observation;
using Kind = Source::Kind;
using Part = Source::Part;

void add_compute(ArgumentCollector& collector, const Source& source, const Question& question,
                 const Figures& figures, bool of_baseline) {
  const auto place = [](const auto* found) { return found != nullptr ? found->where : Position{}; };
  const bool baseline_instead = of_baseline && source.component.empty();
  if (source.kind == Kind::baseline || (source.kind == Kind::observation && baseline_instead)) {
    const Baseline* baseline = figures.baseline;
    collector.add(source, value_of(part_of(baseline, source.part)), place(baseline));
  } else if (source.kind == Kind::observation) {
    const Observation* observation = of_baseline ? nullptr : figures.of(source.component);
    collector.add(source, value_of(part_of(observation, source.part)), place(observation),
                  observation);
  } else if (source.kind == Kind::previous) {
    const Observation* previous = of_baseline ? nullptr : figures.previous;
    collector.add(source, value_of(part_of(previous, source.part)), place(previous), previous);
  } else if (source.kind == Kind::year) {
    collector.add(source, static_cast<double>(question.year), {});
  } else if (source.kind == Kind::decimals) {
    collector.add(source, static_cast<double>(question.selection.indicator.decimals),
                  question.selection.indicator.where);
  } else {
    collector.add(source, constant_value(source));
  }
}

Value judged_value(const Source& source, const Question& question, const Judged& judged) {
  switch (source.kind) {
    case Kind::measure: return value_of(judged.measure);
    case Kind::measured_baseline: return value_of(judged.baseline);
    case Kind::target: return value_of(part_of(judged.target, source.part));
    case Kind::reached: return value_of(judged.reached);
    case Kind::progress: return value_of(judged.progress);
    case Kind::kept: return value_of(judged.kept);
    case Kind::year: return static_cast<double>(question.year);
    default: return constant_value(source);
  }
}

}  // namespace

const Observation* Figures::of(std::string_view component) const {
  if (component.empty()) return main;
  for (const auto& [id, observation] : components) {
    if (id == component) return observation;
  }
  return nullptr;
}

std::vector<const Observation*> Figures::all() const {
  std::vector<const Observation*> list;
  if (main != nullptr) list.push_back(main);
  for (const auto& [id, observation] : components) list.push_back(observation);
  return list;
}

Figures figures_of(const Question& question, const ObservationIndex& observations) {
  Figures figures;
  figures.year = question.year;
  const model::Indicator& indicator = question.selection.indicator;
  const auto known = [&](std::string_view component, int year) {
    return observations.known(question.strand.id, indicator.code, component, year, question.as_of);
  };
  auto main = known({}, question.year);
  if (!main.empty()) {
    figures.main = main.front();
    figures.superseded.assign(main.begin() + 1, main.end());
    if (main.size() > 1) figures.replaced.emplace_back(main[1], main[0]);
  }
  for (const model::Component& component : indicator.components) {
    const auto of_component = known(component.id, question.year);
    if (of_component.empty()) continue;
    figures.components.emplace_back(component.id, of_component.front());
    figures.superseded.insert(figures.superseded.end(), of_component.begin() + 1,
                              of_component.end());
    if (of_component.size() > 1) figures.replaced.emplace_back(of_component[1], of_component[0]);
  }
  const auto previous = known({}, question.year - 1);
  if (!previous.empty()) figures.previous = previous.front();
  figures.baseline = baseline_of(question.selection, question.strand.id);
  return figures;
}

Figures last_figures_of(const Question& question, const model::Target* target,
                        const ObservationIndex& observations) {
  Figures figures = figures_of(question, observations);
  const bool closed = target != nullptr && target->due.has_value();
  const int due_year = closed ? year_of(*target->due) : question.year;
  for (int year = question.year - 1; !figures.any() && year >= due_year; --year) {
    Question earlier = question;
    earlier.year = year;
    figures = figures_of(earlier, observations);
  }
  return figures;
}

Arguments compute_arguments(const BoundRule& rule, const Question& question, const Figures& figures,
                            bool of_baseline) {
  ArgumentCollector collector(rule);
  for (const Source& source : rule.sources) {
    add_compute(collector, source, question, figures, of_baseline);
  }
  return collector.take();
}

Arguments judgement_arguments(const BoundRule& rule, const Question& question,
                              const Judged& judged) {
  ArgumentCollector collector(rule);
  for (const Source& source : rule.sources) {
    const bool of_target = source.kind == Kind::target && judged.target != nullptr;
    collector.add(source, judged_value(source, question, judged),
                  of_target ? judged.target->where : Position{});
  }
  return collector.take();
}

}  // namespace cpom::engine
