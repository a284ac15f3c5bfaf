// Paths through a function: code that none leads to, ends without a result, inputs never read.
#include "analysis/checks.hpp"

#include <algorithm>
#include <set>

#include "base/source_line.hpp"
#include "script/source_lines.hpp"

namespace cpom::analysis {
namespace {

using lua::Function;
using lua::Instruction;
using lua::Op;

/// Instructions that nobody wrote: the compiler puts them where a block or a function ends.
bool is_written(const Function& function, std::size_t at) {
  const Op op = function.instructions[at].op();
  switch (op) {
    case Op::jmp:
    case Op::close:
    case Op::extra_arg:
    case Op::for_loop:
    case Op::tfor_loop:
    case Op::mm_bin:
    case Op::mm_bin_i:
    case Op::mm_bin_k: return false;
    default: break;
  }
  if (at + 1 == function.instructions.size()) return false;
  return !(op == Op::return_many && at > 0 && function.instructions[at - 1].op() == Op::tail_call);
}

void find_dead_lines(const Flow& flow, std::set<int>& dead, std::set<int>& alive) {
  const Function& function = flow.function();
  for (std::size_t at = 0; at < function.instructions.size(); ++at) {
    if (flow.reaches(static_cast<int>(at))) {
      alive.insert(function.instructions[at].line);
    } else if (is_written(function, at)) {
      dead.insert(function.instructions[at].line);
    }
  }
}

/// Whether \a instruction looks at register \a reg.
bool reads(const Instruction& instruction, int reg) {
  const int a = instruction.a();
  const int b = instruction.b();
  const int c = instruction.c();
  const Op op = instruction.op();
  const auto within = [reg](int first, int count) {
    return reg >= first && (count < 0 || reg < first + count);
  };
  if (op >= Op::add && op <= Op::shr) return reg == b || reg == c;
  if (op >= Op::add_i && op <= Op::shl_i) return reg == b;
  switch (op) {
    case Op::move:
    case Op::unm:
    case Op::bnot:
    case Op::negate:
    case Op::len:
    case Op::get_i:
    case Op::get_field:
    case Op::test_set: return reg == b;
    case Op::set_upvalue:
    case Op::test:
    case Op::tbc:
    case Op::eq_k:
    case Op::eq_i:
    case Op::lt_i:
    case Op::le_i:
    case Op::gt_i:
    case Op::ge_i:
    case Op::return_1: return reg == a;
    case Op::get_table: return reg == b || reg == c;
    case Op::eq:
    case Op::lt:
    case Op::le: return reg == a || reg == b;
    case Op::set_tabup: return !instruction.k() && reg == c;
    case Op::set_table: return reg == a || reg == b || (!instruction.k() && reg == c);
    case Op::set_i:
    case Op::set_field: return reg == a || (!instruction.k() && reg == c);
    case Op::self: return reg == b || (!instruction.k() && reg == c);
    case Op::concat: return within(a, b);
    case Op::call:
    case Op::tail_call: return within(a, b == 0 ? -1 : b);
    case Op::return_many: return within(a, b - 1);
    case Op::set_list: return within(a, b == 0 ? -1 : b + 1);
    case Op::for_prep:
    case Op::for_loop: return within(a, 3);
    case Op::tfor_call: return within(a, 3);
    default: return false;
  }
}

bool is_read(const Function& function, int reg) {
  for (const Instruction& instruction : function.instructions) {
    if (reads(instruction, reg)) return true;
  }
  for (const Function& inner : function.functions) {
    for (const lua::Upvalue& upvalue : inner.upvalues) {
      if (upvalue.in_stack && upvalue.index == reg) return true;
    }
  }
  return false;
}

}  // namespace

void check_unreachable(const Source& source, Diagnostics& found) {
  std::set<int> dead;
  std::set<int> alive;
  for (const FollowedFunction& each : source.functions) {
    find_dead_lines(each.flow, dead, alive);
  }
  int last = -1;
  for (const int line : dead) {
    if (alive.contains(line)) continue;
    const bool goes_on = line == last + 1;
    last = line;
    if (goes_on) continue;
    const std::string_view text = line_of(source.file->source, line);
    const auto start = text.find_first_not_of(" \t");
    found.warning(
        "rule.unreachable",
        {source.path(), line, start == std::string_view::npos ? 0 : static_cast<int>(start) + 1},
        message("this line is never reached"),
        message("remove it, or the return or the condition that keeps it out of reach"));
  }
}

void check_inputs(const RuleFunction& rule, Diagnostics& found) {
  const Function& function = *rule.function->function;
  const auto taken = static_cast<std::size_t>(function.parameters);
  for (std::size_t i = 0; i < taken && i < rule.needs.size(); ++i) {
    const std::string name = i < function.locals.size() ? function.locals[i].name : std::string();
    if (name.starts_with('_') || is_read(function, static_cast<int>(i))) continue;
    const engine::Need& need = rule.needs[i];
    const std::string written = need.optional ? need.name + "?" : need.name;
    const int line = script::line_of_text(rule.source->file->source, written);
    const bool is_here = line > 1;
    found.warning(
        "rule.unused_input",
        is_here ? rule.source->place(line, need.name)
                : rule.source->place(function.first_line, name),
        message("rule {0} needs \"{1}\" and never looks at it", rule.id, need.name),
        message("remove it from needs and from the parameters, or call the parameter \"_\""));
  }
}

}  // namespace cpom::analysis
