/// The languages a person may read, and how a message becomes a text in one of them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/message.hpp"

namespace cpom {

enum class Language { french, english };

/// "fr", "fr_FR.UTF-8", "en"…; nullopt for any other.
std::optional<Language> parse_language(std::string_view name);

/// The language of the message catalogue as "fr" or "en".
std::string_view code_of(Language language);

/// The whole text of \a message. French takes its words from the catalogue built into the
/// program, so that no locale need be installed; English is the text of the message itself.
std::string render(const Message& message, Language language);

/// \a value as the language writes it, with no-break spaces in French: « 50 000 », « 72,7 ».
/// \a decimals -1 shows as many as the number has.
std::string render(Figure figure, Language language);

/// « 31/12/2024 » in French, "2024-12-31" in English.
std::string render(Date date, Language language);

}  // namespace cpom
