#include "xml/assumptions.hpp"

#include <string>
#include <vector>

#include "base/language.hpp"
#include "support/catch.hpp"

using namespace cpom;

TEST_CASE("assumptions: sentences, attributes and values, each with its place") {
  const std::string document = R"(<model id="essai">
  <assumption>Sens : la note
    ne dit rien.</assumption>
  <parameters>
    <parameter name="half" value="50" assumption="true" reason="Aucun texte."/>
    <parameter name="whole" value="100" assumption="false"/>
  </parameters>
  <indicators>
    <indicator code="1.a" assumes="direction decimals"/>
    <indicator code="1.b"><define assumes="unit"/></indicator>
  </indicators>
</model>)";
  std::vector<std::string> told;
  const Diagnostics found = xml::find_assumptions(document, "m.xml");
  for (const Diagnostic& each : found.all()) {
    told.push_back(each.code + " " + text_of(each.where) + ": " +
                   render(each.what, Language::french));
  }
  CHECK(told == std::vector<std::string>{
                    "assumption.sentence m.xml:2:3: Sens : la note ne dit rien.",
                    "assumption.value m.xml:5:5: paramètre «\u00A0half\u00A0» vaut 50\u00A0: "
                    "Aucun texte.",
                    "assumption.attributes m.xml:9:27: indicateur «\u00A01.a\u00A0», "
                    "supposés\u00A0: le sens de l'indicateur, les décimales",
                    "assumption.attributes m.xml:10:35: indicateur «\u00A01.b\u00A0», "
                    "supposés\u00A0: l'unité"});
}

TEST_CASE("assumptions: what is no XML has none") {
  CHECK(xml::find_assumptions("<model", "m.xml").empty());
  CHECK(xml::find_assumptions("", "m.xml").empty());
}
