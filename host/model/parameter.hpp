/// The numbers that rules take from definitions: thresholds, weights, scales.
#pragma once

#include <functional>
#include <map>
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

/// A scale cut into bands, each from a threshold up to the next one: the parameters in order of
/// rising value, with the ends of the scale where it has any.
struct Bands {
  std::string name;
  std::optional<double> from;
  std::optional<double> to;
  /// Name of the parameter at which each band but the lowest begins.
  std::vector<std::string> thresholds;
  Position where = {};
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

  /// Adds scales, those of one layer after those of a more general one: the last of a name holds.
  void add_bands(const std::vector<Bands>& bands);

  /// To be called when all layers were added. Reports with parameter.bands_disordered, at the
  /// parameter that breaks the order, thresholds in force that do not rise in the order of their
  /// bands or leave the scale. \a objective_of: the objective of each indicator, by code.
  void check_bands(const std::map<std::string, std::string, std::less<>>& objective_of,
                   Diagnostics& found) const;

  const std::vector<Parameter>& all() const { return all_; }
  std::vector<std::string> names() const;

 private:
  std::vector<Parameter> all_;
  std::vector<Bands> bands_;
};

}  // namespace cpom::model
