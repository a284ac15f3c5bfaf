#include "lua/runtime_message.hpp"

#include "base/language.hpp"
#include "support/catch.hpp"

#include <string>
#include <utility>
#include <vector>

namespace cpom::lua {
namespace {

TEST_CASE("the interpreter's own messages are told in French, and stay as they are in English") {
  const std::vector<std::pair<std::string, std::string>> messages = {
      {"attempt to index a nil value (local 'x')",
       "champ demandé à une valeur de type nil (variable locale « x »)"},
      {"attempt to index a number value (field 'a.b')",
       "champ demandé à une valeur de type nombre (champ « a.b »)"},
      {"attempt to call a nil value (global 'f')",
       "appel d'une valeur de type nil (nom « f »), qui n'est pas une fonction"},
      {"attempt to call a table value",
       "appel d'une valeur de type table, qui n'est pas une fonction"},
      {"attempt to perform arithmetic on a nil value (upvalue 'rate')",
       "calcul sur une valeur de type nil (variable « rate »)"},
      {"attempt to concatenate a boolean value (local 'kept')",
       "mise bout à bout d'une valeur de type booléen (variable locale « kept »)"},
      {"attempt to get length of a number value (local 'n')",
       "longueur demandée à une valeur de type nombre (variable locale « n »)"},
      {"attempt to compare number with nil",
       "comparaison d'une valeur de type nombre avec une de type nil"},
      {"attempt to compare two table values", "comparaison de deux valeurs de type table"},
      {"attempt to perform 'n//0'", "division entière par zéro"},
      {"attempt to perform 'n%%0'", "reste d'une division par zéro"},
      {"number has no integer representation", "le nombre n'est pas un entier"},
  };
  for (const auto& [english, french] : messages) {
    CHECK(render(runtime_message(english), Language::english) == english);
    CHECK(render(runtime_message(english), Language::french) == french);
  }
}

TEST_CASE("a text that only begins as the interpreter's is told as it is") {
  for (const std::string text :
       {"attempt to index a nil value (local 'x') again", "attempt to index a userdata value",
        "attempt to compare number", "attempt to compare two values", "attempt to fly",
        "attempt to index a nil value (friend 'x')", "le dénominateur est nul", ""}) {
    CHECK(render(runtime_message(text), Language::french) == text);
  }
}

}  // namespace
}  // namespace cpom::lua
