/// The way of every reader: parse, check the form, read the meaning, report in the file's order.
#pragma once

#include <functional>
#include <map>
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

/// By code, severities other than a reader's own.
using Severities = std::map<std::string, Severity, std::less<>>;

/// \a faults by line and column, with the severities that \a severities gives them.
Diagnostics in_order(const Diagnostics& faults, const Severities& severities);

/// What \a read makes of the root element; nullopt when there was any error.
template <class Result, class Read>
std::optional<Result> read_document(std::string_view bytes, const std::string& file,
                                    const Grammar& grammar, Diagnostics& found, Read read,
                                    const Severities& severities = {}) {
  Diagnostics faults;
  std::optional<Result> result;
  Document document(bytes, file, faults);
  if (document.readable() && check_structure(document, grammar)) {
    result = read(Element(document, document.root()));
  }
  const Diagnostics told = in_order(faults, severities);
  found.append(told);
  if (told.has_errors()) result.reset();
  return result;
}

}  // namespace cpom::xml
