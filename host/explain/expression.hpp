/// Operations as people write them: « 100 × 412 ÷ 515 = 80 ».
#pragma once

#include <string>
#include <vector>

#include "base/language.hpp"
#include "engine/rules.hpp"
#include "model/indicator.hpp"
#include "script/trace.hpp"

namespace cpom::explain {

/// One line of a calculation: an expression in names, the same in figures, and what it comes to.
struct Equation {
  /// « 100 × numérateur ÷ dénominateur »; empty where there is no name in it.
  std::string names;
  std::string figures;
  std::string result;
  /// The relation between `figures` and `result`: "=", or "≈" when digits were left out.
  std::string relation;
  Position where;
};

/// The operations of \a trace, each used once being part of the one that uses it.
std::vector<Equation> equations_of(const script::Trace& trace, const engine::Rule& rule,
                                   const model::Indicator& indicator, Language language);

/// \a value with at most four decimals.
std::string short_figure(double value, Language language);
/// Whether short_figure leaves digits out.
bool is_cut(double value);

}  // namespace cpom::explain
