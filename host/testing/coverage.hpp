/// What the tests of packages reach of their rules, and what they do not.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "model/parameter.hpp"
#include "script/packages.hpp"
#include "testing/probe.hpp"

namespace cpom::testing {

/// lines: with code. conditions: each seen true and seen false. statuses: texts that a rule gives
/// as its result. reasons: sentences it gives instead of one. edges: for each order comparison, the
/// numbers just below, at and just above. overrides: files that change a rule of a layer below.
/// settings: the package's own parameters. windows: the years from which, and up to which, an
/// indicator or an objective of its catalogue holds, each with the year beyond it.
enum class Measure { lines, conditions, statuses, reasons, edges, overrides, settings, windows };
inline constexpr std::array all_measures = {
    Measure::lines, Measure::conditions, Measure::statuses, Measure::reasons,
    Measure::edges, Measure::overrides,  Measure::settings, Measure::windows};
Message label_of(Measure measure);

struct Share {
  long covered = 0;
  long total = 0;

  /// 100 where there is nothing to cover.
  double percent() const;
};

/// Something that no case reaches.
struct Gap {
  Measure measure = Measure::lines;
  /// Index of the file in the map; npos for a setting, and for a window.
  std::size_t file = 0;
  Position where;
  Message what;
  /// The instruction, and the bit of Seen that it lacks; npos where it is no single one.
  std::size_t instruction = 0;
  Seen lacking = seen_run;
  /// Header and row of a table with a case that reaches it; empty when none was found by trying.
  std::vector<std::string> suggestion;
};

struct PackageCoverage {
  const script::Package* package = nullptr;
  std::array<Share, all_measures.size()> shares;

  const Share& share(Measure measure) const { return shares[static_cast<std::size_t>(measure)]; }
};

struct Coverage {
  std::vector<PackageCoverage> packages;
  /// By file, then line.
  std::vector<Gap> gaps;
};

/// \a tested are the packages that \a map was made of.
Coverage measure_coverage(const ProbeMap& map, const Sightings& sightings,
                          const Materials& materials,
                          const std::vector<const script::Package*>& tested);

/// What a text constant that a rule returns is; nullopt for any other instruction.
std::optional<Measure> returned_text(const ProbeMap& map, std::size_t number);

/// The line of a source, without blanks around it.
std::string line_of(const std::string& source, int line);

}  // namespace cpom::testing
