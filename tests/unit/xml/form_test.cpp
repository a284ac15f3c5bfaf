// Encoding and well-formedness: what is refused before anything is looked at.
#include <string>

#include "support/catch.hpp"
#include "unit/xml/documents.hpp"

using namespace cpom;
using namespace cpom::test;

namespace {

Faults faults_of(const std::string& text) {
  Diagnostics found;
  xml::read_settings(text, "s.xml", model::Layer::region, found);
  return said(found);
}

Faults one(const std::string& fault) { return {fault}; }

const std::string in_utf16(const std::u16string& text, bool little) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8U);
    const char low = static_cast<char>(unit & 0xFFU);
    bytes += little ? std::string{low, high} : std::string{high, low};
  }
  return bytes;
}

std::string reason_of(const std::string& bytes) {
  Diagnostics found;
  const auto read = xml::read_settings(bytes, "s.xml", model::Layer::region, found);
  return read ? read->parameters.at(0).reason : said(found).at(0);
}

}  // namespace

TEST_CASE("form: an empty file says so") {
  CHECK(faults_of("") == one("s.xml: error: the file is empty [xml.empty]"));
  CHECK(faults_of(" \n\t") == one("s.xml: error: the file is empty [xml.empty]"));
  CHECK(faults_of("\xEF\xBB\xBF") == one("s.xml: error: the file is empty [xml.empty]"));
}

TEST_CASE("form: a file beyond 16 MiB is not read") {
  CHECK(faults_of(std::string(17U << 20U, ' ')) ==
        one("s.xml: error: the file has 17 MiB; at most 16 are read (check that it is the right "
            "file) [xml.too_large]"));
}

TEST_CASE("form: UTF-8, UTF-16, ISO-8859-1 and Windows-1252 say the same") {
  const std::string element =
      "<settings><parameter name='a' value='1' reason='d\u00E9cid\u00E9'/></settings>";
  const std::string latin =
      "<settings><parameter name='a' value='1' reason='d\xE9"
      "cid\xE9'/></settings>";
  const std::u16string wide =
      u"\uFEFF<settings><parameter name='a' value='1' reason='d\u00E9cid\u00E9'/></settings>";
  CHECK(reason_of(element) == "décidé");
  CHECK(reason_of("\xEF\xBB\xBF" + element) == "décidé");
  CHECK(reason_of("<?xml version='1.0' encoding='UTF-8'?>" + element) == "décidé");
  CHECK(reason_of("<?xml version='1.0' encoding='iso-8859-1'?>" + latin) == "décidé");
  CHECK(reason_of("<?xml version='1.0' encoding='Windows-1252'?>" + latin) == "décidé");
  CHECK(reason_of(in_utf16(wide, true)) == "décidé");
  CHECK(reason_of(in_utf16(wide, false)) == "décidé");
  CHECK(reason_of(in_utf16(wide.substr(1), true)) == "décidé");
}

TEST_CASE("form: UTF-16 reads characters beyond the first plane") {
  const std::u16string wide =
      u"\uFEFF<settings><parameter name='a' value='1' reason='\U0001F600'/></settings>";
  CHECK(reason_of(in_utf16(wide, true)) == "😀");
}

TEST_CASE("form: a byte that is not UTF-8 is told with its place") {
  CHECK(faults_of("<settings>\n  <!-- \xE9t\xE9 -->\n</settings>") ==
        one("s.xml:2:8: error: the byte E9 is not UTF-8 (save the file as UTF-8, or declare what "
            "it is in the first line: encoding=\"windows-1252\") [xml.encoding]"));
}

TEST_CASE("form: an encoding that is not read, or not the declared one, is refused") {
  CHECK(faults_of("<?xml version='1.0' encoding='EBCDIC-FR'?><settings/>") ==
        one("s.xml:1:1: error: the encoding \"ebcdic-fr\" is not read (save the file as UTF-8, "
            "with encoding=\"UTF-8\" in the first line) [xml.encoding]"));
  CHECK(faults_of("<?xml version='1.0' encoding='UTF-16'?><settings/>") ==
        one("s.xml:1:1: error: the file declares UTF-16 but is not UTF-16 (save the file as "
            "UTF-8, with encoding=\"UTF-8\" in the first line) [xml.encoding]"));
  CHECK(faults_of("\xEF\xBB\xBF<?xml version='1.0' encoding='latin1'?><settings/>") ==
        one("s.xml:1:1: error: the file starts with the mark of UTF-8 but declares another "
            "encoding (write encoding=\"UTF-8\" in the first line) [xml.encoding]"));
  CHECK(faults_of(in_utf16(u"\uFEFF<?xml version='1.0' encoding='UTF-8'?><settings/>", true)) ==
        one("s.xml:1:1: error: the file is UTF-16 but declares the encoding \"utf-8\" (save it as "
            "UTF-8, with encoding=\"UTF-8\") [xml.encoding]"));
  CHECK(faults_of("<?xml version='1.0' encoding='cp1252'?>\n<settings>\x81</settings>") ==
        one("s.xml:2:11: error: this byte is no character in Windows-1252 (save the file as "
            "UTF-8, with encoding=\"UTF-8\" in the first line) [xml.encoding]"));
}

