/// What the parts of an explanation are called.
#pragma once

#include <string>
#include <string_view>

#include "base/language.hpp"
#include "model/indicator.hpp"
#include "model/vocabulary.hpp"

namespace cpom::explain {

/// « numérateur » for "numerator"; the label of a component of \a indicator; a name that nobody
/// explains is left as it is. The indicator may be nullptr.
std::string name_of_input(std::string_view need, const model::Indicator* indicator,
                          Language language);

/// « seuil d'atteinte partielle » for "partial_from"; empty for a name of somebody's own.
Message name_of_parameter(std::string_view name);

/// « la région » for Layer::region.
Message name_of(model::Layer layer);

}  // namespace cpom::explain
