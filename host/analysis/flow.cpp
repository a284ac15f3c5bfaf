#include "analysis/flow.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace cpom::analysis {
namespace {

using lua::Constant;
using lua::Function;
using lua::Instruction;
using lua::Op;

/// More than so many are as good as anything.
constexpr std::size_t most_values = 24;
/// Instructions times registers of a function that is followed.
constexpr std::size_t largest_function = 500'000;

Values one(Value::Kind kind) { return {Value{kind}}; }
Values one(Constant constant) { return {Value{Value::Kind::constant, std::move(constant)}}; }
Values anything() { return one(Value::Kind::any); }

bool is_false(const Value& value) {
  if (value.kind != Value::Kind::constant) return false;
  if (std::holds_alternative<std::monostate>(value.constant)) return true;
  const bool* truth = std::get_if<bool>(&value.constant);
  return truth != nullptr && !*truth;
}

bool may_be_false(const Value& value) {
  return is_false(value) || value.kind == Value::Kind::any ||
         value.kind == Value::Kind::parameter || value.kind == Value::Kind::truth ||
         value.kind == Value::Kind::global;  // a name that does not exist
}

/// Those of \a values that are true, or those that may be false or nil.
Values when(const Values& values, bool is_true) {
  Values rest;
  for (const Value& value : values) {
    if (is_true ? !is_false(value) : may_be_false(value)) rest.insert(value);
  }
  return rest;
}

bool is_library(std::string_view name) {
  constexpr std::array<std::string_view, 5> all = {"math", "string", "table", "utf8", "cpom"};
  return std::find(all.begin(), all.end(), name) != all.end();
}

/// What an instruction that computes writes into its register A.
Values computed(const Instruction& instruction) {
  const Op op = instruction.op();
  if ((op >= Op::add_i && op <= Op::shr) || op == Op::unm || op == Op::bnot || op == Op::len) {
    return one(Value::Kind::number);
  }
  switch (op) {
    case Op::negate: return one(Value::Kind::truth);
    case Op::concat: return one(Value::Kind::text);
    case Op::new_table: return one(Value::Kind::table);
    case Op::closure: return one(Value::Kind::function);
    default: return anything();
  }
}

/// Names of the variables that functions inside \a function, at any depth, give a value.
void find_assigned(const Function& function, std::set<std::string>& names) {
  for (const Function& inner : function.functions) {
    for (const Instruction& instruction : inner.instructions) {
      if (instruction.op() != Op::set_upvalue) continue;
      const auto index = static_cast<std::size_t>(instruction.b());
      if (index < inner.upvalues.size()) names.insert(inner.upvalues[index].name);
    }
    find_assigned(inner, names);
  }
}

bool writes_one(Op op) {
  return (op >= Op::add_i && op <= Op::shr) || op == Op::unm || op == Op::bnot || op == Op::len ||
         op == Op::negate || op == Op::concat || op == Op::new_table || op == Op::closure ||
         op == Op::get_table || op == Op::get_i || op == Op::load_kx;
}

}  // namespace

Flow::Flow(const Scope& scope) : scope_(scope), before_(scope.function->instructions.size()) {
  const Function& code = function();
  if (code.instructions.size() * static_cast<std::size_t>(code.registers) > largest_function) {
    reached_ = lua::reachable(code);
    return;
  }
  find_assigned(code, assigned_inside_);
  run();
}

bool Flow::reaches(int at) const {
  const auto index = static_cast<std::size_t>(at);
  return reached_.empty() ? !before_[index].empty() : reached_[index];
}

const Values& Flow::before(int at, int reg) const {
  static const Values all = anything();
  const Registers& registers = before_[static_cast<std::size_t>(at)];
  const auto index = static_cast<std::size_t>(reg);
  return index < registers.size() && !registers[index].empty() ? registers[index] : all;
}

const Values& Flow::upvalue(int index) const {
  static const Values all = anything();
  const auto at = static_cast<std::size_t>(index);
  return at < scope_.upvalues.size() && !scope_.upvalues[at].empty() ? scope_.upvalues[at] : all;
}

const Constant& Flow::constant(int index) const {
  return function().constants[static_cast<std::size_t>(index)];
}

