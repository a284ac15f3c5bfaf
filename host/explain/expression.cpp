#include "explain/expression.hpp"

#include <array>
#include <cmath>
#include <utility>

#include "base/number.hpp"
#include "explain/words.hpp"

namespace cpom::explain {
namespace {

using script::Operand;
using script::Operation;
using script::Trace;

constexpr int most_places = 4;

struct Sign {
  std::string_view symbol;
  std::string_view shown;
  /// The higher, the tighter it binds.
  int rank;
};

constexpr std::array<Sign, 7> signs = {{{"+", "+", 1},
                                        {"-", "−", 1},
                                        {"*", "×", 2},
                                        {"/", "÷", 2},
                                        {"//", "//", 2},
                                        {"%", "mod", 2},
                                        {"^", "^", 3}}};

const Sign* sign_of(std::string_view symbol) {
  for (const Sign& sign : signs) {
    if (sign.symbol == symbol) return &sign;
  }
  return nullptr;
}

/// A text, and how tightly its outermost operation binds.
struct Term {
  std::string names;
  std::string figures;
  int rank = 9;
  bool named = false;
  /// A figure below 0, which has to stand in brackets beside a sign.
  bool negative = false;
};

class Teller {
 public:
  Teller(const Trace& trace, const engine::Rule& rule, const model::Indicator& indicator,
         Language language)
      : trace_(trace),
        rule_(rule),
        indicator_(indicator),
        language_(language),
        uses_(trace.operations.size(), 0) {
    for (const Operation& operation : trace.operations) {
      for (const Operand& operand : operation.operands) count(operand);
    }
  }

  std::vector<Equation> tell() {
    std::vector<Equation> all;
    for (std::size_t i = 0; i < trace_.operations.size(); ++i) {
      const Operation& operation = trace_.operations[i];
      if (operation.truth) {
        all.push_back(comparison(operation));
      } else if (uses_[i] != 1) {
        all.push_back(equation(operation));
      }
    }
    return all;
  }

 private:
  void count(const Operand& operand) {
    if (operand.origin == Operand::Origin::operation) ++uses_[operand.index];
  }

  std::string figure(double value) const { return short_figure(value, language_); }

  Term term(const Operand& operand) const {
    Term term;
    switch (operand.origin) {
      case Operand::Origin::constant: term.names = term.figures = figure(operand.value); break;
      case Operand::Origin::argument:
        term.named = operand.index < rule_.needs.size();
        term.names = term.named
                         ? name_of_input(rule_.needs[operand.index].name, &indicator_, language_)
                         : "?";
        if (operand.item > 0) term.names += " " + std::to_string(operand.item);
        term.figures = figure(operand.value);
        break;
      case Operand::Origin::operation:
        if (uses_[operand.index] == 1) return term_of(trace_.operations[operand.index]);
        term.names = term.figures = figure(operand.value);
        break;
    }
    term.negative = operand.value < 0;
    return term;
  }

  static void enclose(Term& term, bool wanted) {
    if (!wanted) return;
    term.names = "(" + term.names + ")";
    term.figures = "(" + term.figures + ")";
  }

  Term term_of(const Operation& operation) const {
    Term all;
    const Sign* const sign = sign_of(operation.symbol);
    if (sign != nullptr && operation.operands.size() == 2) {
      Term left = term(operation.operands[0]);
      Term right = term(operation.operands[1]);
      for (Term* each : {&left, &right}) {
        if (each->negative) each->figures = "(" + each->figures + ")";
      }
      enclose(left, left.rank < sign->rank);
      const bool commutes = operation.symbol == "+" || operation.symbol == "*";
      enclose(right, right.rank < sign->rank || (!commutes && right.rank == sign->rank));
      const std::string between = " " + std::string(sign->shown) + " ";
      all.names = left.names + between + right.names;
      all.figures = left.figures + between + right.figures;
      all.named = left.named || right.named;
      all.rank = sign->rank;
      return all;
    }
    if (operation.symbol == "negative" && operation.operands.size() == 1) {
      Term only = term(operation.operands[0]);
      enclose(only, only.rank < 9);
      return {"−" + only.names, "−" + only.figures, 2, only.named, false};
    }
    all.names = all.figures = function_name(operation.symbol) + "(";
    for (std::size_t i = 0; i < operation.operands.size(); ++i) {
      const Term each = term(operation.operands[i]);
      all.names += (i == 0 ? "" : " ; ") + each.names;
      all.figures += (i == 0 ? "" : " ; ") + each.figures;
      all.named = all.named || each.named;
    }
    all.names += ")";
    all.figures += ")";
    return all;
  }

  std::string function_name(const std::string& symbol) const {
    const auto say = [&](const Message& text) { return render(text, language_); };
    if (symbol == "cpom.round") return say(message("rounded"));
    if (symbol == "math.floor") return say(message("rounded down"));
    if (symbol == "math.ceil") return say(message("rounded up"));
    if (symbol == "math.abs") return say(message("absolute value"));
    if (symbol == "math.max") return say(message("the greatest of"));
    if (symbol == "math.min") return say(message("the least of"));
    if (symbol == "math.sqrt") return say(message("square root"));
    return symbol;
  }

  Equation equation(const Operation& operation) const {
    Term whole = term_of(operation);
    return {whole.named ? std::move(whole.names) : std::string(), std::move(whole.figures),
            figure(operation.result), is_cut(operation.result) ? "≈" : "=",
            trace_.place_of(operation)};
  }

  bool is_set(const Operand& operand) const {
    if (operand.origin == Operand::Origin::constant) return true;
    if (operand.origin != Operand::Origin::argument) return false;
    const std::string& need = rule_.needs[operand.index].name;
    return need.starts_with("param.") || need.starts_with("target");
  }

  /// The relation that holds, with what was measured before what was set: the program turns
  /// "a >= b" into "b <= a" before it runs.
  Equation comparison(const Operation& operation) const {
    const Operand* left = &operation.operands[0];
    const Operand* right = &operation.operands[1];
    const bool turned = is_set(*left) && !is_set(*right);
    if (turned) std::swap(left, right);
    const bool truth = *operation.truth;
    std::string relation = truth ? "=" : "≠";
    if (operation.symbol == "<") relation = turned ? (truth ? ">" : "≤") : (truth ? "<" : "≥");
    if (operation.symbol == "<=") relation = turned ? (truth ? "≥" : "<") : (truth ? "≤" : ">");
    const Term one = term(*left);
    const Term other = term(*right);
    const bool named = one.named || other.named;
    return {named ? one.names + " " + relation + " " + other.names : std::string(),
            one.figures + " " + relation + " " + other.figures,
            {},
            {},
            trace_.place_of(operation)};
  }

  const Trace& trace_;
  const engine::Rule& rule_;
  const model::Indicator& indicator_;
  Language language_;
  std::vector<int> uses_;
};

}  // namespace

std::vector<Equation> equations_of(const Trace& trace, const engine::Rule& rule,
                                   const model::Indicator& indicator, Language language) {
  return Teller(trace, rule, indicator, language).tell();
}

bool is_cut(double value) {
  return std::isfinite(value) && round_half_away(value, most_places) != round_half_away(value, 10);
}

std::string short_figure(double value, Language language) {
  if (!std::isfinite(value)) return "?";
  const double shown = round_half_away(value, most_places);
  return render(Figure{shown}, language);
}

}  // namespace cpom::explain
