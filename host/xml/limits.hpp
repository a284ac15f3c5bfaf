/// What has a contract to respect, according to its model?
#pragma once

#include <vector>

#include "model/limit.hpp"
#include "xml/element.hpp"

namespace cpom::xml {

/// Reads the <limits> of a model; reports a limit without bound, or that excludes everything.
std::vector<model::Limit> read_limits(const Element& list);

}  // namespace cpom::xml
