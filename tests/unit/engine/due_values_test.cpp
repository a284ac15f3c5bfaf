#include "engine/due_values.hpp"

#include "support/catch.hpp"
#include "support/engine_fixture.hpp"

namespace cpom::testing {
namespace {

using Lines = std::vector<std::string>;

/// "2026-01-31 2025 DGS: 1.a, 1.b late".
Lines wanted(EngineFixture& fixture, int first, int last, std::optional<Date> on = {}) {
  fixture.evaluate();
  Lines lines;
  for (const auto& due :
       engine::due_values(fixture.model, fixture.contract, first, last, fixture.index.get(), on)) {
    std::string line =
        iso_text(due.by) + " " + std::to_string(due.year) + " " + due.suppliers + ":";
    for (const auto& value : due.values) {
      line += " " + value.strand->id + value.selection->indicator.code;
      if (value.late) line += " late";
    }
    lines.push_back(line);
  }
  return lines;
}

}  // namespace

TEST_CASE("values are wanted by day, then supplier", "[engine]") {
  EngineFixture fixture;
  auto& selections = fixture.contract.selections;
  for (const char* code : {"1.b", "1.c"}) {
    selections.push_back(selections.front());
    selections.back().indicator.code = code;
  }
  selections[1].indicator.suppliers = {"DGOS", "SpF"};
  selections[2].indicator.available = RelativeDate{1, 1, 15};
  CHECK(wanted(fixture, 2025, 2026) ==
        Lines{"2026-01-15 2025 DGS: 1.c", "2026-01-31 2025 DGOS, SpF: 1.b",
              "2026-01-31 2025 DGS: 1.a", "2027-01-15 2026 DGS: 1.c",
              "2027-01-31 2026 DGOS, SpF: 1.b", "2027-01-31 2026 DGS: 1.a"});
}

TEST_CASE("a value is late after its day unless it was received", "[engine]") {
  EngineFixture fixture;
  fixture.observe(2024, 50).received = day(2025, 1, 20);
  fixture.observe(2025, 50).received = day(2026, 3, 1);
  CHECK(wanted(fixture, 2024, 2025, day(2026, 2, 15)) ==
        Lines{"2025-01-31 2024 DGS: 1.a", "2026-01-31 2025 DGS: 1.a late"});
  CHECK(wanted(fixture, 2025, 2025, day(2026, 1, 31)) == Lines{"2026-01-31 2025 DGS: 1.a"});
  CHECK(wanted(fixture, 2025, 2025, day(2026, 3, 1)) == Lines{"2026-01-31 2025 DGS: 1.a"});
}

TEST_CASE("no value is wanted of what is not applicable, void or due in another year", "[engine]") {
  EngineFixture fixture;
  model::Decision made;
  made.kind = model::Decision::Kind::void_indicator;
  made.subject = "1.a";
  made.year = 2025;
  made.date = day(2025, 6, 1);
  fixture.contract.decisions = {made};
  CHECK(wanted(fixture, 2025, 2025).empty());
  fixture.contract.decisions.clear();
  fixture.selection().targets[0].due = day(2026, 6, 30);
  CHECK(wanted(fixture, 2024, 2028) == Lines{"2027-01-31 2026 DGS: 1.a"});
  fixture.selection().indicator.last_year = 2024;
  CHECK(wanted(fixture, 2025, 2028).empty());
}

TEST_CASE("each strand owes its own values", "[engine]") {
  EngineFixture fixture;
  fixture.contract.strands = {{"r", "", "", {}}, {"m", "", "", {}}};
  fixture.observe(2025, 50).strand = "r";
  fixture.contract.strands[0].to = day(2025, 12, 31);
  CHECK(wanted(fixture, 2025, 2026, day(2027, 6, 1)) ==
        Lines{"2026-01-31 2025 DGS: r1.a m1.a late", "2027-01-31 2026 DGS: m1.a late"});
}

}  // namespace cpom::testing
