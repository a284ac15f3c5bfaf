/// What a chunk of Lua 5.4 was compiled to, as data: the interpreter's own reading of a source,
/// for everything that is to be known without running it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "lua/failure.hpp"
#include "lua/state.hpp"

namespace cpom::lua {

/// In the order of the virtual machine's own list, which is the same in all of 5.4.
enum class Op : std::uint8_t {
  move,
  load_i,
  load_f,
  load_k,
  load_kx,
  load_false,
  load_false_skip,
  load_true,
  load_nil,
  get_upvalue,
  set_upvalue,
  get_tabup,
  get_table,
  get_i,
  get_field,
  set_tabup,
  set_table,
  set_i,
  set_field,
  new_table,
  self,
  add_i,
  add_k,
  sub_k,
  mul_k,
  mod_k,
  pow_k,
  div_k,
  idiv_k,
  band_k,
  bor_k,
  bxor_k,
  shr_i,
  shl_i,
  add,
  sub,
  mul,
  mod,
  pow,
  div,
  idiv,
  band,
  bor,
  bxor,
  shl,
  shr,
  mm_bin,
  mm_bin_i,
  mm_bin_k,
  unm,
  bnot,
  negate,
  len,
  concat,
  close,
  tbc,
  jmp,
  eq,
  lt,
  le,
  eq_k,
  eq_i,
  lt_i,
  le_i,
  gt_i,
  ge_i,
  test,
  test_set,
  call,
  tail_call,
  return_many,
  return_0,
  return_1,
  for_loop,
  for_prep,
  tfor_prep,
  tfor_call,
  tfor_loop,
  set_list,
  closure,
  vararg,
  vararg_prep,
  extra_arg,
};

/// One instruction: its word, and its line in the source.
struct Instruction {
  std::uint32_t word = 0;
  int line = 0;

  Op op() const { return static_cast<Op>(word & 0x7fU); }
  int a() const { return static_cast<int>(word >> 7 & 0xffU); }
  bool k() const { return (word >> 15 & 1U) != 0; }
  int b() const { return static_cast<int>(word >> 16 & 0xffU); }
  int c() const { return static_cast<int>(word >> 24 & 0xffU); }
  /// B and C as signed numbers: those of eq_i, lt_i, add_i…
  int sb() const { return b() - 127; }
  int sc() const { return c() - 127; }
  int bx() const { return static_cast<int>(word >> 15); }
  int sbx() const { return bx() - 65535; }
  int ax() const { return static_cast<int>(word >> 7); }
  /// Of jmp: how far, counted from the next instruction.
  int sj() const { return ax() - 16777215; }

  void set_op(Op op) { word = (word & ~0x7fU) | static_cast<std::uint32_t>(op); }
  void set_k(bool k) { word = (word & ~(1U << 15)) | (k ? 1U << 15 : 0U); }
  void set_b(int b) { word = (word & ~(0xffU << 16)) | (static_cast<std::uint32_t>(b) << 16); }
  void set_c(int c) { word = (word & ~(0xffU << 24)) | (static_cast<std::uint32_t>(c) << 24); }

  bool operator==(const Instruction&) const = default;
};

/// nil, a truth value, an integer, a number or a text.
using Constant = std::variant<std::monostate, bool, long long, double, std::string>;

/// A local variable: the register it has in Function::instructions[first] to [last - 1]. The
/// parameters come first.
struct Local {
  std::string name;
  int first = 0;
  int last = 0;

  bool operator==(const Local&) const = default;
};

/// A variable of an enclosing function: a register of the one around, or one of its upvalues.
struct Upvalue {
  std::string name;
  bool in_stack = false;
  int index = 0;
  int kind = 0;

  bool operator==(const Upvalue&) const = default;
};

struct Function {
  /// 0 and 0 for the file itself.
  int first_line = 0;
  int last_line = 0;
  int parameters = 0;
  bool vararg = false;
  int registers = 0;
  std::vector<Instruction> instructions;
  std::vector<Constant> constants;
  std::vector<Upvalue> upvalues;
  std::vector<Local> locals;
  /// Those written inside it, in the order of the source.
  std::vector<Function> functions;

  bool operator==(const Function&) const = default;
};

struct Chunk {
  /// "@" and the file's name.
  std::string source;
  Function main;

  bool operator==(const Chunk&) const = default;
};

/// Compiles \a source, which is not run, into \a chunk. The failure is that of the source
/// (Failure::Kind::syntax).
std::optional<Failure> compile(const State& state, std::string_view source, const std::string& file,
                               Chunk& chunk);

/// Reads what lua_dump or encode() wrote. Throws std::runtime_error when it is no binary chunk of
/// the Lua this program is linked with.
Chunk decode(std::string_view dump);

/// A chunk, perhaps changed, as bytes that lua_load takes in mode "b". Whatever gave a correct
/// chunk back from decode() is written as it was. Only for chunks that are the program's own.
std::string encode(const Chunk& chunk);

/// A condition: a comparison, a test for true or nil, a loop that may end. `when_true` and
/// `when_false` are the indexes of the instructions that come next when the instruction's own
/// question is answered yes or no; for `not`, `~=` and `or` the source may put it the other way
/// round. A loop's question is whether its body is entered (again).
struct Condition {
  enum class Kind { comparison, test, loop };

  Kind kind = Kind::comparison;
  /// Index of the instruction, and its line.
  int at = 0;
  int line = 0;
  int when_true = 0;
  int when_false = 0;

  bool operator==(const Condition&) const = default;
};

/// The conditions of one function, not of those inside it, in the order of their instructions.
std::vector<Condition> conditions(const Function& function);

/// Indexes of the instructions that may come after instruction \a at; empty for a return.
std::vector<int> successors(const Function& function, int at);

/// For each instruction, whether any path leads to it.
std::vector<bool> reachable(const Function& function);

/// The local variable in register \a reg at instruction \a at; nullptr when it has none.
const Local* local_in(const Function& function, int reg, int at);

/// Name of the local variable in register \a reg at instruction \a at; empty when it has none.
std::string local_name(const Function& function, int reg, int at);

/// All functions of \a chunk, each before those inside it; the file itself first.
std::vector<const Function*> all_functions(const Chunk& chunk);
std::vector<Function*> all_functions(Chunk& chunk);

/// Gives every instruction of every function a line of its own, counted from 1 through the whole
/// chunk in the order of all_functions(): what runs the chunk encoded so can tell from a line hook
/// at which instruction it is. Function::first_line stays.
void number_instructions(Chunk& chunk);

}  // namespace cpom::lua
