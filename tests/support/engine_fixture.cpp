#include "support/engine_fixture.hpp"

namespace cpom::testing {
namespace {

Answer number(double value) { return {value, {}, {}, {}}; }

double real(const Value& value) { return std::get<double>(value); }

Answer share(std::span<const Value> in) {
  if (real(in[1]) == 0) return {{}, {}, "the denominator is 0", {}};
  return number(100 * real(in[0]) / real(in[1]));
}

Answer higher(std::span<const Value> in) {
  const double measure = real(in[0]);
  const double target = real(in[1]);
  Answer answer{measure >= target, {}, {}, {}};
  if (const double* baseline = std::get_if<double>(&in[2])) {
    if (*baseline >= target) {
      answer.second = measure >= target ? 100.0 : 0.0;
    } else {
      answer.second = 100 * (measure - *baseline) / (target - *baseline);
    }
  }
  return answer;
}

Answer standard(std::span<const Value> in) {
  const double* progress = std::get_if<double>(&in[1]);
  std::string status = "not_reached";
  if (progress != nullptr && *progress >= 50) status = "partly_reached";
  if (std::get<bool>(in[0])) status = "reached";
  return {status, {}, {}, {}};
}

Answer weighted_mean(std::span<const Value> in) {
  const auto& points = std::get<std::vector<double>>(in[0]);
  const auto& weights = std::get<std::vector<double>>(in[1]);
  double sum = 0;
  double total = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    sum += points[i] * weights[i];
    total += weights[i];
  }
  if (total == 0) return {{}, {}, "all weights are 0", {}};
  return number(sum / total);
}

Answer weather(std::span<const Value> in) {
  return {std::string(real(in[0]) >= 75   ? "sunny"
                      : real(in[0]) >= 50 ? "cloudy"
                                          : "rainy"),
          {},
          {},
          {}};
}

void add_rules(FakeRules& rules) {
  rules.add(RuleKind::compute, "count", {{"value"}}, [](auto in) { return number(real(in[0])); });
  rules.add(RuleKind::compute, "share", {{"numerator"}, {"denominator"}}, share);
  rules.add(RuleKind::compute, "evolution", {{"value"}, {"baseline"}},
            [](auto in) { return number(100 * (real(in[0]) - real(in[1])) / real(in[1])); });
  rules.add(RuleKind::check, "higher", {{"measure"}, {"target"}, {"baseline", true}}, higher);
  rules.add(RuleKind::classify, "standard", {{"reached"}, {"progress", true}}, standard);
  rules.add(RuleKind::rollup, "weighted_mean", {{"points"}, {"weights"}}, weighted_mean);
  rules.add(RuleKind::weather, "standard", {{"score"}}, weather);
}

model::Model small_model() {
  model::Model model;
  model.id = "test";
  model.valid_from = day(2024, 1, 1);
  model.valid_to = day(2028, 12, 31);
  model.statuses = {
      {"reached", "Atteint", "", "", model::Tone::good, 100.0, false, {}},
      {"partly_reached", "Partiellement atteint", "", "", model::Tone::medium, 50.0, false, {}},
      {"not_reached", "Non atteint", "", "", model::Tone::bad, 0.0, false, {}}};
  model.weathers = {{"sunny", "Ensoleillé", "", "", model::Tone::good, false, {}},
                    {"cloudy", "Nuageux", "", "", model::Tone::medium, false, {}},
                    {"rainy", "Pluvieux", "", "", model::Tone::bad, false, {}}};
  model.territories = {{"metropole", "Métropole", {"53", "11"}}};
  model.objectives = {{"1", "Objectif", "objective", "", {}, {}, {}}};
  model::Indicator indicator;
  indicator.code = "1.a";
  indicator.label = "Indicateur";
  indicator.objective = "1";
  indicator.form = "count";
  indicator.unit = "count";
  indicator.decimals = 1;
  indicator.suppliers = {"DGS"};
  model.indicators = {indicator};
  return model;
}

}  // namespace

std::vector<std::string> english(const std::vector<Diagnostic>& faults) {
  std::vector<std::string> lines;
  for (const Diagnostic& fault : faults) {
    lines.push_back(fault.code + ": " + english(fault.what));
    if (!fault.remedy.empty()) lines.back() += " (" + english(fault.remedy) + ")";
  }
  return lines;
}

EngineFixture::EngineFixture() : model(small_model()) {
  contract.id = "c";
  contract.model = "test";
  contract.region = "53";
  contract.start = day(2024, 1, 1);
  contract.end = day(2028, 12, 31);
  contract.strands = {model::Strand{}};
  contract.objectives = model.objectives;
  model::Selection chosen;
  chosen.indicator = model.indicators.front();
  chosen.where = {"contract.xml", 10, 5};
  chosen.followed_from = contract.start;
  model::Target target;
  target.year = 2025;
  target.value = 80;
  target.in_force = contract.start;
  target.where = {"contract.xml", 12, 7};
  chosen.targets = {target};
  model::Baseline baseline;
  baseline.value = 40;
  baseline.where = {"contract.xml", 11, 7};
  chosen.baselines = {baseline};
  contract.selections = {chosen};
  add_rules(rules);
  observations.reserve(100);
}

model::Observation& EngineFixture::observe(int year, double value) {
  model::Observation observation;
  observation.indicator = selection().indicator.code;
  observation.year = year;
  observation.value = value;
  observation.where = {"values.csv", static_cast<int>(observations.size()) + 2, 1};
  observations.push_back(observation);
  return observations.back();
}

model::Observation& EngineFixture::observe_ratio(int year, double numerator, double denominator) {
  model::Observation& observation = observe(year, 0);
  observation.value.reset();
  observation.numerator = numerator;
  observation.denominator = denominator;
  return observation;
}

engine::Evaluation EngineFixture::evaluate(int year, Date as_of) {
  return evaluate(engine::Request{{year}, as_of});
}

engine::Evaluation EngineFixture::evaluate(const engine::Request& request) {
  index = std::make_unique<engine::ObservationIndex>(model, contract, observations, found);
  prepared = std::make_unique<engine::PreparedContract>(model, contract, parameters, rules, found);
  return engine::evaluate(*prepared, *index, rules, request);
}

engine::Result EngineFixture::result(int year, Date as_of) {
  return evaluate(year, as_of).results.at(0);
}

}  // namespace cpom::testing