TEST_CASE("form: half a character of UTF-16 is refused") {
  const std::string fault =
      "s.xml: error: the file starts as UTF-16 but is not UTF-16 throughout "
      "(save it as UTF-8) [xml.encoding]";
  CHECK(faults_of(in_utf16(u"\uFEFF<settings/>", true) + "x") == one(fault));
  std::u16string lone = u"\uFEFF<settings/>";
  lone += static_cast<char16_t>(0xD800);
  CHECK(faults_of(in_utf16(lone, true)) == one(fault));
}

TEST_CASE("form: NUL and other characters that XML excludes are told with their place") {
  using namespace std::string_literals;
  CHECK(faults_of("<settings>\0</settings>"s) ==
        one("s.xml:1:11: error: the character U+0000 may not stand in XML (this is no text file, "
            "or its encoding is not declared) [xml.character]"));
  CHECK(faults_of("<settings>\n\x1b[31m</settings>") ==
        one("s.xml:2:1: error: the character U+001B may not stand in XML (remove it) "
            "[xml.character]"));
  CHECK(faults_of("<settings>\xEF\xBF\xBE</settings>") ==
        one("s.xml:1:11: error: the character U+FFFE may not stand in XML (remove it) "
            "[xml.character]"));
}

TEST_CASE("form: a document type is refused") {
  CHECK(faults_of("<!DOCTYPE settings SYSTEM \"file:///etc/passwd\">\n<settings/>") ==
        one("s.xml:1:1: error: a document type (<!DOCTYPE …>) is not accepted (remove it: a "
            "definition is checked without one) [xml.doctype]"));
}

TEST_CASE("form: malformed XML is one error that tells place and cause") {
  const struct {
    const char* text;
    const char* fault;
  } cases[] = {
      {"settings",
       "1:1: error: text stands outside the root element (remove it, or put it in a "
       "comment)"},
      {"<!-- nothing -->", "1:17: error: the file has no element"},
      {"<settings>", "1:1: error: <settings> is not closed (add </settings>)"},
      {"</settings>", "1:1: error: </settings> closes nothing (remove it)"},
      {"<settings>\n<a>\n</settings>",
       "3:1: error: </settings> stands where </a> is due, for <a> in line 2 (close the elements in "
       "the reverse order of their opening)"},
      {"<settings", "1:1: error: the tag <settings … has no \">\""},
      {"<settings></settings", "1:11: error: the tag </settings … has no \">\""},
      {"<settings a></settings>",
       "1:11: error: the attribute \"a\" has no value in quotes (write a=\"…\")"},
      {"<settings a=1/>",
       "1:11: error: the attribute \"a\" has no value in quotes (write a=\"…\")"},
      {"<settings a=\"1/>",
       "1:11: error: the value of the attribute \"a\" has no end, or contains \"<\" (add the "
       "closing quote, or write \"&lt;\")"},
      {"<settings a=\"1\"b=\"2\"/>",
       "1:16: error: a blank is missing before this attribute, or a quote is too many"},
      {"<settings\u00A0a=\"1\"/>",
       "1:10: error: this sign may not stand between attributes (a no-break space is none that "
       "counts: type a plain one)"},
      {"<settings =\"1\"/>",
       "1:11: error: an attribute was expected here (attributes are written name=\"value\")"},
      {"<settings>< a/></settings>",
       "1:11: error: \"<\" starts no element here (write \"&lt;\" for the character itself)"},
      {"<settings/>\n<settings/>",
       "2:1: error: <settings> is a second root element (a document has exactly one root element)"},
      {"<settings/> end",
       "1:13: error: text stands outside the root element (remove it, or put it in a comment)"},
      {"<settings/><![CDATA[]]>", "1:12: error: text stands outside the root element"},
      {"<settings><![CDATA[</settings>",
       "1:11: error: this CDATA section has no end (add \"]]>\")"},
      {"<settings>]]></settings>",
       "1:11: error: \"]]>\" may not stand in a text (write \"]]&gt;\")"},
      {"<settings><!-- </settings>", "1:11: error: this comment has no end (add \"-->\")"},
      {"<settings><!-- a -- b --></settings>",
       "1:18: error: \"--\" may not stand inside a comment (end the comment with \"-->\", or write "
       "one dash)"},
      {"<settings><?></settings>",
       "1:11: error: this processing instruction is not right (write it as <?name …?>, or remove "
       "it)"},
      {" <?xml version=\"1.0\"?><settings/>",
       "1:2: error: the XML declaration is not at the very beginning of the file (remove what "
       "stands before it, blanks too)"},
      {"<?xml version=\"2.0\"?><settings/>",
       "1:1: error: the XML declaration is not right (write <?xml version=\"1.0\" "
       "encoding=\"UTF-8\"?>)"},
      {"<?xml encoding=\"UTF-8\"?><settings/>",
       "1:1: error: the XML declaration is not right (write <?xml version=\"1.0\" "
       "encoding=\"UTF-8\"?>)"},
      {"<?xml version=\"1.0\"", "1:1: error: the XML declaration has no \"?>\""},
  };
  for (const auto& [text, fault] : cases) {
    CAPTURE(text);
    CHECK(faults_of(text) == one(std::string("s.xml:") + fault + " [xml.malformed]"));
  }
}

