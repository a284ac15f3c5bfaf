/// Whether a result is the wanted one, and how to say what is.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/rules.hpp"
#include "testing/case.hpp"

namespace cpom::testing {

/// « 80,5 », « oui », « Atteint », « rien », « 100 | 50 ».
Message shown_value(const engine::Value& value);

/// Exact, but for numbers that differ by \a tolerance at most, and for no-break spaces, which
/// nobody can see.
bool same_value(const engine::Value& wanted, const engine::Value& found, double tolerance);

/// The difference between the two under \a name; nullopt when there is none.
std::optional<Difference> difference(std::string name, const engine::Value& wanted,
                                     const engine::Value& found, double tolerance);

/// \a text with no-break spaces as plain ones.
std::string with_plain_blanks(std::string_view text);

/// Whether \a wanted is the sentence \a reason, in any language; blanks of all kinds are alike.
bool same_sentence(std::string_view wanted, const Message& reason);

}  // namespace cpom::testing
