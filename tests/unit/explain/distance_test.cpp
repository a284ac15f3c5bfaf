#include <cmath>
#include <filesystem>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "base/number.hpp"
#include "explain/distance.hpp"
#include "script/lua_rules.hpp"
#include "support/catch.hpp"
#include "support/engine_fixture.hpp"

using namespace cpom;
using cpom::testing::day;
using explain::Change;
using explain::Distance;
using explain::Method;
using explain::Way;

namespace {

const script::PackageSet& core() {
  static const script::PackageSet packages = [] {
    Diagnostics found;
    return script::find_packages({{std::filesystem::path(CPOM_SOURCE_DIR) / "rules" / "core"}, {}},
                                 found);
  }();
  return packages;
}

/// The contract of the engine's fixture, judged by the rules of the core.
struct Bench : cpom::testing::EngineFixture {
  Bench() { set("partial_from", 50); }

  void set(const std::string& name, double value) {
    model::Parameter parameter;
    parameter.name = name;
    parameter.value = value;
    parameters.add({parameter}, found);
  }

  model::Indicator& indicator() { return selection().indicator; }

  engine::Result judged() {
    index = std::make_unique<engine::ObservationIndex>(model, contract, observations, found);
    const auto& book = lua.book(core(), model, contract, found);
    prepared = std::make_unique<engine::PreparedContract>(model, contract, parameters, book, found);
    evaluation = engine::evaluate(*prepared, *index, lua, {{2025}, day(2026, 3, 15), {}});
    return evaluation.results.at(0);
  }

  std::optional<Distance> distance() {
    const engine::Result result = judged();
    script::TracedRules traced(core(), model, contract);
    const explain::Subject subject{*prepared, *index, observations, parameters,
                                   core(),    lua,    traced};
    return explain::distance_of(subject, evaluation.results.at(0), evaluation.as_of);
  }

  /// Rank of the status, or a rank behind all.
  std::size_t rank() {
    const engine::Result result = judged();
    for (std::size_t i = 0; i < model.statuses.size(); ++i) {
      if (&model.statuses[i] == result.status) return i;
    }
    return model.statuses.size();
  }

  std::size_t rank_with(const std::string& input, double value) {
    model::Observation& observation = observations.front();
    auto& figure = input == "numerator"     ? observation.numerator
                   : input == "denominator" ? observation.denominator
                                            : observation.value;
    const auto former = std::exchange(figure, value);
    const std::size_t found_rank = rank();
    figure = former;
    return found_rank;
  }

  script::LuaRules lua;
  engine::Evaluation evaluation;
};

double one_less(const Change& change) {
  const double towards = change.by() > 0 ? -change.unit : change.unit;
  return round_half_away(change.to + towards, 12);
}

struct Checked {
  int linear = 0;
  int bisected = 0;
  int measures = 0;
};

/// The stated change flips the status, one unit less does not.
void check_way(Bench& bench, const Way& way, bool is_margin, Checked& checked) {
  std::size_t wanted = 0;
  while (&bench.model.statuses[wanted] != way.status) ++wanted;
  const auto flips = [&](std::size_t rank) {
    const bool has_status = rank < bench.model.statuses.size();
    return has_status && (is_margin ? rank > wanted : rank <= wanted);
  };
  for (const explain::InputChange& input : way.inputs) {
    INFO(input.input << ": " << input.change.from << " to " << input.change.to);
    CHECK(flips(bench.rank_with(input.input, input.change.to)));
    CHECK_FALSE(flips(bench.rank_with(input.input, one_less(input.change))));
    ++(input.method == Method::linear ? checked.linear : checked.bisected);
  }
  if (way.measure) ++checked.measures;
}

/// A case of a form that is linear in what is counted, with everything drawn at random.
class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  void fill(Bench& bench) {
    static const std::vector<std::string> forms = {
        "share", "rate_per_thousand", "ratio",     "count",
        "money", "difference",        "evolution", "attainment"};
    const std::string form = forms[pick(0, static_cast<int>(forms.size()) - 1)];
    model::Indicator& indicator = bench.indicator();
    indicator.form = form;
    indicator.unit = form == "share" ? "percent" : "count";
    indicator.decimals = form == "count" ? 0 : pick(0, 2);
    indicator.direction = pick(0, 1) == 0 ? model::Direction::higher : model::Direction::lower;
    bench.set("quantity", pick(50, 900));
    bench.set("scale", 1000);
    const double base = start(bench, form);
    const double span =
        (indicator.direction == model::Direction::higher ? 1 : -1) * base * pick(5, 60) / 100.0;
    const double target = round_half_away(base + span, indicator.decimals);
    bench.selection().targets.front().value = target;
    const bool of_change = form == "difference" || form == "evolution";
    if (of_change) bench.selection().targets.front().value = round_half_away(span / 4, 1);
  }

