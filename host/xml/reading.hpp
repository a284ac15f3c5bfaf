/// The way of every reader: parse, check the form, read the meaning, report in the file's order.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/diagnostic.hpp"
#include "xml/document.hpp"
#include "xml/element.hpp"
#include "xml/grammar.hpp"
#include "xml/structure.hpp"

namespace cpom::xml {

/// Adds \a faults to \a found by line and column.
void report_in_order(const Diagnostics& faults, Diagnostics& found);

/// What \a read makes of the root element; nullopt when there was any error.
template <class Result, class Read>
std::optional<Result> read_document(std::string_view bytes, const std::string& file,
                                    const Grammar& grammar, Diagnostics& found, Read read) {
  Diagnostics faults;
  std::optional<Result> result;
  Document document(bytes, file, faults);
  if (document.readable() && check_structure(document, grammar)) {
    result = read(Element(document, document.root()));
  }
  report_in_order(faults, found);
  if (faults.has_errors()) result.reset();
  return result;
}

}  // namespace cpom::xml
