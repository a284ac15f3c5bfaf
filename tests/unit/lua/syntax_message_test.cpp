#include "lua/syntax_message.hpp"

#include <string>
#include <utility>
#include <vector>

#include "base/language.hpp"
#include "support/catch.hpp"

using namespace cpom;
using lua::syntax_message;

TEST_CASE("syntax messages: what the compiler says is said in French") {
  const std::vector<std::pair<std::string, std::string>> known = {
      {"unexpected symbol near 'end'", "symbole inattendu près de «\u00A0end\u00A0»"},
      {"unexpected symbol near <eof>", "symbole inattendu près de la fin du fichier"},
      {"'}' expected near 'layer'", "«\u00A0}\u00A0» attendu près de «\u00A0layer\u00A0»"},
      {"'}' expected (to close '{' at line 1) near <eof>",
       "«\u00A0}\u00A0» attendu (pour fermer «\u00A0{\u00A0» de la ligne 1) près de la fin du "
       "fichier"},
      {"<name> or '...' expected near '1'",
       "un nom ou «\u00A0...\u00A0» attendu près de «\u00A01\u00A0»"},
      {"unfinished string near '\"a'", "texte non terminé près de «\u00A0\"a\u00A0»"},
      {"malformed number near '3x'", "nombre mal écrit près de «\u00A03x\u00A0»"},
      {"attempt to assign to const variable 'x'",
       "la constante «\u00A0x\u00A0» ne peut pas changer"},
  };
  for (const auto& [english, french] : known) {
    CAPTURE(english);
    CHECK(render(syntax_message(english), Language::french) == french);
  }
}

TEST_CASE("syntax messages: what is not known stays as it is") {
  for (const std::string text : {"break outside a loop at line 3 near <eof>", "something else",
                                 " near ", "", "'x' expected (odd) near 'y'"}) {
    CAPTURE(text);
    CHECK(render(syntax_message(text), Language::french) == text);
  }
}
