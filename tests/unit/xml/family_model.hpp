/// The small model with what families of establishments and of coordination services add to it.
#pragma once

#include <string>

#include "unit/xml/documents.hpp"

namespace cpom::test {

/// A third level "detail"; missions "service" (of objective A and all below it) and "bearer"; roles
/// for each scope; outcomes; the group "plan".
inline const std::string family_model = [] {
  std::string text = replaced(small_model, "<objectives>",
                              "<missions><mission id=\"service\" label=\"Le service\"/>"
                              "<mission id=\"bearer\" label=\"Le porteur\"/></missions>"
                              "<objectives>");
  text = replaced(text, "</levels>", "<level id=\"detail\" label=\"Détail\"/></levels>");
  text = replaced(text, "level=\"axis\" label=\"Axe A\"",
                  "level=\"axis\" mission=\"service\" label=\"Axe A\"");
  return replaced(text, "</model>",
                  "<term rule=\"last\" assumes=\"rule\"/>\n"
                  "<outcomes><outcome id=\"renewed\" label=\"Reconduction\"/>"
                  "<outcome id=\"removed\" label=\"Suppression\"/></outcomes>\n"
                  "<roles><role id=\"pilot\" label=\"Pilote\" side=\"national\" per=\"contract\"/>"
                  "<role id=\"referent\" label=\"Référent\" side=\"region\" per=\"objective\"/>"
                  "<role id=\"leader\" label=\"Animateur\" side=\"operator\" per=\"group\"/>"
                  "</roles></model>");
}();

inline model::Model model_of(const std::string& text) {
  Diagnostics found;
  auto model = xml::read_model(text, "m.xml", found);
  if (!model) throw Error(found.all().front());
  return *std::move(model);
}

inline const model::Model& read_family_model() {
  static const model::Model model = model_of(family_model);
  return model;
}

inline Faults faults_on(const model::Model& model, const std::string& contract) {
  Diagnostics found;
  xml::read_contract(contract, "c.xml", model, found);
  return said(found);
}

/// The one fault of a contract on the family model, without file and place.
inline std::string family_fault(const std::string& contract) {
  const Faults faults = faults_on(read_family_model(), contract);
  if (faults.size() != 1) return std::to_string(faults.size()) + " faults";
  return faults[0].substr(faults[0].find(": ") + 2);
}

/// Throws when there is a fault.
inline model::Contract family_contract(const std::string& text) {
  Diagnostics found;
  auto contract = xml::read_contract(text, "c.xml", read_family_model(), found);
  if (!found.empty()) throw Error(found.all().front());
  return *std::move(contract);
}

}  // namespace cpom::test
