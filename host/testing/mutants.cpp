#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "testing/coverage.hpp"
#include "testing/mutation.hpp"

namespace cpom::testing {
namespace {

using lua::Constant;
using lua::Function;
using lua::Instruction;
using lua::Op;

constexpr std::size_t most_short_constants = 256;

void set_bx(Instruction& code, int bx) {
  code.word = (code.word & 0x7fffU) | (static_cast<std::uint32_t>(bx) << 15);
}

std::optional<double> number_of(const Constant& constant) {
  if (const auto* integer = std::get_if<long long>(&constant)) {
    return static_cast<double>(*integer);
  }
  const auto* number = std::get_if<double>(&constant);
  return number != nullptr && std::isfinite(*number) ? std::optional(*number) : std::nullopt;
}

Constant changed(const Constant& constant) {
  if (const auto* truth = std::get_if<bool>(&constant)) return !*truth;
  if (const auto* integer = std::get_if<long long>(&constant)) return *integer + 1;
  if (const auto* number = std::get_if<double>(&constant)) return *number + 1;
  if (const auto* text = std::get_if<std::string>(&constant)) return *text + "~";
  return constant;
}

Message change_of(const Constant& constant) {
  if (const auto number = number_of(constant)) {
    return message("the number {0} becomes {1}", Figure{*number}, Figure{*number + 1});
  }
  if (const auto* text = std::get_if<std::string>(&constant)) {
    return message("the text \"{0}\" becomes another", *text);
  }
  return message("true and false are exchanged");
}

/// The operator that stands in for another; nullopt for what is none.
std::optional<std::pair<Op, Message>> other_operator(Op op) {
  const auto plus_minus = [](Op other) {
    return std::pair{other, message("+ and − are exchanged")};
  };
  const auto times_over = [](Op other) {
    return std::pair{other, message("× and / are exchanged")};
  };
  const auto limit = [](Op other) {
    return std::pair{other,
                     message("the limit itself falls on the other side (< and <= exchanged)")};
  };
  const auto product = [](Op other) {
    return std::pair{other, message("the operation becomes a product")};
  };
  switch (op) {
    case Op::add: return plus_minus(Op::sub);
    case Op::sub: return plus_minus(Op::add);
    case Op::add_k: return plus_minus(Op::sub_k);
    case Op::sub_k: return plus_minus(Op::add_k);
    case Op::mul: return times_over(Op::div);
    case Op::div: return times_over(Op::mul);
    case Op::mul_k: return times_over(Op::div_k);
    case Op::div_k: return times_over(Op::mul_k);
    case Op::mod:
    case Op::pow:
    case Op::idiv: return product(Op::mul);
    case Op::mod_k:
    case Op::pow_k:
    case Op::idiv_k: return product(Op::mul_k);
    case Op::lt: return limit(Op::le);
    case Op::le: return limit(Op::lt);
    case Op::lt_i: return limit(Op::le_i);
    case Op::le_i: return limit(Op::lt_i);
    case Op::gt_i: return limit(Op::ge_i);
    case Op::ge_i: return limit(Op::gt_i);
    case Op::unm: return std::pair{Op::move, message("the sign is left out")};
    case Op::negate: return std::pair{Op::move, message("\"not\" is left out")};
    case Op::load_true: return std::pair{Op::load_false, message("true and false are exchanged")};
    case Op::load_false: return std::pair{Op::load_true, message("true and false are exchanged")};
    default: return std::nullopt;
  }
}

class Mutator {
 public:
  explicit Mutator(const ProbeMap& map) : map_(map) {}

  std::vector<Mutant> all() {
    for (number_ = 0; number_ < map_.instructions().size(); ++number_) {
      const ProbedInstruction& probed = map_.instructions()[number_];
      if (!probed.reachable) continue;
      if (probed.function == 0) {
        change_number(probed.code);
        continue;
      }
      change_operator(probed.code);
      if (probed.condition) turn(probed.code);
      change_bound(probed.code);
      change_number(probed.code);
      change_constant(probed.code);
      change_text(probed.code);
    }
    return std::move(mutants_);
  }

