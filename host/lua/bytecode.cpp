#include "lua/bytecode.hpp"

#include <utility>

#include <lauxlib.h>

#include "lua/call.hpp"
#include "lua/handles.hpp"
#include "lua/sandbox.hpp"

namespace cpom::lua {
namespace {

int append_bytes(lua_State* /*L*/, const void* bytes, std::size_t size, void* text) {
  static_cast<std::string*>(text)->append(static_cast<const char*>(bytes), size);
  return 0;
}

template <class F>
void collect(F& function, std::vector<F*>& all) {
  all.push_back(&function);
  for (auto& inner : function.functions) collect(inner, all);
}

bool is_condition(Op op) {
  switch (op) {
    case Op::eq:
    case Op::lt:
    case Op::le:
    case Op::eq_k:
    case Op::eq_i:
    case Op::lt_i:
    case Op::le_i:
    case Op::gt_i:
    case Op::ge_i:
    case Op::test:
    case Op::test_set:
    case Op::for_prep:
    case Op::for_loop:
    case Op::tfor_loop: return true;
    default: return false;
  }
}

Condition condition_at(const Function& function, int at) {
  const Instruction& instruction = function.instructions[static_cast<std::size_t>(at)];
  Condition condition;
  condition.at = at;
  condition.line = instruction.line;
  switch (instruction.op()) {
    case Op::for_prep:
      return {Condition::Kind::loop, at, instruction.line, at + 1, at + instruction.bx() + 2};
    case Op::for_loop:
    case Op::tfor_loop:
      return {Condition::Kind::loop, at, instruction.line, at + 1 - instruction.bx(), at + 1};
    case Op::test:
    case Op::test_set: condition.kind = Condition::Kind::test; break;
    default: break;
  }
  // The next instruction is a jump, taken when the answer is k.
  const Instruction& jump = function.instructions[static_cast<std::size_t>(at) + 1];
  const int taken = at + 2 + jump.sj();
  condition.when_true = instruction.k() ? taken : at + 2;
  condition.when_false = instruction.k() ? at + 2 : taken;
  return condition;
}

}  // namespace

std::optional<Failure> compile(const State& state, std::string_view source, const std::string& file,
                               Chunk& chunk) {
  std::string dump;
  const auto failure = protect(state.get(), [&](lua_State* L) {
    load_data(L, source, file);
    lua_dump(L, append_bytes, &dump, 0);
    lua_pop(L, 1);
  });
  if (failure) return failure;
  chunk = decode(dump);
  return std::nullopt;
}

std::vector<Condition> conditions(const Function& function) {
  std::vector<Condition> all;
  for (int at = 0; at < static_cast<int>(function.instructions.size()); ++at) {
    if (is_condition(function.instructions[static_cast<std::size_t>(at)].op())) {
      all.push_back(condition_at(function, at));
    }
  }
  return all;
}

std::vector<int> successors(const Function& function, int at) {
  const Instruction& instruction = function.instructions[static_cast<std::size_t>(at)];
  if (is_condition(instruction.op())) {
    const Condition condition = condition_at(function, at);
    return {condition.when_true, condition.when_false};
  }
  switch (instruction.op()) {
    case Op::return_many:
    case Op::return_0:
    case Op::return_1:
    case Op::tail_call: return {};
    case Op::jmp: return {at + 1 + instruction.sj()};
    case Op::tfor_prep: return {at + 1 + instruction.bx()};
    case Op::load_false_skip: return {at + 2};
    default: return {at + 1};
  }
}

std::vector<bool> reachable(const Function& function) {
  std::vector<bool> reached(function.instructions.size(), false);
  std::vector<int> waiting = {0};
  while (!waiting.empty()) {
    const int at = waiting.back();
    waiting.pop_back();
    if (at < 0 || at >= static_cast<int>(reached.size())) continue;
    if (reached[static_cast<std::size_t>(at)]) continue;
    reached[static_cast<std::size_t>(at)] = true;
    for (const int next : successors(function, at)) waiting.push_back(next);
  }
  return reached;
}

const Local* local_in(const Function& function, int reg, int at) {
  // Variables that live at one time lie in registers in the order in which they began.
  for (const Local& local : function.locals) {
    if (local.first > at) break;
    if (at < local.last && reg-- == 0) return &local;
  }
  return nullptr;
}

std::string local_name(const Function& function, int reg, int at) {
  const Local* local = local_in(function, reg, at);
  return local == nullptr ? std::string() : local->name;
}

std::vector<const Function*> all_functions(const Chunk& chunk) {
  std::vector<const Function*> all;
  collect(chunk.main, all);
  return all;
}

std::vector<Function*> all_functions(Chunk& chunk) {
  std::vector<Function*> all;
  collect(chunk.main, all);
  return all;
}

void number_instructions(Chunk& chunk) {
  int number = 0;
  for (Function* function : all_functions(chunk)) {
    for (Instruction& instruction : function->instructions) instruction.line = ++number;
  }
}

}  // namespace cpom::lua
