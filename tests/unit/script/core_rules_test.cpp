#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "script/core_reasons.hpp"
#include "script/lua_rules.hpp"
#include "support/catch.hpp"
#include "unit/script/fixture.hpp"

using namespace cpom;
using namespace cpom::script;
using engine::Value;
namespace fs = std::filesystem;

namespace {

const fs::path core = fs::path(CPOM_SOURCE_DIR) / "rules" / "core";

/// The shipped rules of the core.
class Core : public RuleBench {
 public:
  Core() {
    packages = find_packages({{core}, {}}, found);
    for (const Diagnostic& fault : found.all()) UNSCOPED_INFO(render(fault, Language::english));
    REQUIRE(packages.packages.size() == 1);
    book();
    for (const Diagnostic& fault : found.all()) UNSCOPED_INFO(render(fault, Language::english));
    REQUIRE(found.empty());
  }
};

struct Case {
  const char* rule;
  std::vector<Value> arguments;
  const char* told;
};

const Value none{};

std::vector<Case> compute_cases() {
  return {
      {"compute/share", {30.0, 40.0}, "75"},
      {"compute/share", {0.0, 40.0}, "0"},
      {"compute/share", {50.0, 40.0}, "125"},
      {"compute/share", {1.0, 0.0}, "nil: the denominator is 0"},
      {"compute/share", {0.0, 0.0}, "nil: the denominator is 0"},
      {"compute/rate_per_thousand", {3.0, 2000.0, none}, "1.5"},
      {"compute/rate_per_thousand", {3.0, 2000.0, 100000.0}, "150"},
      {"compute/rate_per_thousand", {3.0, 0.0, none}, "nil: the denominator is 0"},
      {"compute/ratio", {12.0, 400.0}, "0.03"},
      {"compute/ratio", {12.0, 0.0}, "nil: the denominator is 0"},
      {"compute/mean_duration", {none, 30.0, 4.0}, "7.5"},
      {"compute/mean_duration", {9.0, 30.0, 4.0}, "7.5"},
      {"compute/mean_duration", {9.0, none, none}, "9"},
      {"compute/mean_duration", {9.0, 30.0, none}, "9"},
      {"compute/mean_duration", {9.0, 30.0, 0.0}, "nil: the denominator is 0"},
      {"compute/mean_duration",
       {none, 30.0, none},
       "nil: neither a mean nor a total with its number of cases was supplied"},
      {"compute/count", {0.0}, "0"},
      {"compute/count", {12.0}, "12"},
      {"compute/money", {-1250000.5}, "-1,250,000.5"},
      {"compute/published", {72.7}, "72.7"},
      {"compute/evolution", {110.0, 100.0}, "10"},
      {"compute/evolution", {90.0, 100.0}, "-10"},
      {"compute/evolution", {0.0, 100.0}, "-100"},
      {"compute/evolution",
       {5.0, 0.0},
       "nil: the baseline is 0: there is no rate of change from it"},
      {"compute/evolution",
       {5.0, -2.0},
       "nil: the baseline is negative: there is no rate of change from it"},
      {"compute/difference", {5.0, 0.0}, "5"},
      {"compute/difference", {-2.0, 3.0}, "-5"},
      {"compute/gap", {60.0, none, none, 45.0, none, none}, "15"},
      {"compute/gap", {none, 3.0, 4.0, none, 1.0, 2.0}, "25"},
      {"compute/gap", {60.0, none, none, none, 1.0, 2.0}, "10"},
      {"compute/gap", {1.0, 3.0, 4.0, 75.0, none, none}, "0"},
      {"compute/gap", {40.0, none, none, 45.0, none, none}, "-5"},
      {"compute/gap", {none, 3.0, 0.0, 45.0, none, none}, "nil: the denominator is 0"},
      {"compute/gap", {40.0, none, none, none, 3.0, 0.0}, "nil: the denominator is 0"},
      {"compute/gap",
       {none, 3.0, none, 45.0, none, none},
       "nil: one of the two rates was not supplied"},
      {"compute/gap",
       {40.0, none, none, none, none, none},
       "nil: one of the two rates was not supplied"},
      {"compute/attainment", {30.0, 120.0}, "25"},
      {"compute/attainment", {150.0, 120.0}, "125"},
      {"compute/attainment", {30.0, 0.0}, "nil: the quantity to attain is 0"},
      {"compute/share_under_constraint", {99.0, 100.0, none, 5.0, 6.0, none, none}, "99, true"},
      {"compute/share_under_constraint", {99.0, 100.0, none, 6.0, 6.0, none, none}, "99, true"},
      {"compute/share_under_constraint", {99.0, 100.0, none, 6.5, 6.0, none, none}, "99, false"},
      {"compute/share_under_constraint", {99.0, 100.0, none, 6.5, 6.0, 110.0, none}, "99, true"},
      {"compute/share_under_constraint", {99.0, 100.0, 100.0, none, none, none, none}, "99, true"},
      {"compute/share_under_constraint", {99.0, 100.0, 100.5, none, none, none, none}, "99, false"},
      {"compute/share_under_constraint", {99.0, 100.0, 97.0, none, none, 95.0, none}, "99, false"},
      {"compute/share_under_constraint", {99.0, 100.0, none, 1.0, 0.0, none, none}, "99, false"},
      {"compute/share_under_constraint",
       {99.0, 0.0, 97.0, none, none, none, none},
       "nil: the denominator is 0"},
      {"compute/share_under_constraint",
       {99.0, 100.0, none, none, none, none, none},
       "nil: the figure of the constraint was not supplied"},
      {"compute/share_under_constraint", {none, none, none, 6.5, 6.0, none, 98.7}, "98.7, false"},
      {"compute/share_under_constraint",
       {none, none, 97.0, none, none, none, none},
       "nil: the rate was not supplied"},
      {"compute/milestone", {1.0}, "1"},
      {"compute/milestone", {0.0}, "0"},
      {"compute/milestone", {0.5}, "nil: a milestone is reached (1) or it is not (0)"},
      {"compute/event", {0.0}, "0"},
      {"compute/event", {1.0}, "1"},
      {"compute/event", {3.0}, "1"},
      {"compute/event", {-1.0}, "nil: an event cannot have taken place a negative number of times"},
  };
}

std::vector<Case> check_cases() {
  return {
      {"check/higher", {50.0, 60.0, 40.0, none}, "false, 50"},
      {"check/higher", {60.0, 60.0, 40.0, none}, "true, 100"},
      {"check/higher", {70.0, 60.0, 40.0, none}, "true, 150"},
      {"check/higher", {30.0, 60.0, 40.0, none}, "false, -50"},
      {"check/higher", {40.0, 60.0, 40.0, none}, "false, 0"},
      {"check/higher", {60.0, 60.0, 60.0, none}, "true, 100"},
      {"check/higher", {59.0, 60.0, 60.0, none}, "false, 0"},
      {"check/higher", {65.0, 60.0, 80.0, none}, "true, 100"},
      {"check/higher", {59.0, 60.0, 80.0, none}, "false, 0"},
      {"check/higher", {0.0, 0.0, 0.0, none}, "true, 100"},
      {"check/higher", {50.0, 60.0, none, none}, "false"},
      {"check/higher", {60.0, 60.0, none, none}, "true"},
      {"check/higher", {50.0, 60.0, 40.0, true}, "false, 50"},
      {"check/higher", {60.0, 60.0, 40.0, true}, "true, 100"},
      {"check/higher", {60.0, 60.0, 40.0, false}, "false, 100"},
      {"check/higher", {60.0, 60.0, none, false}, "false"},
      {"check/higher", {60.0, 60.0, 60.0, false}, "false, 100"},
      {"check/lower", {50.0, 40.0, 60.0, none}, "false, 50"},
      {"check/lower", {40.0, 40.0, 60.0, none}, "true, 100"},
      {"check/lower", {30.0, 40.0, 60.0, none}, "true, 150"},
      {"check/lower", {70.0, 40.0, 60.0, none}, "false, -50"},
      {"check/lower", {0.0, 0.0, 10.0, none}, "true, 100"},
      {"check/lower", {5.0, 0.0, 10.0, none}, "false, 50"},
      {"check/lower", {0.0, 0.0, 0.0, none}, "true, 100"},
      {"check/lower", {1.0, 0.0, 0.0, none}, "false, 0"},
      {"check/lower", {4.73, 3.0, 2.6, none}, "false, 0"},
      {"check/lower", {2.9, 3.0, 2.6, none}, "true, 100"},
      {"check/lower", {50.0, 40.0, none, none}, "false"},
      {"check/lower", {40.0, 40.0, none, none}, "true"},
      {"check/lower", {40.0, 40.0, 60.0, false}, "false, 100"},
      {"check/lower", {40.0, 40.0, 40.0, false}, "false, 100"},
      {"check/maintain", {60.0, 60.0, none}, "true, 100"},
      {"check/maintain", {59.9, 60.0, none}, "false, 0"},
      {"check/maintain", {60.0, 60.0, false}, "false, 0"},
      {"check/corridor", {5.0, 4.0, 6.0, none, none}, "true, 100"},
      {"check/corridor", {4.0, 4.0, 6.0, 1.0, none}, "true, 100"},
      {"check/corridor", {6.0, 4.0, 6.0, 1.0, none}, "true, 100"},
      {"check/corridor", {3.0, 4.0, 6.0, none, none}, "false"},
      {"check/corridor", {3.0, 4.0, 6.0, 2.0, none}, "false, 50"},
      {"check/corridor", {1.0, 4.0, 6.0, 2.0, none}, "false, -50"},
      {"check/corridor", {7.0, 4.0, 6.0, 10.0, none}, "false, 75"},
      {"check/corridor", {12.0, 4.0, 6.0, 10.0, none}, "false, -50"},
      {"check/corridor", {3.0, 4.0, 6.0, 5.0, none}, "false, 0"},
      {"check/corridor", {3.0, 4.0, 6.0, 4.0, none}, "false, 0"},
      {"check/corridor", {3.0, 4.0, 6.0, 8.0, none}, "false, 0"},
      {"check/corridor", {7.0, 4.0, 6.0, 2.0, none}, "false, 0"},
      {"check/corridor", {9.0, none, 6.0, 12.0, none}, "false, 50"},
      {"check/corridor", {-9.0, none, 6.0, 12.0, none}, "true, 100"},
      {"check/corridor", {3.0, 4.0, none, 2.0, none}, "false, 50"},
      {"check/corridor", {99.0, 4.0, none, 2.0, none}, "true, 100"},
      {"check/corridor", {5.0, 4.0, 6.0, none, false}, "false, 100"},
      {"check/corridor", {5.0, none, none, 1.0, none}, "nil: the corridor has no bound"},
  };
}

std::vector<Case> judgement_cases() {
  return {
      {"classify/standard", {true, 100.0, none, 50.0}, "reached"},
      {"classify/standard", {true, none, none, 50.0}, "reached"},
      {"classify/standard", {true, -20.0, none, 50.0}, "reached"},
      {"classify/standard", {false, 50.0, none, 50.0}, "partly_reached"},
      {"classify/standard", {false, 49.0, none, 50.0}, "not_reached"},
      {"classify/standard", {false, none, none, 50.0}, "not_reached"},
      {"classify/standard", {false, 0.0, none, 0.0}, "partly_reached"},
      {"classify/standard", {false, 100.0, false, 50.0}, "not_reached"},
      {"classify/standard", {false, 60.0, true, 50.0}, "partly_reached"},
      {"rollup/weighted_mean",
       {std::vector<double>{100, 50, 0}, std::vector<double>{1, 1, 1}},
       "50"},
      {"rollup/weighted_mean", {std::vector<double>{100, 0}, std::vector<double>{3, 1}}, "75"},
      {"rollup/weighted_mean", {std::vector<double>{100, 0}, std::vector<double>{1, 0}}, "100"},
      {"rollup/weighted_mean",
       {std::vector<double>{100, 0}, std::vector<double>{0, 0}},
       "nil: no indicator has a weight"},
      {"rollup/weighted_mean",
       {std::vector<double>{}, std::vector<double>{}},
       "nil: no indicator has a weight"},
      {"rollup/weighted_mean",
       {std::vector<double>{100, 0}, std::vector<double>{2, -1}},
       "nil: a weight is negative"},
      {"rollup/lowest", {std::vector<double>{100, 50, 0}, std::vector<double>{1, 1, 0}}, "50"},
      {"rollup/lowest",
       {std::vector<double>{100}, std::vector<double>{0}},
       "nil: no indicator has a weight"},
      {"rollup/lowest",
       {std::vector<double>{}, std::vector<double>{}},
       "nil: no indicator has a weight"},
      {"weather/standard", {75.0, 75.0, 50.0, 25.0}, "sunny"},
      {"weather/standard", {74.9, 75.0, 50.0, 25.0}, "cloudy"},
      {"weather/standard", {50.0, 75.0, 50.0, 25.0}, "cloudy"},
      {"weather/standard", {25.0, 75.0, 50.0, 25.0}, "rainy"},
      {"weather/standard", {24.9, 75.0, 50.0, 25.0}, "stormy"},
      {"weather/standard", {0.0, 75.0, 50.0, 25.0}, "stormy"},
  };
}

std::vector<Case> term_cases() {
  using Ranks = std::vector<double>;
  const Value scale = Ranks{100, 50, 0};
  return {
      {"term/last", {2.0}, "2"},
      {"term/last", {none}, "nil: the last year has no status yet"},
      {"term/worst", {Ranks{1, 3, 2}}, "3"},
      {"term/worst", {Ranks{1}}, "1"},
      {"term/all", {Ranks{1, 1, 1}, 3.0}, "1"},
      {"term/all", {Ranks{1, 1}, 3.0}, "nil: not every year has a status yet"},
      {"term/all", {Ranks{1, 2}, 3.0}, "2"},
      {"term/all", {Ranks{1, 3, 2}, 3.0}, "3"},
      {"term/mean", {Ranks{1, 1, 2}, scale}, "1"},
      {"term/mean", {Ranks{1, 2}, scale}, "2"},
      {"term/mean", {Ranks{1, 3}, scale}, "2"},
      {"term/mean", {Ranks{3, 3, 2}, scale}, "3"},
      {"term/mean", {Ranks{1, 3}, Ranks{100, 90, 0}}, "2"},
      {"term/mean", {Ranks{1, 3, 3}, Ranks{100, 90, 0}}, "3"},
      {"term/mean", {Ranks{1, 2}, none}, "2"},
      {"term/mean", {Ranks{1, 1, 2}, none}, "1"},
      {"term/mean", {Ranks{1, 4, 4}, none}, "3"},
  };
}

void check_all(const std::vector<Case>& cases, std::set<std::string>* called = nullptr) {
  Core bench;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    INFO(cases[i].rule << ", case " << i);
    const engine::Rule* rule = bench.find(cases[i].rule);
    REQUIRE(rule != nullptr);
    REQUIRE(rule->needs.size() == cases[i].arguments.size());
    for (std::size_t n = 0; n < rule->needs.size(); ++n) {
      const bool given = cases[i].arguments[n].index() != 0;
      CHECK((given || rule->needs[n].optional));
    }
    CHECK(bench.told(cases[i].rule, cases[i].arguments) == cases[i].told);
    if (called != nullptr) called->insert(cases[i].rule);
  }
}