 private:
  /// Adds the mutant in which \a change was done to the instruction in its function.
  template <class Change>
  void add(Message what, Change change) {
    const ProbedInstruction& probed = map_.instructions()[number_];
    lua::Chunk chunk = map_.files()[probed.file].chunk;
    Function& function = *lua::all_functions(chunk)[probed.function];
    change(function.instructions[static_cast<std::size_t>(probed.at)], function);
    mutants_.push_back({probed.file, number_, std::move(what), lua::encode(chunk)});
  }

  void change_operator(const Instruction& code) {
    if (const auto other = other_operator(code.op())) {
      add(other->second, [&](Instruction& at, Function&) { at.set_op(other->first); });
    }
    if (code.op() == Op::add_i) {
      add(message("+ and − are exchanged"),
          [](Instruction& at, Function&) { at.set_c(127 - at.sc()); });
    }
  }

  void turn(const Instruction& code) {
    add(message("the condition is turned round"),
        [&](Instruction& at, Function&) { at.set_k(!code.k()); });
  }

  void change_bound(const Instruction& code) {
    switch (code.op()) {
      case Op::eq_i:
      case Op::lt_i:
      case Op::le_i:
      case Op::gt_i:
      case Op::ge_i: break;
      default: return;
    }
    for (const int step : {-1, 1}) {
      if (code.b() + step < 0 || code.b() + step > 255) continue;
      add(message("the number {0} becomes {1}", code.sb(), code.sb() + step),
          [&](Instruction& at, Function&) { at.set_b(at.b() + step); });
    }
  }

  void change_number(const Instruction& code) {
    if (code.op() == Op::load_i || code.op() == Op::load_f) {
      add(message("the number {0} becomes {1}", code.sbx(), code.sbx() + 1),
          [](Instruction& at, Function&) { set_bx(at, at.bx() + 1); });
    } else if (code.op() == Op::load_k) {
      const auto& constants = map_.function(number_).constants;
      const Constant& constant = constants[static_cast<std::size_t>(code.bx())];
      if (!number_of(constant)) return;
      add(change_of(constant), [&](Instruction& at, Function& function) {
        function.constants.push_back(changed(constant));
        set_bx(at, static_cast<int>(function.constants.size()) - 1);
      });
    }
  }

  /// A constant that is part of an operation.
  void change_constant(const Instruction& code) {
    const bool in_b = code.op() == Op::eq_k;
    const bool in_c = code.op() >= Op::add_k && code.op() <= Op::idiv_k;
    if (!in_b && !in_c) return;
    const auto& constants = map_.function(number_).constants;
    if (constants.size() >= most_short_constants) return;
    const Constant& constant = constants[static_cast<std::size_t>(in_b ? code.b() : code.c())];
    if (std::holds_alternative<std::monostate>(constant)) return;
    add(change_of(constant), [&](Instruction& at, Function& function) {
      function.constants.push_back(changed(constant));
      const int index = static_cast<int>(function.constants.size()) - 1;
      if (in_b) {
        at.set_b(index);
      } else {
        at.set_c(index);
      }
    });
  }

  void change_text(const Instruction& code) {
    if (!returned_text(map_, number_)) return;
    const Constant constant = map_.function(number_).constants[static_cast<std::size_t>(code.bx())];
    add(change_of(constant), [&](Instruction& at, Function& function) {
      function.constants.push_back(changed(constant));
      set_bx(at, static_cast<int>(function.constants.size()) - 1);
    });
  }

  const ProbeMap& map_;
  std::size_t number_ = 0;
  std::vector<Mutant> mutants_;
};

}  // namespace

std::vector<Mutant> mutants_of(const ProbeMap& map) { return Mutator(map).all(); }

}  // namespace cpom::testing
