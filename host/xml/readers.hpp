/// XML documents to definitions. Strict, and all faults in one pass.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "model/contract.hpp"
#include "model/contract_model.hpp"

namespace cpom::xml {

/// Reads a model from the bytes of \a file (its name serves in positions only). Every fault goes
/// to \a found with line and column; a model comes back only when none was an error.
std::optional<model::Model> read_model(std::string_view bytes, const std::string& file,
                                       Diagnostics& found);

/// What has to be known of a contract before it can be read: from which parts its model is made.
struct ContractOutline {
  /// Id of its model.
  std::string model;
  /// Code of the region of its agency; empty when it cannot be told.
  std::string region;
  /// Its own id; may be empty.
  std::string contract;
  /// Those whose names can be read; places have no file.
  std::vector<model::PackageUse> packages;
};

/// nullopt when the document is not a readable contract (read_contract then tells why).
std::optional<ContractOutline> outline_of_contract(std::string_view bytes);

/// Reads a contract against its model.
std::optional<model::Contract> read_contract(std::string_view bytes, const std::string& file,
                                             const model::Model& model, Diagnostics& found);

/// What the settings of a layer set.
struct Settings {
  /// With the layer; the thresholds of `bands` are among them.
  std::vector<model::Parameter> parameters;
  std::vector<model::Bands> bands;
};

/// Reads the settings of a layer. \a layer is noted in each parameter.
std::optional<Settings> read_settings(std::string_view bytes, const std::string& file,
                                      model::Layer layer, Diagnostics& found);

}  // namespace cpom::xml
