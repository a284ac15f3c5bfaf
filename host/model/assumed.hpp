/// The names people know for what a definition says it assumes.
#pragma once

#include <string_view>

#include "base/message.hpp"

namespace cpom::model {

/// "the unit" for the attribute `unit` in assumes="unit"; the attribute itself where it has no
/// name.
Message name_of_attribute(std::string_view attribute);

/// "indicator" for the elements `indicator`, `added-indicator`, `define` and so on; the element
/// itself where it has no name.
Message name_of_element(std::string_view element);

}  // namespace cpom::model
