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

/// Id of the model that a contract names, so that it can be loaded first; nullopt when the
/// document is not a readable contract (read_contract then tells why).
std::optional<std::string> model_of_contract(std::string_view bytes);

/// Reads a contract against its model.
std::optional<model::Contract> read_contract(std::string_view bytes, const std::string& file,
                                             const model::Model& model, Diagnostics& found);

/// Reads the settings of a layer: parameters only. \a layer is noted in each.
std::optional<std::vector<model::Parameter>> read_settings(std::string_view bytes,
                                                           const std::string& file,
                                                           model::Layer layer, Diagnostics& found);

}  // namespace cpom::xml
