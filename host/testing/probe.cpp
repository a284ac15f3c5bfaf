#include "testing/probe.hpp"

#include <algorithm>
#include <cmath>

#include <lua.h>

namespace cpom::testing {
namespace {

using lua::Op;

/// Lines above stand for instructions; no source has as many.
constexpr int first_line = 1'000'000;
constexpr std::size_t none = static_cast<std::size_t>(-1);
constexpr std::size_t most_samples = 12;

bool is_ordered(Op op) {
  switch (op) {
    case Op::lt:
    case Op::le:
    case Op::lt_i:
    case Op::le_i:
    case Op::gt_i:
    case Op::ge_i: return true;
    default: return false;
  }
}

/// A test of a constant that was loaded right before: the one of `a and 100 or 0` after 100.
bool is_settled(const lua::Function& function, int at) {
  if (at == 0) return false;
  const auto index = static_cast<std::size_t>(at);
  const lua::Instruction& test = function.instructions[index];
  const lua::Instruction& before = function.instructions[index - 1];
  const bool constant = before.op() == Op::load_i || before.op() == Op::load_f ||
                        before.op() == Op::load_k || before.op() == Op::load_true;
  const int tested = test.op() == Op::test_set ? test.b() : test.a();
  if (!constant || (test.op() != Op::test && test.op() != Op::test_set)) return false;
  if (before.a() != tested) return false;
  for (int other = 0; other < static_cast<int>(function.instructions.size()); ++other) {
    if (other == at - 1) continue;
    for (const int next : lua::successors(function, other)) {
      if (next == at) return false;
    }
  }
  return true;
}

}  // namespace

ProbeMap::ProbeMap(const std::vector<const script::Package*>& tested) {
  const lua::State state;
  for (const script::Package* package : tested) {
    for (const script::RuleFile& rule : package->rules) add(*package, rule, state);
  }
}

void ProbeMap::add(const script::Package& package, const script::RuleFile& rule,
                   const lua::State& state) {
  ProbedFile file;
  file.package = &package;
  file.rule = &rule;
  file.first = instructions_.size();
  if (lua::compile(state, rule.source, rule.path.string(), file.chunk)) return;
  lua::Chunk numbered = file.chunk;
  const auto functions = lua::all_functions(numbered);
  for (std::size_t f = 0; f < functions.size(); ++f) {
    lua::Function& function = *functions[f];
    const std::size_t base = instructions_.size();
    const std::vector<bool> reachable = lua::reachable(function);
    for (std::size_t at = 0; at < function.instructions.size(); ++at) {
      const lua::Instruction& instruction = function.instructions[at];
      ProbedInstruction probed;
      probed.file = files_.size();
      probed.function = f;
      probed.at = static_cast<int>(at);
      probed.line = instruction.line;
      probed.code = instruction;
      probed.ordered = is_ordered(instruction.op());
      // The head of every file, which no hook sees.
      probed.reachable = reachable[at] && instruction.op() != Op::vararg_prep;
      instructions_.push_back(probed);
    }
    for (const lua::Condition& condition : lua::conditions(function)) {
      if (condition.kind == lua::Condition::Kind::loop) continue;
      if (is_settled(function, condition.at)) continue;
      ProbedInstruction& probed = instructions_[base + static_cast<std::size_t>(condition.at)];
      probed.condition = true;
      probed.when_true = base + static_cast<std::size_t>(condition.when_true);
      probed.when_false = base + static_cast<std::size_t>(condition.when_false);
    }
    int line = first_line + static_cast<int>(base);
    for (lua::Instruction& instruction : function.instructions) instruction.line = line++;
  }
  file.count = instructions_.size() - file.first;
  chunks_[rule.path.string()] = lua::encode(numbered);
  files_.push_back(std::move(file));
}

const lua::Function& ProbeMap::function(std::size_t number) const {
  const ProbedInstruction& probed = instructions_[number];
  return *lua::all_functions(files_[probed.file].chunk)[probed.function];
}

std::optional<std::size_t> ProbeMap::number_of(int line) const {
  if (line < first_line) return std::nullopt;
  const auto number = static_cast<std::size_t>(line - first_line);
  return number < instructions_.size() ? std::optional(number) : std::nullopt;
}

void ProbeMap::restore(Position& where) const {
  if (const auto number = number_of(where.line)) where.line = instructions_[*number].line;
}

void Sightings::add(const Sightings& other) {
  for (std::size_t i = 0; i < seen.size(); ++i) {
    seen[i] = static_cast<std::uint8_t>(seen[i] | other.seen[i]);
    runs[i] += other.runs[i];
  }
  if (cases.size() < other.cases.size()) cases.resize(other.cases.size());
  for (std::size_t i = 0; i < other.cases.size(); ++i) {
    cases[i].insert(cases[i].end(), other.cases[i].begin(), other.cases[i].end());
    std::sort(cases[i].begin(), cases[i].end());
  }
  for (const auto& [file, count] : other.called_files) called_files[file] += count;
  for (const auto& [id, calls] : other.samples) {
    auto& all = samples[id];
    all.insert(all.end(), calls.begin(), calls.end());
    std::stable_sort(all.begin(), all.end(), [](const SampleCall& one, const SampleCall& two) {
      return one.number < two.number;
    });
    if (all.size() > most_samples) all.resize(most_samples);
  }
  for (const auto& [file, lines] : other.used_parameters) {
    for (const auto& [line, count] : lines) used_parameters[file][line] += count;
  }
  for (const auto& [file, lines] : other.judged_years) {
    for (const auto& [line, years] : lines) {
      judged_years[file][line].insert(years.begin(), years.end());
    }
  }
}

Probe::Probe(const ProbeMap& map, Bench& bench, bool by_case)
    : map_(map), bench_(bench), sightings_(map), condition_(none) {
  if (by_case) sightings_.cases.resize(map.instructions().size());
  bench.lua().watch(step, this);
  bench.observe(this);
  bench.restore_with([&map](Position& where) { map.restore(where); });
}

void Probe::begin(std::size_t number) {
  number_ = number;
  condition_ = none;
}

void Probe::called(const engine::Rule& rule, std::span<const engine::Value> arguments) {
  condition_ = none;
  for (const Position& part : rule.chain) ++sightings_.called_files[part.file];
  auto& samples = sightings_.samples[rule.id];
  // A thread takes cases in rising order, so that its first ones are among the first of all.
  if (samples.size() >= most_samples) return;
  samples.push_back({number_, {arguments.begin(), arguments.end()}});
}

void Probe::used(const model::Parameter& parameter) {
  ++sightings_.used_parameters[parameter.where.file][parameter.where.line];
}

void Probe::judged(const Position& definition, int year) {
  sightings_.judged_years[definition.file][definition.line].insert(year);
}

void Probe::step(lua_State* L, lua_Debug* activation, void* probe) {
  static_cast<Probe*>(probe)->see(L, activation);
}

void Probe::see(lua_State* L, lua_Debug* activation) {
  lua_getinfo(L, "l", activation);
  const auto number = map_.number_of(activation->currentline);
  if (!number) {
    condition_ = none;
    return;
  }
  const ProbedInstruction& probed = map_.instructions()[*number];
  const auto mark = [this](std::size_t which, Seen what) {
    sightings_.seen[which] = static_cast<std::uint8_t>(sightings_.seen[which] | what);
  };
  if (condition_ != none) {
    const ProbedInstruction& before = map_.instructions()[condition_];
    if (*number == before.when_true) mark(condition_, seen_true);
    if (*number == before.when_false) mark(condition_, seen_false);
  }
  condition_ = probed.condition ? *number : none;
  mark(*number, seen_run);
  if (bench_.loading()) return;
  ++sightings_.runs[*number];
  if (!sightings_.cases.empty()) {
    auto& cases = sightings_.cases[*number];
    const auto one = static_cast<std::uint32_t>(number_);
    if (cases.empty() || cases.back() != one) cases.push_back(one);
  }
  if (probed.ordered) compare(L, activation, *number);
}

void Probe::compare(lua_State* L, lua_Debug* activation, std::size_t number) {
  const lua::Instruction& code = map_.instructions()[number].code;
  const auto operand = [&](int reg) -> std::optional<double> {
    if (lua_getlocal(L, activation, reg + 1) == nullptr) return std::nullopt;
    std::optional<double> value;
    if (lua_type(L, -1) == LUA_TNUMBER) value = lua_tonumber(L, -1);
    lua_pop(L, 1);
    return value;
  };
  const std::optional<double> left = operand(code.a());
  const bool two_registers = code.op() == Op::lt || code.op() == Op::le;
  const std::optional<double> right =
      two_registers ? operand(code.b()) : std::optional<double>(code.sb());
  if (!left || !right) return;
  const double gap = *left - *right;
  const double near = std::max({1.0, std::abs(*right) / 100, std::abs(*left) / 100});
  if (std::abs(gap) > near) return;
  const Seen what = gap == 0 ? seen_at : gap < 0 ? seen_below : seen_above;
  sightings_.seen[number] = static_cast<std::uint8_t>(sightings_.seen[number] | what);
}

}  // namespace cpom::testing
