/// Finds the rules of one contract and the source of each of their arguments.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "engine/plan.hpp"
#include "engine/rules.hpp"
#include "model/contract.hpp"
#include "model/contract_model.hpp"

namespace cpom::engine {

/// All arguments of the constructor must outlive it.
class Binder {
 public:
  Binder(const model::Model& model, const model::Contract& contract,
         const model::Parameters& parameters, const RuleBook& book);

  /// The rule that judges \a indicator (nullptr for rules on anything else). Faults: rule.missing,
  /// told at \a where; rule.unknown_input; rule.unknown_parameter.
  std::optional<BoundRule> bind(RuleKind kind, std::string_view name,
                                const model::Indicator* indicator, const Position& where,
                                std::vector<Diagnostic>& faults) const;

  /// Every rule of \a kind, in the order of their ids.
  std::vector<FurtherRule> bind_all(RuleKind kind) const;
  /// Every column rule, likewise, with the parameters of \a indicator.
  std::vector<FurtherRule> bind_columns(const model::Indicator& indicator) const;

  const model::Parameters& parameters() const { return parameters_; }

 private:
  std::vector<FurtherRule> bind_all(const std::vector<const Rule*>& rules,
                                    const model::Indicator* indicator) const;
  std::optional<BoundRule> bind(const Rule& rule, const model::Indicator* indicator,
                                std::vector<Diagnostic>& faults) const;
  std::optional<Source> find(const Rule& rule, const Need& need, const model::Indicator* indicator,
                             std::vector<Diagnostic>& faults) const;
  std::optional<Source> parameter_source(const Rule& rule, const Need& need,
                                         const model::Indicator* indicator,
                                         std::vector<Diagnostic>& faults) const;
  std::optional<Source> input_source(const Rule& rule, std::string_view name,
                                     const model::Indicator* indicator) const;
  Message parameter_remedy(std::string_view name) const;
  Diagnostic unknown_input(const Rule& rule, const Need& need,
                           const model::Indicator* indicator) const;

  const model::Model& model_;
  const model::Contract& contract_;
  const model::Parameters& parameters_;
  const RuleBook& book_;
  std::vector<std::string> parameter_names_;
  std::vector<const Rule*> columns_;
};

}  // namespace cpom::engine
