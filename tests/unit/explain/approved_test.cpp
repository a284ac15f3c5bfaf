#include <cstdlib>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "support/catch.hpp"
#include "unit/explain/example.hpp"

using namespace cpom;

namespace {

/// The approved text tests/unit/explain/expected/NAME. With CPOM_APPROVE set in the environment,
/// \a actual becomes the approved text.
std::string approved(const std::string& name, const std::string& actual) {
  const auto file = test::sources_root / "tests" / "unit" / "explain" / "expected" / name;
  if (std::getenv("CPOM_APPROVE") != nullptr) write_file(file, actual);
  return read_file(file);
}

struct Case {
  std::string name;
  std::string example;
  std::vector<std::string> rules;
  std::string indicator;
  int year;
};

const std::string bretagne = "etat-ars-2024-2028-bretagne";
const std::string region = "region-53-bretagne";

/// One of each outcome, and of each status.
const std::vector<Case> cases = {
    {"reached", bretagne, {region}, "6.b", 2025},
    {"partly_reached_by_region_rule", bretagne, {region}, "C.4.07", 2025},
    {"not_reached", bretagne, {region}, "4.b", 2025},
    {"constraint_broken", bretagne, {region}, "10.a", 2025},
    {"late", bretagne, {}, "2.c.1", 2025},
    {"awaited", bretagne, {}, "BZH.1", 2025},
    {"invalid", bretagne, {}, "8.d", 2025},
    {"not_computable", bretagne, {}, "7.b", 2025},
    {"target_pending", bretagne, {}, "4.i", 2025},
    {"observed", bretagne, {}, "10.c", 2025},
    {"not_due", bretagne, {}, "C.3.01", 2025},
    {"context", bretagne, {}, "BZH.2", 2025},
    {"not_applicable", bretagne, {}, "C.5.02", 2024},
    {"void", "etat-ars-2015-2018-guadeloupe", {}, "P.1.2.03", 2018},
    {"retained", "etat-ars-2015-2018-guadeloupe", {}, "P.6.1.01", 2017},
    {"strands_restated", "etat-ars-2019-2023-reunion-mayotte", {}, "7.a", 2020},
    {"amended_target", "etat-ars-2015-2018-guadeloupe", {}, "P.3.1.01", 2018},
    {"rule_error", bretagne, {"faulty-rule"}, "C.7.02", 2025},
};

std::string explained(const Case& each, Language language) {
  test::ExplainedExample example(each.example, each.rules);
  example.style.language = language;
  const auto subject = example.subject();
  const auto evaluation = example.evaluate(each.year);
  std::vector<explain::Derivation> derivations;
  for (const engine::Result& result : evaluation.results) {
    if (result.selection->indicator.code == each.indicator) {
      derivations.push_back(explain::derive(subject, evaluation, result));
    }
  }
  REQUIRE_FALSE(derivations.empty());
  return explain::text_explanation(derivations, example.style);
}

}  // namespace

TEST_CASE("explain: approved texts, one of each outcome") {
  for (const Case& each : cases) {
    const std::string text = explained(each, Language::french);
    INFO(each.name);
    CHECK(text == approved(each.name + ".txt", text));
  }
}

TEST_CASE("explain: an approved text in English") {
  const std::string text = explained(cases[1], Language::english);
  CHECK(text == approved("partly_reached.en.txt", text));
}
