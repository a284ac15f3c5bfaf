#include "cli/attribution.hpp"

#include "support/catch.hpp"

using namespace cpom;

namespace {

model::Observation value_of(std::string contract, int line, std::string file = "v.csv") {
  model::Observation observation;
  observation.contract = std::move(contract);
  observation.where = {std::move(file), line, 1};
  return observation;
}

std::vector<std::string> found_for(std::vector<model::Observation> observations,
                                   const std::vector<std::string>& contracts) {
  Diagnostics found;
  cli::check_attribution(observations, contracts, found);
  std::vector<std::string> texts;
  for (const Diagnostic& fault : found.all()) texts.push_back(render(fault, Language::english));
  return texts;
}

}  // namespace

TEST_CASE("attribution: values of the only contract need not say so") {
  CHECK(found_for({value_of("", 2), value_of("bretagne", 3)}, {"bretagne"}).empty());
}

TEST_CASE("attribution: with several contracts a value must say which it belongs to") {
  const auto found = found_for({value_of("", 2), value_of("", 3), value_of("", 7, "w.csv")},
                               {"bretagne", "corse"});
  CHECK(found == std::vector<std::string>{
                     "v.csv:2:1: error: 2 values do not say which contract they belong to (several "
                     "contracts are evaluated: fill in the column \"contract\") "
                     "[observation.contract_missing]",
                     "w.csv:7:1: error: 1 value does not say which contract it belongs to (several "
                     "contracts are evaluated: fill in the column \"contract\") "
                     "[observation.contract_missing]"});
}

TEST_CASE("attribution: nothing is computed from a value that does not say") {
  std::vector<model::Observation> observations = {value_of("", 2), value_of("corse", 3)};
  Diagnostics found;
  cli::check_attribution(observations, {"bretagne", "corse"}, found);
  CHECK(observations[0].faults.size() == 1);
  CHECK(observations[1].faults.empty());
}

TEST_CASE("attribution: an id that is nearly right is warned about, others are counted once") {
  const auto found = found_for({value_of("bretange", 2), value_of("bretange", 3),
                                value_of("corse", 4), value_of("normandie", 5)},
                               {"bretagne"});
  CHECK(found == std::vector<std::string>{
                     "v.csv:2:1: warning: 2 values are for contract \"bretange\", which is not "
                     "evaluated (did you mean \"bretagne\"?) [observation.unknown_contract]",
                     "note: 2 values are for contracts that are not evaluated here "
                     "[observation.other_contract]"});
}
