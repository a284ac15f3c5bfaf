/// Derivations as text, JSON and HTML.
#pragma once

#include <string>
#include <vector>

#include "explain/derivation.hpp"
#include "report/writer.hpp"

namespace cpom::explain {

/// Version of the JSON written.
inline constexpr int json_version = 1;

std::string text_explanation(const std::vector<Derivation>& derivations,
                             const report::Style& style);

/// One object; figures in full, and beside them the sentences of the text.
std::string json_explanation(const std::vector<Derivation>& derivations,
                             const report::Style& style);

/// A fragment to be put into a page: an <article> per result, a <section> per heading. No script,
/// no style; every text is escaped.
std::string html_explanation(const std::vector<Derivation>& derivations,
                             const report::Style& style);

}  // namespace cpom::explain
