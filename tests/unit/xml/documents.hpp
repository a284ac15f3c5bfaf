/// Small documents for the tests of the readers, and what the readers say of them.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/language.hpp"
#include "xml/readers.hpp"

namespace cpom::test {

/// A model of two objectives: 1.a share, 1.b corridor, 1.c yes or no, 1.d placeholder, 1.e context,
/// 2.a of the territory "overseas" from 2025 on, 2.b with two components.
inline const std::string small_model = R"(<?xml version="1.0" encoding="UTF-8"?>
<model id="small" family="etat-ars" generation="2024-2026" label="Petit" source="Note"
       valid-from="2024-01-01" valid-to="2026-12-31" available="N+1-01-31" review="N+1-03-15">
  <levels><level id="axis" label="Axe"/><level id="objective" label="Objectif"/></levels>
  <statuses>
    <status id="reached" label="Atteint" label-en="Reached" symbol="●" tone="good" points="100" assumes="points"/>
    <status id="missed" label="Non atteint" symbol="○" tone="bad"/>
  </statuses>
  <weathers><weather id="sunny" label="Ensoleillé" symbol="☀" tone="good"/></weathers>
  <territories><territory id="overseas" label="Outre-mer" regions="04 06"/></territories>
  <parameters><parameter name="partial_from" value="50" locked="true" assumption="1" reason="aucun texte"/></parameters>
  <objectives>
    <objective id="A" level="axis" label="Axe A"/>
    <objective id="1" level="objective" parent="A" label="Un" lead-directorate="DGS ; DGOS;" dialogue="DDG numérique"/>
    <objective id="2" level="objective" label="Deux"/>
  </objectives>
  <groups><group id="plan" label="Plan"/></groups>
  <indicators>
    <indicator code="1.a" objective="1" theme="Vaccination" kind="common" label="Taux" form="share" unit="percent" decimals="1"
               direction="higher" supplier="DGS;SPF/ORS" source="SNDS" pilot="ARS" available="N+1-02-28" minimum="0"
               maximum="100" weight="2" secured="true" groups="plan" note="vérifié" assumes="direction form"/>
    <indicator code="1.b" objective="1" kind="common" label="Lits" form="count" unit="count" decimals="0" direction="corridor"/>
    <indicator code="1.c" objective="1" kind="common" label="Plan" form="milestone" unit="yes_no" decimals="0" direction="higher"/>
    <indicator code="1.d" objective="1" kind="complementary" label="À définir" placeholder="true"/>
    <indicator code="1.e" objective="1" kind="context" label="Population" form="count" unit="count" decimals="0"/>
    <indicator code="2.a" objective="2" kind="common" label="Cases" form="count" unit="count" decimals="0" direction="lower"
               territory="overseas" from="2025"/>
    <indicator code="2.b" objective="2" kind="common" label="Écart" form="difference" unit="points" decimals="1" direction="lower">
      <component id="most" label="Favorisés"/>
      <component id="least" label="Défavorisés"/>
    </indicator>
  </indicators>
</model>
)";

/// A contract of 2024 to 2026 whose agency is that of Bretagne. \a before_indicators: strands and
/// settings; \a after_indicators: amendments, decisions, observations. <indicators> is in line 5,
/// or further down by the line breaks of \a before_indicators.
inline std::string contract_with(const std::string& indicators,
                                 const std::string& after_indicators = "",
                                 const std::string& before_indicators = "") {
  return "<contract id=\"c\" label=\"Contrat\" model=\"small\" start=\"2024-01-01\" "
         "end=\"2026-12-31\">\n"
         "<parties>\n"
         "<agency name=\"ARS Bretagne\" region=\"53\"/>\n"
         "</parties>" +
         before_indicators + "\n<indicators>" + indicators + "</indicators>" + after_indicators +
         "\n</contract>\n";
}

/// Two strands, each of a region of its own.
inline const std::string two_strands =
    "<strands><strand id=\"reunion\" label=\"La Réunion\" region=\"04\"/>"
    "<strand id=\"mayotte\" label=\"Mayotte\" region=\"06\"/></strands>";

/// "1.a" with a target for every year.
inline const std::string followed =
    "<indicator code=\"1.a\"><target year=\"2024\" value=\"40\"/><target year=\"2025\" "
    "value=\"45\"/><target year=\"2026\" value=\"50\"/></indicator>";

inline std::vector<std::string> said(const Diagnostics& found) {
  std::vector<std::string> lines;
  for (const Diagnostic& fault : found.all()) lines.push_back(render(fault, Language::english));
  return lines;
}

using Faults = std::vector<std::string>;

inline Faults faults_of_model(const std::string& text) {
  Diagnostics found;
  xml::read_model(text, "m.xml", found);
  return said(found);
}

inline const model::Model& read_small_model() {
  static const model::Model model = [] {
    Diagnostics found;
    return xml::read_model(small_model, "m.xml", found).value();
  }();
  return model;
}

inline Faults faults_of_contract(const std::string& text) {
  Diagnostics found;
  xml::read_contract(text, "c.xml", read_small_model(), found);
  return said(found);
}

/// The contract of a text without faults; throws when there is one.
inline model::Contract contract_of(const std::string& text) {
  Diagnostics found;
  auto contract = xml::read_contract(text, "c.xml", read_small_model(), found);
  if (!found.empty()) throw Error(found.all().front());
  return contract.value();
}

inline std::string replaced(std::string text, const std::string& what, const std::string& by) {
  return text.replace(text.find(what), what.size(), by);
}

}  // namespace cpom::test
