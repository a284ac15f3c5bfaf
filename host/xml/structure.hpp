/// Whether a document keeps to its grammar.
#pragma once

#include "xml/document.hpp"
#include "xml/grammar.hpp"

namespace cpom::xml {

/// Diagnoses whatever in \a document is not as \a grammar wants it (codes xml.*) and marks it
/// there, so that readers need not look at it. False when nothing can be read at all: the root is
/// another element, or the faults are without number.
bool check_structure(Document& document, const Grammar& grammar);

}  // namespace cpom::xml