 private:
  /// The observation and the baseline; the measure of the baseline.
  double start(Bench& bench, const std::string& form) {
    model::Baseline& baseline = bench.selection().baselines.front();
    if (form == "share" || form == "rate_per_thousand" || form == "ratio") {
      const int denominator = pick(40, 4000);
      bench.observe_ratio(2025, pick(denominator / 10, denominator / 2), denominator);
      const double scale = form == "share" ? 100 : form == "ratio" ? 1 : 1000;
      baseline.value = round_half_away(scale * pick(10, 50) / 100.0, 2);
      return *baseline.value;
    }
    const int value = pick(20, 900);
    bench.observe(2025, value);
    baseline.value = pick(20, 900);
    if (form == "attainment") {
      const double quantity = bench.parameters.find("quantity", {}, {})->value;
      return 100 * *baseline.value / quantity;
    }
    return *baseline.value;
  }

  int pick(int least, int greatest) {
    // The distribution of the standard library is not the same everywhere.
    return least + static_cast<int>(random_() % static_cast<unsigned>(greatest - least + 1));
  }

  std::mt19937 random_;
};

}  // namespace

TEST_CASE("distance: exact for 200 generated linear cases") {
  Generator generator(20260315);
  Checked checked;
  int cases = 0;
  for (int tried = 0; cases < 200 && tried < 1000; ++tried) {
    Bench bench;
    generator.fill(bench);
    const auto distance = bench.distance();
    if (!distance) continue;
    const bool has_way = !distance->better.empty() || distance->margin.has_value();
    if (!has_way) continue;
    const auto& observation = bench.observations.front();
    const bool counted = observation.numerator.has_value();
    INFO("case " << tried << ": " << bench.indicator().form << ", decimals "
                 << bench.indicator().decimals << ", "
                 << model::word_of(bench.indicator().direction) << ", value "
                 << (counted ? *observation.numerator : *observation.value));
    const int linear_before = checked.linear;
    for (const Way& way : distance->better) check_way(bench, way, false, checked);
    if (distance->margin) check_way(bench, *distance->margin, true, checked);
    if (checked.linear == linear_before) continue;  // 0 cannot be undercut
    ++cases;
  }
  CHECK(cases == 200);
  CHECK(checked.linear >= 200);
  CHECK(checked.bisected > 50);  // denominators
  CHECK(checked.measures >= 200);
}

TEST_CASE("distance: 43 more people vaccinated") {
  Bench bench;
  bench.indicator().form = "share";
  bench.indicator().unit = "percent";
  bench.observe_ratio(2025, 369, 515);
  const auto distance = bench.distance();
  REQUIRE(distance);
  REQUIRE(distance->better.size() == 1);
  const Way& way = distance->better.front();
  CHECK(way.status->id == "reached");
  CHECK(way.measure->to == 80);
  REQUIRE(way.inputs.size() == 2);
  CHECK(way.inputs[0].input == "numerator");
  CHECK(way.inputs[0].change.to == 412);
  CHECK(way.inputs[0].change.by() == 43);
  CHECK(way.inputs[0].method == Method::linear);
  CHECK(way.inputs[1].input == "denominator");
  CHECK(way.inputs[1].change.to == 461);
  CHECK(way.inputs[1].method == Method::bisection);
}

TEST_CASE("distance: half a decimal is enough where rounding lifts the measure") {
  Bench bench;
  bench.indicator().form = "share";
  bench.indicator().decimals = 0;
  bench.observe_ratio(2025, 700, 1000);
  const auto distance = bench.distance();
  CHECK(distance->better.back().inputs[0].change.to == 795);
}

TEST_CASE("distance: what a bound forbids is no way") {
  Bench bench;
  bench.indicator().form = "share";
  bench.indicator().maximum = 75;
  bench.observe_ratio(2025, 50, 100);
  const auto distance = bench.distance();
  REQUIRE(distance->better.size() == 1);
  CHECK(distance->better.front().status->id == "partly_reached");
  CHECK(distance->better.front().inputs[0].change.to == 60);
}

TEST_CASE("distance: into a narrow corridor, from either side") {
  Bench bench;
  bench.indicator().direction = model::Direction::corridor;
  auto& target = bench.selection().targets.front();
  target.value.reset();
  target.minimum = 79.9;
  target.maximum = 80.1;
  bench.observe(2025, 1000);
  const auto above = bench.distance();
  CHECK(above->better.back().measure->to == 80.1);
  CHECK(above->better.back().inputs[0].change.to == 80.1);
  bench.observations.front().value = 3;
  const auto below = bench.distance();
  CHECK(below->better.back().measure->to == 79.9);
  CHECK(below->better.back().inputs[0].change.to == 79.9);
}

TEST_CASE("distance: the margin of the best status, and the trajectory") {
  Bench bench;
  auto later = bench.selection().targets.front();
  later.year = 2026;
  later.value = 90;
  bench.selection().targets.push_back(later);
  bench.observe(2025, 82);
  const auto distance = bench.distance();
  CHECK(distance->better.empty());
  REQUIRE(distance->margin);
  CHECK(distance->margin->inputs[0].change.to == Approx(79.9));
  REQUIRE(distance->trajectory.size() == 2);
  CHECK(distance->trajectory[0].reached);
  CHECK_FALSE(distance->trajectory[1].reached);
  CHECK(distance->trajectory[1].status->id == "partly_reached");
  CHECK(distance->trajectory[1].measure->to == 90);
}

TEST_CASE("distance: none without a status") {
  Bench bench;
  CHECK_FALSE(bench.distance().has_value());
}
