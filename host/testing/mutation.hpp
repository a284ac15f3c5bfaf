/// Rules changed one operation at a time: which changes does no case notice?
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "testing/probe.hpp"
#include "testing/runner.hpp"
#include "testing/test_report.hpp"

namespace cpom::testing {

struct Mutant {
  std::size_t file = 0;
  std::size_t instruction = 0;
  /// What was changed.
  Message change;
  /// The changed chunk.
  std::string chunk;
};

/// Every change of an operator, a constant or a bound in the functions of the map's files, and of
/// a number that a file sets up; in the order of the files.
std::vector<Mutant> mutants_of(const ProbeMap& map);

enum class Fate { noticed, explained, survived };

struct MutantResult {
  std::size_t file = 0;
  Position where;
  Message change;
  Fate fate = Fate::noticed;
  /// No case runs what was changed.
  bool never_run = false;
  /// Why nobody can notice, as tests/mutants.txt says.
  std::string explanation;
};

/// Runs for each mutant the cases that \a sightings (which must be by case) saw run what it
/// changes, until one fails. All cases must pass on the rules as they are. Faults of
/// tests/mutants.txt: test.mutants_format, test.mutants_unused (warning), file.*.
std::vector<MutantResult> run_mutants(const ProbeMap& map, const Sightings& sightings,
                                      const Suite& suite, const Materials& materials, int jobs,
                                      Diagnostics& found);

/// The survivors with their lines, then how many there are of each fate.
std::string text_mutants(const std::vector<MutantResult>& results, const ProbeMap& map,
                         const ReportStyle& style);

}  // namespace cpom::testing
