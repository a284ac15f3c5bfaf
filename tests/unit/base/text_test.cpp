#include "base/text.hpp"

#include "support/catch.hpp"

#include <string>
#include <vector>

namespace cpom {
namespace {

using Lines = std::vector<std::string>;

TEST_CASE("UTF-8: the first wrong byte is found", "[text]") {
  CHECK_FALSE(invalid_utf8(""));
  CHECK_FALSE(invalid_utf8("Île-de-France, œuvre, 50\u202F000 €, \U0001F600"));
  CHECK_FALSE(invalid_utf8(std::string("a\0b", 3)));
  CHECK(invalid_utf8("ann\xE9"
                     "e") == 3);
  CHECK(invalid_utf8("12345678\xFF") == 8);
  CHECK(invalid_utf8("123456789abcdef0\xC3") == 16);
  CHECK(invalid_utf8("\xC0\x80") == 0);          // overlong
  CHECK(invalid_utf8("\xED\xA0\x80") == 0);      // half of a pair
  CHECK(invalid_utf8("\xF4\x90\x80\x80") == 0);  // beyond U+10FFFF
  CHECK(invalid_utf8("\x80") == 0);
}

TEST_CASE("Windows-1252: all of it, undefined bytes marked", "[text]") {
  CHECK(from_windows_1252("ann\xE9"
                          "e, 50\xA0"
                          "000 \x80, c\x9Cur \x96 l\x92\xE9t\xE9") ==
        "année, 50\u00A0000 €, cœur – l’été");
  CHECK(from_windows_1252("\x81\x8D\x8F\x90\x9D") == "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");
  CHECK(from_windows_1252("\xFF\xC0\x9F\x99") == "ÿÀŸ™");
}

TEST_CASE("UTF-16: both orders, pairs, and what is cut", "[text]") {
  using std::string_literals::operator""s;
  CHECK(from_utf16("\0a\0\xE9\x20\xAC"s, std::endian::big) == "aé€");
  CHECK(from_utf16("a\0\xE9\0\xAC\x20"s, std::endian::little) == "aé€");
  CHECK(from_utf16("\xD8\x3D\xDE\x00"s, std::endian::big) == "\U0001F600");
  CHECK_FALSE(from_utf16("\0a\0"s, std::endian::big));
  CHECK_FALSE(from_utf16("\xD8\x3D"s, std::endian::big));
  CHECK_FALSE(from_utf16("\xD8\x3D\0a"s, std::endian::big));
  CHECK_FALSE(from_utf16("\xDE\x00\xD8\x3D"s, std::endian::big));
}

TEST_CASE("characters are counted, not bytes", "[text]") {
  CHECK(character_count("") == 0);
  CHECK(character_count("année") == 5);
  CHECK(character_count("a\xE9\xFF"
                        "b") == 4);
}

TEST_CASE("width: combining marks take no column, wide characters two", "[text]") {
  CHECK(display_width("") == 0);
  CHECK(display_width("été") == 3);
  CHECK(display_width("e\u0301te\u0301") == 3);
  CHECK(display_width("数") == 2);
  CHECK(display_width("☀ 12 %") == 6);
  CHECK(display_width("a\xFF"
                      "b") == 3);
}

TEST_CASE("wrapping: at word boundaries, within the width", "[text]") {
  CHECK(wrap("Taux de couverture vaccinale", 10) == Lines{"Taux de", "couverture", "vaccinale"});
  CHECK(wrap("  un \t deux\ntrois ", 80) == Lines{"un deux trois"});
  CHECK(wrap("", 10) == Lines{""});
  CHECK(wrap("   ", 10) == Lines{""});
  CHECK(wrap("exactement dix", 10) == Lines{"exactement", "dix"});
}

TEST_CASE("wrapping: a longer word is cut, a mark stays with its letter", "[text]") {
  CHECK(wrap("anticonstitutionnellement", 10) == Lines{"anticonsti", "tutionnell", "ement"});
  CHECK(wrap("a anticonstitutionnel b", 10) == Lines{"a", "anticonsti", "tutionnel", "b"});
  CHECK(wrap("e\u0301e\u0301e\u0301", 2) == Lines{"e\u0301e\u0301", "e\u0301"});
  CHECK(wrap("数数", 1) == Lines{"数", "数"});
  CHECK(wrap("ab", 0) == Lines{"a", "b"});
}

TEST_CASE("wrapping: no-break spaces hold words together", "[text]") {
  CHECK(wrap("près de 50\u00A0000 €", 11) == Lines{"près de", "50\u00A0000 €"});
}

TEST_CASE("printable: nothing reaches a terminal but text", "[text]") {
  CHECK(printable("déjà vu") == "déjà vu");
  CHECK(printable("a\x1B[31mb\x07") == "a\uFFFD[31mb\uFFFD");
  CHECK(printable("a\tb\r\nc\rd\ne\u2028f\u0085g") == "a b c d e f g");
  CHECK(printable("a\u202Eb\u2066c\u200Fd\u061C") == "a\uFFFDb\uFFFDc\uFFFDd\uFFFD");
  CHECK(printable("a\xFF\u009Bb\x7F") == "a\uFFFD\uFFFDb\uFFFD");
  CHECK(printable(std::string("a\0b", 3)) == "a\uFFFDb");
}

TEST_CASE("trimming: blanks of every kind, at the ends only", "[text]") {
  CHECK(trim("  a b\t\r\n") == "a b");
  CHECK(trim("\u00A0\u202F\u2009\uFEFF12\u00A0000\u00A0\u200B") == "12\u00A0000");
  CHECK(trim(" \u00A0 ").empty());
  CHECK(trim("").empty());
  CHECK(trim("é") == "é");
  CHECK(trim(" \xFF ") == "\xFF");
}

TEST_CASE("folding: case, accents and look-alikes make no difference", "[text]") {
  CHECK(folded("Année") == "annee");
  CHECK(folded("ANNE\u0301E") == "annee");
  CHECK(folded("DATE DE RÉCEPTION") == "date de reception");
  CHECK(folded("l’année\u00A02024") == "l'annee 2024");
  CHECK(folded("Non\u2011déclaré") == "non-declare");
  CHECK(folded("İstanbul") == "istanbul");
  CHECK(folded("straße") == "strasse");
  CHECK(folded("ASCII_09") == "ascii_09");
  CHECK(folded("ann\xE9"
               "e") ==
        "ann\xE9"
        "e");
}

}  // namespace
}  // namespace cpom
