/// What the registers of a compiled function may hold at each of its instructions.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "lua/bytecode.hpp"

namespace cpom::analysis {

/// One thing that a register may hold.
struct Value {
  enum class Kind {
    /// Anything at all.
    any,
    /// `constant`: nil, a truth value, a number or a text of the source.
    constant,
    /// Parameter `index` of the function, from 0.
    parameter,
    /// What stands for the rule below: the parameter of function(base).
    base,
    /// The table of all names.
    names,
    /// `name` of that table: "error", "math.floor".
    global,
    // Something of that type.
    number,
    truth,
    text,
    table,
    function,
  };

  Kind kind = Kind::any;
  lua::Constant constant = {};
  int index = 0;
  std::string name = {};

  bool operator==(const Value&) const = default;
  bool operator<(const Value& other) const {
    return std::tie(kind, constant, index, name) <
           std::tie(other.kind, other.constant, other.index, other.name);
  }
};

/// Never empty for a register that is in use.
using Values = std::set<Value>;

/// A function, with what it finds outside of itself.
struct Scope {
  const lua::Function* function = nullptr;
  /// What its upvalues hold.
  std::vector<Values> upvalues;
  /// What it is called with; fewer than it has parameters: the rest are its own.
  std::vector<Values> arguments;
};

/// A function followed along all its paths. Of one that is larger than anybody writes only its
/// paths are known, and not what its registers hold.
class Flow {
 public:
  explicit Flow(const Scope& scope);

  const lua::Function& function() const { return *scope_.function; }
  /// Whether a path leads to instruction \a at. No path goes on after error().
  bool reaches(int at) const;
  /// What register \a reg may hold before instruction \a at, which is reached.
  const Values& before(int at, int reg) const;
  const Values& upvalue(int index) const;

  /// What the function that instruction \a at, a closure, makes finds outside of itself.
  Scope inside(int at) const;

 private:
  using Registers = std::vector<Values>;

  void run();
  void step(int at);
  void join(int at, const Registers& registers);
  Registers after(int at) const;
  void condition(int at, const Registers& registers);
  void comparison_with_nil(int at, const Registers& registers);
  bool ends(int at) const;
  /// What the variable in register \a reg may hold from instruction \a at on, while it lives.
  Values variable(int at, int reg) const;
  Values field(const Values& of, const lua::Constant& key) const;
  const lua::Constant& constant(int index) const;

  Scope scope_;
  /// Variables that functions inside give a value.
  std::set<std::string> assigned_inside_;
  /// Empty for an instruction that is not reached, and for all when the function is too large.
  std::vector<Registers> before_;
  /// Of a function that is too large to be followed: what its instructions alone tell.
  std::vector<bool> reached_;
  std::vector<int> waiting_;
};

/// What one return gives.
struct Return {
  int at = 0;
  int line = 0;
  /// The values; those of a call at the end are not among them.
  std::vector<Values> values;
  /// A call or `...` at the end gives more values.
  bool open = false;
  /// The end of the function, not a return of the source.
  bool implicit = false;
};

/// The returns that are reached, in the order of the source.
std::vector<Return> returns(const Flow& flow);

/// The only value of \a values when it is a constant; nullptr otherwise.
const lua::Constant* only_constant(const Values& values);

}  // namespace cpom::analysis