void Flow::run() {
  const Function& code = function();
  Registers start(static_cast<std::size_t>(code.registers) + 2);
  for (int i = 0; i < code.parameters; ++i) {
    const auto at = static_cast<std::size_t>(i);
    start[at] = at < scope_.arguments.size() ? scope_.arguments[at]
                                             : Values{Value{Value::Kind::parameter, {}, i, {}}};
  }
  join(0, start);
  while (!waiting_.empty()) {
    const int at = waiting_.back();
    waiting_.pop_back();
    step(at);
  }
}

void Flow::join(int at, const Registers& registers) {
  if (at < 0 || at >= static_cast<int>(before_.size())) return;
  Registers& known = before_[static_cast<std::size_t>(at)];
  bool changed = known.empty();
  known.resize(registers.size());
  for (std::size_t i = 0; i < registers.size(); ++i) {
    const std::size_t size = known[i].size();
    if (size == 1 && known[i].begin()->kind == Value::Kind::any) continue;
    known[i].insert(registers[i].begin(), registers[i].end());
    if (known[i].size() > most_values) known[i] = anything();
    changed = changed || known[i].size() != size;
  }
  if (changed) waiting_.push_back(at);
}

/// error() does not come back.
bool Flow::ends(int at) const {
  const Instruction& instruction = function().instructions[static_cast<std::size_t>(at)];
  if (instruction.op() != Op::call) return false;
  const Values& called = before(at, instruction.a());
  return called.size() == 1 && called.begin()->kind == Value::Kind::global &&
         called.begin()->name == "error";
}

void Flow::step(int at) {
  const Instruction& instruction = function().instructions[static_cast<std::size_t>(at)];
  const Registers registers = after(at);
  if (instruction.op() == Op::test || instruction.op() == Op::test_set) {
    condition(at, registers);
    return;
  }
  if (ends(at)) return;
  if (instruction.op() == Op::eq_k &&
      std::holds_alternative<std::monostate>(constant(instruction.b()))) {
    comparison_with_nil(at, registers);
    return;
  }
  for (const int next : lua::successors(function(), at)) join(next, registers);
}

/// Each outcome of a test tells more of what was tested.
void Flow::condition(int at, const Registers& registers) {
  const Instruction& instruction = function().instructions[static_cast<std::size_t>(at)];
  const bool copies = instruction.op() == Op::test_set;
  const auto tested = static_cast<std::size_t>(copies ? instruction.b() : instruction.a());
  const std::vector<int> next = lua::successors(function(), at);
  for (const bool outcome : {true, false}) {
    Registers known = registers;
    known[tested] = when(registers[tested], outcome);
    if (known[tested].empty() && !registers[tested].empty()) continue;  // cannot be
    // The value is copied where the jump is taken.
    if (copies && outcome == instruction.k()) {
      known[static_cast<std::size_t>(instruction.a())] = known[tested];
    }
    join(next[outcome ? 0 : 1], known);
  }
}

void Flow::comparison_with_nil(int at, const Registers& registers) {
  const auto tested =
      static_cast<std::size_t>(function().instructions[static_cast<std::size_t>(at)].a());
  const std::vector<int> next = lua::successors(function(), at);
  const Value nil{Value::Kind::constant};
  Registers known = registers;
  known[tested].erase(nil);
  if (!known[tested].empty() || registers[tested].empty()) join(next[1], known);
  known[tested] = when(registers[tested], false);
  if (!known[tested].empty() || registers[tested].empty()) join(next[0], known);
}

Values Flow::field(const Values& of, const Constant& key) const {
  const std::string* name = std::get_if<std::string>(&key);
  Values all;
  for (const Value& value : of) {
    if (name != nullptr && value.kind == Value::Kind::names) {
      all.insert(Value{Value::Kind::global, {}, 0, *name});
    } else if (name != nullptr && value.kind == Value::Kind::global && is_library(value.name)) {
      all.insert(Value{Value::Kind::global, {}, 0, value.name + "." + *name});
    } else {
      all.insert(Value{});
    }
  }
  return all;
}

