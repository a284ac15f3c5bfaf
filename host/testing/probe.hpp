/// Rules numbered instruction by instruction, and what of them was run.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/rules.hpp"
#include "lua/bytecode.hpp"
#include "lua/state.hpp"
#include "model/parameter.hpp"
#include "script/packages.hpp"
#include "testing/ground.hpp"
#include "testing/runner.hpp"

namespace cpom::testing {

/// What can be seen of an instruction. An order comparison of two numbers is just below, at or just
/// above: not further apart than 1, or than a hundredth of the second.
enum Seen : std::uint8_t {
  seen_run = 1,
  seen_true = 2,
  seen_false = 4,
  seen_below = 8,
  seen_at = 16,
  seen_above = 32,
};

struct ProbedInstruction {
  std::size_t file = 0;
  /// Index into lua::all_functions() of the file's chunk, and of the instruction in it.
  std::size_t function = 0;
  int at = 0;
  int line = 0;
  lua::Instruction code;
  bool condition = false;
  bool ordered = false;
  bool reachable = true;
  /// Numbers of the instructions that come next when a condition holds, and when it does not.
  std::size_t when_true = 0;
  std::size_t when_false = 0;
};

struct ProbedFile {
  const script::Package* package = nullptr;
  const script::RuleFile* rule = nullptr;
  lua::Chunk chunk;
  /// Number of its first instruction.
  std::size_t first = 0;
  std::size_t count = 0;
};

/// The rule files of the tested packages, compiled, with every instruction numbered through all
/// of them. Files that do not compile are left out.
class ProbeMap {
 public:
  explicit ProbeMap(const std::vector<const script::Package*>& tested);

  const std::vector<ProbedFile>& files() const { return files_; }
  const std::vector<ProbedInstruction>& instructions() const { return instructions_; }
  const lua::Function& function(std::size_t number) const;

  /// Chunks that run as the sources do and tell by their lines where they are.
  const Replacements& chunks() const { return chunks_; }
  /// The number that such a line stands for.
  std::optional<std::size_t> number_of(int line) const;
  /// Gives a place in such a chunk back its line in the source.
  void restore(Position& where) const;

 private:
  void add(const script::Package& package, const script::RuleFile& rule, const lua::State& state);

  std::vector<ProbedFile> files_;
  std::vector<ProbedInstruction> instructions_;
  Replacements chunks_;
};

/// A call of a rule, kept as an example of what goes into it.
struct SampleCall {
  std::size_t number = 0;
  std::vector<engine::Value> arguments;
};

/// What was seen while tests ran.
struct Sightings {
  explicit Sightings(const ProbeMap& map)
      : seen(map.instructions().size()), runs(map.instructions().size()) {}

  /// Bits of Seen, and how often it was run by cases, by the number of the instruction. What only
  /// the loading of files runs was seen, and run 0 times: how often a file is loaded depends on
  /// the number of threads.
  std::vector<std::uint8_t> seen;
  std::vector<long> runs;
  /// Cases that ran an instruction, by its number; empty unless asked for.
  std::vector<std::vector<std::uint32_t>> cases;
  /// Files that supplied something to a rule that was called.
  std::map<std::string, long> called_files;
  /// The first calls of each rule, by its id.
  std::map<std::string, std::vector<SampleCall>> samples;
  /// Where parameters stand that a rule was given from the settings.
  std::map<std::string, std::map<int, long>> used_parameters;
  /// Years in which indicators and objectives were looked at, by where they are defined.
  std::map<std::string, std::map<int, std::set<int>>> judged_years;

  void add(const Sightings& other);
};

/// Looks on as one bench runs rules whose sources the map's chunks replace.
class Probe final : public Watch, public CallObserver {
 public:
  Probe(const ProbeMap& map, Bench& bench, bool by_case);

  void begin(std::size_t number) override;
  void called(const engine::Rule& rule, std::span<const engine::Value> arguments) override;
  void used(const model::Parameter& parameter) override;
  void judged(const Position& definition, int year) override;

  const Sightings& sightings() const { return sightings_; }
  Sightings& sightings() { return sightings_; }

 private:
  static void step(lua_State* L, lua_Debug* activation, void* probe);
  void see(lua_State* L, lua_Debug* activation);
  void compare(lua_State* L, lua_Debug* activation, std::size_t number);

  const ProbeMap& map_;
  const Bench& bench_;
  Sightings sightings_;
  std::size_t number_ = 0;
  /// The condition that was run last; npos: something else was.
  std::size_t condition_;
};

}  // namespace cpom::testing
