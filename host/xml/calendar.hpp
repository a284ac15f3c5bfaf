/// What does the calendar of a model say is due, by whom, and when?
#pragma once

#include <vector>

#include "model/step.hpp"
#include "xml/declared.hpp"
#include "xml/element.hpp"

namespace cpom::xml {

/// Reads the <calendar> of a model; \a objectives are those that a step may name.
std::vector<model::Step> read_calendar(const Element& list, const Declared& objectives);

}  // namespace cpom::xml