Flow::Registers Flow::after(int at) const {
  const Instruction& instruction = function().instructions[static_cast<std::size_t>(at)];
  Registers registers = before_[static_cast<std::size_t>(at)];
  const int a = instruction.a();
  const auto set = [&](int reg, Values values) {
    if (reg < static_cast<int>(registers.size())) {
      registers[static_cast<std::size_t>(reg)] = std::move(values);
    }
  };
  const auto forget_from = [&](int reg) {
    for (int each = reg; each < static_cast<int>(registers.size()); ++each) set(each, anything());
  };
  switch (instruction.op()) {
    case Op::move: set(a, before(at, instruction.b())); break;
    case Op::load_i: set(a, one(Constant(static_cast<long long>(instruction.sbx())))); break;
    case Op::load_f: set(a, one(Constant(static_cast<double>(instruction.sbx())))); break;
    case Op::load_k: set(a, one(constant(instruction.bx()))); break;
    case Op::load_false:
    case Op::load_false_skip: set(a, one(Constant(false))); break;
    case Op::load_true: set(a, one(Constant(true))); break;
    case Op::load_nil:
      for (int reg = a; reg <= a + instruction.b(); ++reg) set(reg, one(Constant()));
      break;
    case Op::get_upvalue: set(a, upvalue(instruction.b())); break;
    case Op::get_tabup: set(a, field(upvalue(instruction.b()), constant(instruction.c()))); break;
    case Op::get_field:
      set(a, field(before(at, instruction.b()), constant(instruction.c())));
      break;
    case Op::self:
      set(a + 1, before(at, instruction.b()));
      set(a, anything());
      break;
    case Op::call:
    case Op::vararg: forget_from(a); break;
    case Op::tfor_call: forget_from(a + 4); break;
    case Op::for_prep:
    case Op::for_loop: set(a + 3, one(Value::Kind::number)); break;
    default:
      if (writes_one(instruction.op())) set(a, computed(instruction));
  }
  return registers;
}

Values Flow::variable(int at, int reg) const {
  const lua::Local* local = lua::local_in(function(), reg, at + 1);
  if (local == nullptr) return anything();
  Values all;
  for (int each = at + 1; each < local->last; ++each) {
    if (!reaches(each)) continue;
    const Values& values = before(each, reg);
    all.insert(values.begin(), values.end());
  }
  return all;
}

Scope Flow::inside(int at) const {
  const Instruction& closure = function().instructions[static_cast<std::size_t>(at)];
  Scope scope;
  scope.function = &function().functions[static_cast<std::size_t>(closure.bx())];
  for (const lua::Upvalue& upvalue : scope.function->upvalues) {
    const Values outer =
        upvalue.in_stack ? variable(at, upvalue.index) : this->upvalue(upvalue.index);
    const bool changes = assigned_inside_.contains(upvalue.name);
    // A parameter of this function is none of the one inside.
    Values seen;
    for (const Value& value : outer) {
      seen.insert(value.kind == Value::Kind::parameter ? Value{} : value);
    }
    scope.upvalues.push_back(changes || seen.empty() ? anything() : std::move(seen));
  }
  return scope;
}

std::vector<Return> returns(const Flow& flow) {
  const Function& function = flow.function();
  std::vector<Return> all;
  const int size = static_cast<int>(function.instructions.size());
  for (int at = 0; at < size; ++at) {
    const Instruction& instruction = function.instructions[static_cast<std::size_t>(at)];
    const Op op = instruction.op();
    const bool leaves =
        op == Op::return_many || op == Op::return_0 || op == Op::return_1 || op == Op::tail_call;
    if (!leaves || !flow.reaches(at)) continue;
    Return found;
    found.at = at;
    found.line = instruction.line;
    found.implicit = at == size - 1;
    int count = 0;
    if (op == Op::return_1) count = 1;
    if (op == Op::return_many) {
      count = instruction.b() - 1;
      found.open = count < 0;
    }
    if (op == Op::tail_call) found.open = true;
    // What an open return begins with is known up to the call that gives the rest.
    if (found.open && op == Op::return_many && at > 0) {
      const Instruction& last = function.instructions[static_cast<std::size_t>(at) - 1];
      if (last.op() == Op::call || last.op() == Op::vararg) count = last.a() - instruction.a();
    }
    for (int i = 0; i < count; ++i) found.values.push_back(flow.before(at, instruction.a() + i));
    all.push_back(std::move(found));
  }
  return all;
}

const Constant* only_constant(const Values& values) {
  const bool is_only = values.size() == 1 && values.begin()->kind == Value::Kind::constant;
  return is_only ? &values.begin()->constant : nullptr;
}

}  // namespace cpom::analysis
