/// What a document says is this project's judgement, whatever kind of document it is.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.hpp"

namespace cpom::xml {

/// A note for each <assumption> sentence (assumption.sentence), for each element with `assumes`
/// (assumption.attributes, naming them) and for each with assumption="true" (assumption.value), in
/// the order of the document. Nothing for a text that is no XML.
Diagnostics find_assumptions(std::string_view bytes, const std::string& file);

}  // namespace cpom::xml
