#include "base/language.hpp"

#include <limits>

#include "support/catch.hpp"

using namespace cpom;

namespace {

std::string french(const Message& text) { return render(text, Language::french); }
std::string english(const Message& text) { return render(text, Language::english); }

}  // namespace

TEST_CASE("language: French comes from the catalogue, English is the text itself") {
  CHECK(french(message("error")) == "erreur");
  CHECK(english(message("error")) == "error");
  CHECK(french(message("no indicator \"{0}\"", "2.c.1")) == "pas d'indicateur «\u00A02.c.1\u00A0»");
  CHECK(english(message("no indicator \"{0}\"", "2.c.1")) == "no indicator \"2.c.1\"");
}

TEST_CASE("language: a text that is in no catalogue is shown as it is") {
  CHECK(french(Message{"taux {0} {", {}, {}, 1}) == "taux {0} {");
  CHECK(english(Message{"100 % {x}", {}, {}, 1}) == "100 % {x}");
  CHECK(french(Message{"{9}", {std::string("a")}, {}, 1}) == "{9}");
  CHECK(french(Message{}) == "");
  CHECK(english(Message{}) == "");
  CHECK(french(Message{"\xFF\xFE", {}, {}, 1}) == "\xFF\xFE");
  CHECK(french(Message{std::string("a\0b", 3), {}, {}, 1}).size() == 3);
}

TEST_CASE("language: plurals, in the way of each language") {
  const auto errors = [](long n) { return plural_message("{0} error", "{0} errors", n, n); };
  CHECK(french(errors(0)) == "0 erreur");
  CHECK(french(errors(1)) == "1 erreur");
  CHECK(french(errors(2)) == "2 erreurs");
  CHECK(english(errors(0)) == "0 errors");
  CHECK(english(errors(1)) == "1 error");
  CHECK(english(errors(2)) == "2 errors");
  CHECK(english(errors(5'000'000'001)) == "5000000001 errors");
  CHECK(french(errors(5'000'000'001)) == "5000000001 erreurs");
}

TEST_CASE("language: arguments are told in the same language") {
  const Message outer = message("{0}: {1}", message("warning"), Figure{1234.5, 2});
  CHECK(french(outer) == "avertissement\u00A0: 1\u202F234,50");
  CHECK(english(outer) == "warning: 1,234.50");
  CHECK(french(message("Situation as known on {0}", make_date(2026, 3, 5))) ==
        "Situation connue au 05/03/2026");
  CHECK(english(message("Situation as known on {0}", make_date(2026, 3, 5))) ==
        "Situation as known on 2026-03-05");
  CHECK(english(Message{"{0}", {std::vector<Message>{message("yes"), message("no")}}, {}, 1}) ==
        "yes, no");
}

TEST_CASE("language: braces in an argument are no placeholders") {
  CHECK(french(message("{0}: {1}", "{1}", "{")) == "{1}\u00A0: {");
}

TEST_CASE("language: figures") {
  CHECK(render(Figure{0, -1}, Language::french) == "0");
  CHECK(render(Figure{-0.0, 1}, Language::french) == "0,0");
  CHECK(render(Figure{999, -1}, Language::french) == "999");
  CHECK(render(Figure{-1000, -1}, Language::french) == "-1\u202F000");
  CHECK(render(Figure{1234567.891, -1}, Language::french) == "1\u202F234\u202F567,891");
  CHECK(render(Figure{1234567.891, -1}, Language::english) == "1,234,567.891");
  CHECK(render(Figure{0.5, 0}, Language::french) == "1");
  CHECK(render(Figure{72.65, 1}, Language::french) == "72,7");
  CHECK_NOTHROW(render(Figure{std::numeric_limits<double>::infinity(), 1}, Language::french));
  CHECK_NOTHROW(render(Figure{std::numeric_limits<double>::quiet_NaN(), -1}, Language::english));
}

TEST_CASE("language: dates") {
  CHECK(render(make_date(2024, 12, 31), Language::french) == "31/12/2024");
  CHECK(render(make_date(2024, 12, 31), Language::english) == "2024-12-31");
}

TEST_CASE("language: names of languages and locales") {
  for (const char* const name : {"fr", "FR", "fr_FR", "fr_FR.UTF-8", "fr-CA", "fr@euro"}) {
    CHECK(parse_language(name) == Language::french);
  }
  for (const char* const name : {"en", "EN", "en_US.UTF-8", "en.UTF-8"}) {
    CHECK(parse_language(name) == Language::english);
  }
  for (const char* const name : {"", "e", "C", "POSIX", "english", "de_DE", "fra"}) {
    CHECK_FALSE(parse_language(name).has_value());
  }
  CHECK(code_of(Language::french) == "fr");
  CHECK(code_of(Language::english) == "en");
}
