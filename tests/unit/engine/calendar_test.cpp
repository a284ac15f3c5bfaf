#include "engine/calendar.hpp"

#include <string>

#include "support/catch.hpp"

using namespace cpom;
using namespace cpom::engine;

namespace {

model::Step step_of(const std::string& id) {
  model::Step step;
  step.id = id;
  return step;
}

model::Step deadline(const std::string& id, model::Moment day) {
  model::Step step = step_of(id);
  step.to = day;
  return step;
}

model::Step window(const std::string& id, model::Moment first, model::Moment last) {
  model::Step step = deadline(id, last);
  step.kind = model::StepKind::window;
  step.from = first;
  return step;
}

model::Step after(const std::string& id, const std::string& other, std::optional<int> days) {
  model::Step step = step_of(id);
  step.kind = model::StepKind::relative;
  step.after = other;
  step.days = days;
  return step;
}

model::Step before(const std::string& id, const std::string& other, std::optional<int> days) {
  model::Step step = after(id, "", days);
  step.before = other;
  return step;
}

std::string said(const DueStep& due) {
  std::string text = due.step->id;
  if (due.year != 0) text += " " + std::to_string(due.year);
  text += ":";
  if (due.from) text += " from " + iso_text(*due.from);
  if (due.to) text += " to " + iso_text(*due.to);
  return text;
}

using Lines = std::vector<std::string>;

Lines due(const std::vector<model::Step>& steps, int first = 2024, int last = 2024) {
  model::Model model;
  model.calendar = steps;
  model::Contract contract;
  contract.start = make_date(2024, 1, 1);
  contract.end = make_date(2026, 6, 30);
  Lines lines;
  for (const DueStep& each : due_steps(model, contract, first, last)) lines.push_back(said(each));
  return lines;
}

}  // namespace

TEST_CASE("calendar: a fixed day comes once, a relative one every assessed year, by date") {
  CHECK(due({deadline("a", RelativeDate{1, 2, 15}), deadline("b", make_date(2025, 12, 31))}, 2024,
            2025) == Lines{"a 2024: to 2025-02-15", "b: to 2025-12-31", "a 2025: to 2026-02-15"});
}

TEST_CASE("calendar: 29 February is the 28th in ordinary years") {
  CHECK(due({deadline("a", RelativeDate{1, 2, 29})}, 2023, 2024) ==
        Lines{"a 2023: to 2024-02-29", "a 2024: to 2025-02-28"});
}

TEST_CASE("calendar: a window sorts by its last day, without one by its first") {
  model::Step open_end = window("c", make_date(2024, 3, 15), make_date(2024, 3, 15));
  open_end.to.reset();
  CHECK(due({window("a", make_date(2024, 1, 1), make_date(2024, 12, 31)),
             deadline("b", make_date(2024, 6, 1)), open_end}) ==
        Lines{"c: from 2024-03-15", "b: to 2024-06-01", "a: from 2024-01-01 to 2024-12-31"});
}

TEST_CASE("calendar: days after the last day, days before the first") {
  const model::Step dialogue = window("d", RelativeDate{1, 4, 15}, RelativeDate{1, 5, 31});
  CHECK(due({dialogue, after("a", "d", 15), before("b", "d", 7)}) ==
        Lines{"b 2024: to 2025-04-08", "d 2024: from 2025-04-15 to 2025-05-31",
              "a 2024: from 2025-05-31 to 2025-06-15"});
}

TEST_CASE("calendar: a chain of steps, written in any order") {
  CHECK(due({after("b", "a", 5), after("a", "d", 10), deadline("d", make_date(2024, 2, 20))}) ==
        Lines{"d: to 2024-02-20", "a: from 2024-02-20 to 2024-03-01",
              "b: from 2024-03-01 to 2024-03-06"});
}

TEST_CASE("calendar: what has no date comes last, once, in the order of the model") {
  CHECK(due({after("z", "d", std::nullopt), step_of("y"), after("x", "y", 3),
             deadline("d", RelativeDate{0, 12, 15})},
            2024,
            2025) == Lines{"d 2024: to 2024-12-15", "d 2025: to 2025-12-15", "z:", "y:", "x:"});
}

TEST_CASE("calendar: the end of the contract") {
  model::Step end = step_of("e");
  end.event = model::StepEvent::contract_end;
  CHECK(due({end, before("f", "e", 30)}) == Lines{"f: to 2026-05-31", "e: to 2026-06-30"});
}

TEST_CASE("calendar: signature and middle of the contract, and what follows or precedes them") {
  model::Step middle = step_of("m");
  middle.event = model::StepEvent::mid_contract;
  model::Step signature = step_of("s");
  signature.event = model::StepEvent::signature;
  // Nobody says when the contract was signed.
  CHECK(due({middle, signature, after("a", "mid_contract", 30), before("b", "contract_end", 30),
             after("c", "contract_start", 10), after("d", "signature", 5)}) ==
        Lines{"c: from 2024-01-01 to 2024-01-11", "m: to 2025-04-01",
              "a: from 2025-04-01 to 2025-05-01", "b: to 2026-05-31", "s:", "d:"});
}

TEST_CASE("calendar: a step of a territory is one of its contracts only") {
  model::Model model;
  model.territories = {{"overseas", "Outre-mer", {"04", "06"}}};
  model::Step step = deadline("a", make_date(2024, 6, 1));
  step.territory = "overseas";
  model.calendar = {step};
  model::Contract contract;
  contract.start = make_date(2024, 1, 1);
  contract.end = make_date(2026, 6, 30);
  contract.region = "53";
  CHECK(due_steps(model, contract, 2024, 2024).empty());
  contract.region = "04";
  CHECK(due_steps(model, contract, 2024, 2024).size() == 1);
  contract.region = "53";
  contract.strands = {{"m", "Mayotte", "06", {}}};
  CHECK(due_steps(model, contract, 2024, 2024).size() == 1);
}

TEST_CASE("calendar: a last day is not past; a fact is nothing to wait for") {
  const model::Step step = window("w", make_date(2024, 3, 1), make_date(2024, 3, 15));
  DueStep due{&step, 0, make_date(2024, 3, 1), make_date(2024, 3, 15)};
  CHECK(standing_of(due, make_date(2024, 2, 29)) == Standing::to_come);
  CHECK(standing_of(due, make_date(2024, 3, 1)) == Standing::open);
  CHECK(standing_of(due, make_date(2024, 3, 15)) == Standing::open);
  CHECK(standing_of(due, make_date(2024, 3, 16)) == Standing::past);
  due.to.reset();
  CHECK(standing_of(due, make_date(2030, 1, 1)) == Standing::open);
  due.from.reset();
  CHECK(standing_of(due, make_date(2030, 1, 1)) == Standing::none);
  model::Step fact = step;
  fact.kind = model::StepKind::fact;
  CHECK(standing_of({&fact, 0, std::nullopt, make_date(2024, 3, 15)}, make_date(2030, 1, 1)) ==
        Standing::none);
}