std::string text_of(const fs::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> files_of_core() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(core)) {
    if (entry.path().extension() == ".lua") files.push_back(entry.path());
  }
  return files;
}

}  // namespace

TEST_CASE("forms of computation") { check_all(compute_cases()); }

TEST_CASE("comparison with a target") { check_all(check_cases()); }

TEST_CASE("status, roll-up and weather") { check_all(judgement_cases()); }

TEST_CASE("the years of a term made one") { check_all(term_cases()); }

TEST_CASE("every rule of the core has a case, a summary and a first line that says what it is") {
  std::set<std::string> called;
  for (const auto& cases : {compute_cases(), check_cases(), judgement_cases(), term_cases()}) {
    for (const Case& one : cases) called.insert(one.rule);
  }
  Core bench;
  std::set<std::string> all;
  for (const RuleFile& file : bench.packages.packages[0].rules) {
    INFO(file.id);
    all.insert(file.id);
    CHECK(file.source.starts_with("--- "));
    CHECK(file.source.find("summary = \"") != std::string::npos);
    const bool national = file.id.starts_with("compute/") || file.id.starts_with("check/");
    CHECK((file.source.find("locked = true") != std::string::npos) == national);
  }
  CHECK(called == all);
}

TEST_CASE("every reason that the core gives can be translated") {
  std::set<std::string> listed;
  for (const Message& reason : core_reasons()) listed.insert(reason.id);
  std::set<std::string> given;
  const std::string head = "nil, \"";
  for (const fs::path& file : files_of_core()) {
    const std::string text = text_of(file);
    for (std::size_t at = text.find(head); at != std::string::npos; at = text.find(head, at)) {
      at += head.size();
      given.insert(text.substr(at, text.find('"', at) - at));
    }
  }
  CHECK(given.size() > 5);
  CHECK(given == listed);
}