TEST_CASE("form: undefined references and attributes given twice do not hide other faults") {
  CHECK(faults_of("<settings>\n"
                  "<parameter name=\"a\" value=\"&un;\"/>\n"
                  "<parameter name=\"b\" value=\"1\" value=\"2\" reason=\"R & D\"/>\n"
                  "<parameter name=\"c\" value=\"x\"/>\n"
                  "</settings>") ==
        Faults{"s.xml:2:28: error: \"&un;\" is not defined (write the character itself) "
               "[xml.entity]",
               "s.xml:3:31: error: the attribute \"value\" is given twice (keep one of the two) "
               "[xml.duplicate_attribute]",
               "s.xml:3:51: error: \"&\" starts no reference here (write \"&amp;\") [xml.entity]",
               "s.xml:4:21: error: value=\"x\" is not a number (for example \"34.9\") "
               "[xml.wrong_type]"});
}

TEST_CASE("form: references that XML defines are resolved") {
  CHECK(reason_of("<settings><parameter name='a' value='1' "
                  "reason='&lt;&#65;&#x42;&amp;&quot;&apos;&gt;'/></settings>") == "<AB&\"'>");
  for (const char* reference : {"&#0;", "&#x0;", "&#xFFFE;", "&#xD800;", "&#x110000;", "&#;",
                                "&#x;", "&#99999999999999;", "&#1a;"}) {
    CAPTURE(reference);
    CHECK(reason_of("<settings><parameter name='a' value='1' reason='" + std::string(reference) +
                    "'/></settings>")
              .ends_with("[xml.entity]"));
  }
}

TEST_CASE("form: deep nesting is refused without going down") {
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<a>";
  CHECK(faults_of(deep) == one("s.xml:1:193: error: elements are nested more than 64 deep (check "
                               "that every element is closed where it should be) [xml.too_deep]"));
}

TEST_CASE("form: long attributes and many attributes are refused") {
  CHECK(faults_of("<settings><parameter name=\"a\" value=\"1\" reason=\"" +
                  std::string(70000, 'x') + "\"/></settings>") ==
        one("s.xml:1:41: error: the attribute \"reason\" has more than 65,536 bytes (shorten it, "
            "or look for a quotation mark that is missing) "
            "[xml.too_large]"));
  std::string many = "<settings";
  for (int i = 0; i < 200; ++i) many += " a" + std::to_string(i) + "=\"\"";
  CHECK(faults_of(many + "/>").size() == 1);
}

TEST_CASE("form: what is quoted in a message is cut and made harmless") {
  CHECK(faults_of("<settings><parameter name=\"a\" value=\"\u202E" + std::string(80, 'x') +
                  "\"/></settings>") ==
        one("s.xml:1:31: error: value=\"\uFFFD" + std::string(57, 'x') +
            "…\" is not a number (for example \"34.9\") [xml.wrong_type]"));
}

TEST_CASE("form: comments, instructions and CDATA are accepted where XML has them") {
  CHECK(faults_of("<?xml version='1.0' standalone='yes'?>\n<?note x?><!-- a -->\n<settings "
                  ">\n<!-- b --><?c?></settings >\n<!-- d -->\n") == Faults{});
}
