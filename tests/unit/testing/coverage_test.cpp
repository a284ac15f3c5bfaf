#include "testing/coverage.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"
#include "testing/mutation.hpp"
#include "testing/suggest.hpp"

using namespace cpom;
using namespace cpom::testing;

namespace {

constexpr const char* half = R"(return {
  summary = "half, from a limit on",
  needs = { "value", "param.limit" },
  compute = function(value, limit)
    if value < limit then
      return nil, "too little"
    end
    return value / 2
  end,
}
)";

/// A package of one rule, and the traces of some calls of it.
struct Traced {
  Traced() {
    script::Package package;
    package.name = "core";
    package.folder = "core";
    package.rules = {{"compute/half", "core/compute/half.lua", half}};
    materials.packages.packages = {package};
    model.id = "m";
    model.valid_from = make_date(2024, 1, 1);
    model.valid_to = make_date(2028, 12, 31);
    materials.models = {&model};
    tested = {&materials.packages.packages.front()};
    map.emplace(tested);
    bench.emplace(materials, map->chunks());
    probe.emplace(*map, *bench, true);
  }

  engine::Answer call(double value, double limit) {
    probe->begin(number++);
    const GroundRules* rules = bench->rules(*tested.front(), {}, {});
    const std::vector<engine::Value> arguments = {value, limit};
    return bench->call(*rules->find("compute/half"), arguments);
  }

  Coverage coverage() const {
    return measure_coverage(*map, probe->sightings(), materials, tested);
  }

  static std::vector<std::string> told(const Coverage& coverage) {
    std::vector<std::string> all;
    for (const Gap& gap : coverage.gaps) {
      all.push_back(std::to_string(gap.where.line) + ": " + render(gap.what, Language::english));
    }
    return all;
  }

  Materials materials;
  model::Model model;
  std::vector<const script::Package*> tested;
  std::optional<ProbeMap> map;
  std::optional<Bench> bench;
  std::optional<Probe> probe;
  std::size_t number = 0;
};

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a rule answers the same while it is watched") {
  Traced traced;
  CHECK(traced.call(12, 10).first == engine::Value(6.0));
  CHECK(traced.call(8, 10).reason == "too little");
}

TEST_CASE("what no case reaches is told by its line") {
  Traced traced;
  traced.call(12, 10);
  CHECK(Traced::told(traced.coverage()) ==
        Lines{"5: condition 1 of the line never holds", "5: no case has value just below limit",
              "5: no case has value equal to limit", "5: no case has value just above limit",
              "6: the line is never run", "6: the reason \"too little\" is never given"});
  traced.call(10.5, 10);
  traced.call(10, 10);
  CHECK(Traced::told(traced.coverage()) ==
        Lines{"5: condition 1 of the line never holds", "5: no case has value just below limit",
              "6: the line is never run", "6: the reason \"too little\" is never given"});
  traced.call(9, 10);
  const Coverage all = traced.coverage();
  CHECK(all.gaps.empty());
  for (const Measure measure : all_measures) {
    CHECK(all.packages.front().share(measure).percent() == 100);
  }
  CHECK(all.packages.front().share(Measure::edges).total == 3);
}

TEST_CASE("a case is suggested for each gap, and closes it") {
  Traced traced;
  traced.call(12, 10);
  Coverage coverage = traced.coverage();
  suggest_cases(*traced.map, traced.probe->sightings(), traced.materials, coverage);
  for (const Gap& gap : coverage.gaps) {
    REQUIRE(gap.suggestion.size() == 2);
    CHECK(gap.suggestion[0] == "rule;value;param.limit;expect;expect_2;reason;error");
  }
  CHECK(coverage.gaps[2].suggestion[1] == "compute/half;10;10;5;;;");
}

TEST_CASE("every operator, constant and text of a rule is changed once") {
  const Traced traced;
  Lines changes;
  for (const Mutant& mutant : mutants_of(*traced.map)) {
    changes.push_back(std::to_string(traced.map->instructions()[mutant.instruction].line) + ": " +
                      render(mutant.change, Language::english));
  }
  CHECK(changes == Lines{"5: the limit itself falls on the other side (< and <= exchanged)",
                         "5: the condition is turned round",
                         "6: the text \"too little\" becomes another", "8: × and / are exchanged",
                         "8: the number 2 becomes 3"});
}

TEST_CASE("a changed rule does what the change says") {
  const Traced traced;
  const auto mutants = mutants_of(*traced.map);
  const auto answer = [&](std::size_t which, double value) {
    Bench bench(traced.materials, {{"core/compute/half.lua", mutants[which].chunk}});
    const GroundRules* rules = bench.rules(*traced.tested.front(), {}, {});
    const std::vector<engine::Value> arguments = {value, 10.0};
    return bench.call(*rules->find("compute/half"), arguments);
  };
  CHECK(answer(0, 10).reason == "too little");
  CHECK(answer(1, 9).first == engine::Value(4.5));
  CHECK(answer(2, 9).reason == "too little~");
  CHECK(answer(3, 12).first == engine::Value(24.0));
  CHECK(answer(4, 12).first == engine::Value(4.0));
}
