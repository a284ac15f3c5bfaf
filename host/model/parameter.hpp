/// The numbers that rules take from definitions: thresholds, weights, scales.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "model/vocabulary.hpp"

namespace cpom::model {

struct Parameter {
  std::string name;
  double value = 0;
  /// At most one of the two is set: the parameter then holds for that indicator, or for the
  /// indicators of that objective, only.
  std::string indicator;
  std::string objective;
  /// A lower layer may not set it again.
  bool locked = false;
  /// The value is this project's judgement, which an agency has to confirm.
  bool assumption = false;
  std::string reason;
  Layer layer = Layer::model;
  Position where;
};

/// The parameters of all layers that apply to one contract.
class Parameters {
 public:
  /// Adds those of one layer; layers come from general to particular. Errors:
  /// parameter.locked (names both places), parameter.duplicate.
  void add(std::vector<Parameter> parameters, Diagnostics& found);

  /// The value in force for an indicator: the most particular scope (indicator, objective,
  /// general) wins, and within one scope the most particular layer. nullptr when nobody set it.
  const Parameter* find(std::string_view name, std::string_view indicator,
                        std::string_view objective) const;

  const std::vector<Parameter>& all() const { return all_; }
  std::vector<std::string> names() const;

 private:
  std::vector<Parameter> all_;
};

}  // namespace cpom::model
