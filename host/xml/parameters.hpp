/// Parameters as models, contracts and settings of a layer state them.
#pragma once

#include <vector>

#include "model/parameter.hpp"
#include "xml/declared.hpp"
#include "xml/element.hpp"
#include "xml/readers.hpp"

namespace cpom::xml {

/// Reads the <parameter> and <bands> elements of \a list, which may be absent. Reports
/// parameter.duplicate and parameter.two_scopes; whether what they name exists is for the caller to
/// say.
Settings read_parameters(const Element& list, model::Layer layer);

/// Reports a parameter for an indicator or objective that is not in the list given for it.
void check_parameter_scopes(const Element& list, const Declared& indicators,
                            const Declared& objectives);

}  // namespace cpom::xml
