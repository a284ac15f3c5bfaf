/// A scale cut into bands, whose thresholds are parameters.
#pragma once

#include <vector>

#include "model/parameter.hpp"
#include "xml/element.hpp"

namespace cpom::xml {

/// A <bands>, with the parameters that its thresholds are and the element of each.
struct BandsRead {
  model::Bands bands;
  std::vector<model::Parameter> parameters;
  std::vector<Element> elements;
};

/// Reads a <bands>. Reports bands that leave a gap, overlap or do not meet the ends of the scale.
BandsRead read_bands(const Element& element, model::Layer layer);

}  // namespace cpom::xml
