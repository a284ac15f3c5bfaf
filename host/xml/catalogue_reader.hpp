/// The catalogue.xml of a package: what it adds to the model of the contracts that use it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "model/catalogue.hpp"

namespace cpom::xml {

/// What the manifest says of the package whose catalogue is read.
struct CatalogueSource {
  std::string package;
  /// Ids of objectives: those added have to stand below one of them. Empty: below any, or none.
  std::vector<std::string> extends;
  /// Names of the packages it requires, and of those that they require: what other packages add
  /// may not be referred to.
  std::vector<std::string> required;
};

/// Reads a catalogue against \a model, which is composed of the base and of all catalogues that
/// come before it. \a layer is plugin or region: only a region may say <statuses> and
/// <definitions>. Faults have the codes of a model's (model.*), or catalogue.* for what only a
/// catalogue can do wrong; a name that is there already is told with both places. nullopt when
/// any was an error. To be put on the model with model::extend().
std::optional<model::Catalogue> read_catalogue(std::string_view bytes, const std::string& file,
                                               const model::Model& model, model::Layer layer,
                                               const CatalogueSource& source, Diagnostics& found);

}  // namespace cpom::xml
