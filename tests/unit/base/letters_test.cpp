#include "base/text.hpp"
#include "support/catch.hpp"

using namespace cpom;

TEST_CASE("letters: what two prints of a label have in common") {
  CHECK(letters_of("Taux d\u2019occupation des lits (en %)") == "tauxdoccupationdeslitsen");
  CHECK(letters_of("« TAUX D'OCCUPATION » des lits, en\u00A0%") == "tauxdoccupationdeslitsen");
  CHECK(letters_of("Dépistage 50-74 ans") == "depistage5074ans");
  CHECK(letters_of("Dépistage 50\u201374\u202Fans") == "depistage5074ans");
  CHECK(letters_of(" … ") == "");
  CHECK(letters_of("") == "");
  CHECK(letters_of("\xFF") == "\xFF");
}
