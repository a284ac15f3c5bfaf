#include "xml/catalogue_reader.hpp"

#include "support/catch.hpp"
#include "unit/xml/family_model.hpp"

using namespace cpom;
using namespace cpom::test;
using model::Layer;

namespace {

const xml::CatalogueSource source = {"axe-1", {}, {"socle"}};

/// The family model with what two plugins added: "socle", and "autre".
model::Model composed() {
  model::Model model = read_family_model();
  const auto add = [&](const std::string& name, const std::string& text) {
    Diagnostics found;
    auto catalogue =
        xml::read_catalogue(text, name + ".xml", model, Layer::plugin, {name, {}, {}}, found);
    if (!catalogue) throw Error(found.all().front());
    model::extend(model, *std::move(catalogue));
  };
  const auto text = [](const std::string& id) {
    return "<catalogue><missions><mission id=\"" + id + "-m\" label=\"M\"/></missions>" +
           "<objectives><objective id=\"" + id + "\" level=\"objective\" parent=\"A\" " +
           "label=\"O\"/></objectives><groups><group id=\"" + id + "-g\" label=\"G\"/></groups>" +
           "<indicators><indicator code=\"" + id + "-i\" objective=\"" + id +
           "\" kind=\"common\" label=\"I\" placeholder=\"true\"/></indicators><calendar><step "
           "id=\"" +
           id + "-s\" kind=\"fact\" label=\"S\" stated=\"s\"/></calendar></catalogue>";
  };
  add("socle", text("socle"));
  add("autre", text("autre"));
  return model;
}

std::optional<model::Catalogue> read(const std::string& content, Diagnostics& found,
                                     Layer layer = Layer::plugin,
                                     const xml::CatalogueSource& by = source) {
  static const model::Model model = composed();
  return xml::read_catalogue("<catalogue>\n" + content + "\n</catalogue>", "k.xml", model, layer,
                             by, found);
}

std::string fault(const std::string& content, Layer layer = Layer::plugin,
                  const xml::CatalogueSource& by = source) {
  Diagnostics found;
  read(content, found, layer, by);
  const Faults faults = said(found);
  if (faults.size() != 1) return std::to_string(faults.size()) + " faults";
  return faults[0];
}

std::string objective(const std::string& attributes) {
  return "<objectives><objective id=\"X\" level=\"detail\" label=\"O\" " + attributes +
         "/></objectives>";
}

std::string indicator(const std::string& attributes) {
  return "<indicators><indicator kind=\"common\" label=\"I\" form=\"count\" unit=\"count\" "
         "decimals=\"0\" direction=\"higher\" " +
         attributes + "/></indicators>";
}

std::string define(const std::string& code) {
  return "<definitions><define indicator=\"" + code +
         "\" label=\"Taux\" form=\"share\" unit=\"percent\" decimals=\"1\" direction=\"lower\"/>"
         "</definitions>";
}

}  // namespace

TEST_CASE("catalogue: what it adds carries the name of its package and stands on the model") {
  Diagnostics found;
  auto catalogue = read(
      "<missions><mission id=\"m\" label=\"M\"/></missions>" + objective("parent=\"socle\"") +
          "<groups><group id=\"g\" label=\"G\"/></groups>" +
          indicator("code=\"X.1\" objective=\"X\" groups=\"g plan\" classify=\"by_level\"") +
          "<limits><limit on=\"strands\" maximum=\"2\" severity=\"warning\" text=\"t\"/></limits>"
          "<calendar><step id=\"S\" kind=\"relative\" label=\"S\" stated=\"s\" after=\"socle-s\" "
          "days=\"1\"/></calendar>"
          "<bands name=\"tier\"><band id=\"a\" to=\"1\"/><band id=\"b\" from=\"1\" "
          "parameter=\"b_from\"/></bands>",
      found);
  CHECK(said(found).empty());
  REQUIRE(catalogue);
  CHECK(catalogue->missions.at(0).plugin == "axe-1");
  CHECK(catalogue->objectives.at(0).plugin == "axe-1");
  CHECK(catalogue->groups.at(0).plugin == "axe-1");
  CHECK(catalogue->indicators.at(0).plugin == "axe-1");
  CHECK(catalogue->indicators.at(0).classify == "by_level");
  CHECK(catalogue->calendar.at(0).plugin == "axe-1");
  CHECK(catalogue->limits.size() == 1);
  CHECK(catalogue->parameters.at(0).layer == Layer::plugin);
  CHECK(catalogue->bands.at(0).thresholds == std::vector<std::string>{"b_from"});
  model::Model model = composed();
  model::extend(model, *std::move(catalogue));
  CHECK(model.objectives.at(1).id == "1");
  CHECK(model.indicator("X.1") != nullptr);
}

TEST_CASE("catalogue: an empty one is fine") {
  Diagnostics found;
  CHECK(read("", found));
  CHECK(found.empty());
}

TEST_CASE("catalogue: a name that is there already is told with both places") {
  CHECK(fault(objective("parent=\"A\"") + indicator("code=\"1.a\" objective=\"X\"")) ==
        "k.xml:2:186: error: \"1.a\" is already given by m.xml:19:5 (give one of the two another "
        "name, or remove it) [model.duplicate_indicator]");
  CHECK(fault("<objectives><objective id=\"socle\" level=\"axis\" label=\"O\"/></objectives>") ==
        "k.xml:2:24: error: \"socle\" is already given by socle.xml:1:78 (give one of the two "
        "another name, or remove it) [model.duplicate_id]");
  CHECK(fault("<missions><mission id=\"bearer\" label=\"M\"/></missions>")
            .starts_with("k.xml:2:20: error: \"bearer\" is already given by m.xml:"));
  CHECK(fault("<groups><group id=\"plan\" label=\"M\"/></groups>")
            .starts_with("k.xml:2:16: error: \"plan\" is already given by m.xml:"));
  CHECK(fault("<calendar><step id=\"socle-s\" kind=\"fact\" label=\"S\" stated=\"s\"/></calendar>")
            .starts_with("k.xml:2:17: error: \"socle-s\" is already given by socle.xml:"));
  CHECK(fault(objective("") + indicator("code=\"X\" objective=\"X\"")) == "0 faults");
}

TEST_CASE("catalogue: only what it requires may be referred to") {
  const std::string remedy =
      " is added by the package \"autre\", which \"axe-1\" does not require (add \"autre\" to "
      "requires in package.lua) [catalogue.not_required]";
  CHECK(fault(objective("parent=\"autre\"")) == "k.xml:2:56: error: \"autre\"" + remedy);
  CHECK(fault(objective("mission=\"autre-m\"")) == "k.xml:2:56: error: \"autre-m\"" + remedy);
  CHECK(fault(objective("groups=\"plan autre-g\"")) == "k.xml:2:56: error: \"autre-g\"" + remedy);
  CHECK(fault(indicator("code=\"X.1\" objective=\"autre\"")) ==
        "k.xml:2:117: error: \"autre\"" + remedy);
  CHECK(fault("<calendar><step id=\"S\" kind=\"relative\" label=\"S\" stated=\"s\" "
              "before=\"autre-s\"/></calendar>") == "k.xml:2:61: error: \"autre-s\"" + remedy);
  CHECK(fault(define("autre-i"), Layer::region) == "k.xml:2:22: error: \"autre-i\"" + remedy);
  CHECK(fault(define("socle-i"), Layer::region) == "0 faults");
}

TEST_CASE("catalogue: objectives stand at or below what the package extends, or at the top") {
  const xml::CatalogueSource extending = {"axe-1", {"1", "socle"}, {"socle"}};
  CHECK(fault(objective("parent=\"2\""), Layer::plugin, extending) ==
        "k.xml:2:56: error: the objective \"X\" stands below \"2\", which the package \"axe-1\" "
        "does not say that it extends (put it below one of: 1, socle; or add \"2\" to extends in "
        "package.lua) [catalogue.outside_extends]");
  CHECK(fault(objective(""), Layer::plugin, extending) == "0 faults");
  const xml::CatalogueSource above = {"axe-1", {"A"}, {"socle"}};
  CHECK(fault("<objectives><objective id=\"X\" level=\"objective\" parent=\"A\" label=\"O\"/>"
              "</objectives>",
              Layer::plugin, above) == "0 faults");
}

TEST_CASE("catalogue: indicators are of an objective at or below what the package extends") {
  const xml::CatalogueSource extending = {"axe-1", {"A"}, {"socle"}};
  const auto fault_of = [&](const std::string& content) {
    return fault(content, Layer::plugin, extending);
  };
  CHECK(fault_of(indicator("code=\"X.1\" objective=\"2\"")) ==
        "k.xml:2:117: error: the indicator \"X.1\" is of \"2\", which the package \"axe-1\" does "
        "not say that it extends (choose one at or below: A; or add \"2\" to extends in "
        "package.lua) [catalogue.outside_extends]");
  CHECK(fault_of(indicator("code=\"X.1\" objective=\"A\"")) == "0 faults");
  CHECK(fault_of(indicator("code=\"X.1\" objective=\"socle\"")) == "0 faults");
  CHECK(fault_of(objective("parent=\"1\"") + indicator("code=\"X.1\" objective=\"X\"")) ==
        "0 faults");
  CHECK(fault_of(objective("parent=\"2\"") + indicator("code=\"X.1\" objective=\"X\""))
            .ends_with("extends in package.lua) [catalogue.outside_extends]"));
}

TEST_CASE("catalogue: the scale and the placeholders are for a region to set") {
  const std::string statuses =
      "<statuses><status id=\"kept\" label=\"Tenu\" symbol=\"●\" tone=\"good\"/>"
      "<outcome-label outcome=\"void\" label=\"Abandonné\"/></statuses>";
  CHECK(fault(statuses) ==
        "k.xml:2:1: error: the catalogue of a plugin holds no <statuses> (only the package of a "
        "region may; remove it here) [catalogue.only_region]");
  CHECK(fault(define("1.d")) ==
        "k.xml:2:1: error: the catalogue of a plugin holds no <definitions> (only the package of a "
        "region may; remove it here) [catalogue.only_region]");
  Diagnostics found;
  const auto catalogue = read(statuses + define("1.d"), found, Layer::region);
  REQUIRE(catalogue);
  CHECK(catalogue->statuses.at(0).id == "kept");
  CHECK(catalogue->outcome_labels.at("void").label == "Abandonné");
  const model::Indicator& defined = catalogue->definitions.at(0);
  CHECK(defined.code == "1.d");
  CHECK(defined.label == "Taux");
  CHECK(defined.objective == "1");
  CHECK(defined.direction == model::Direction::lower);
  CHECK_FALSE(defined.placeholder);
}

TEST_CASE("catalogue: a definition fills in what the model leaves open, once") {
  CHECK(fault(define("1.a"), Layer::region) ==
        "k.xml:2:22: error: the indicator \"1.a\" is defined already, in m.xml:19:5 (remove "
        "<define>: only what the model leaves open is filled in) [catalogue.no_placeholder]");
  CHECK(fault(define("1.dd"), Layer::region) ==
        "k.xml:2:22: error: there is no indicator \"1.dd\" (did you mean \"1.d\"?) "
        "[model.unknown_indicator]");
  const std::string twice = replaced(define("1.d"), "</definitions>",
                                     define("1.d").substr(std::string("<definitions>").size()));
  CHECK(fault(twice, Layer::region)
            .ends_with("error: \"1.d\" was already used in line 2 (give one of the two another "
                       "name, or remove it) [catalogue.defined_twice]"));
  CHECK(fault(replaced(define("1.d"), " direction=\"lower\"", ""), Layer::region) ==
        "k.xml:2:14: error: indicator \"1.d\" has no \"direction\" (known: higher, lower, "
        "corridor, maintain) [model.missing_definition]");
}

TEST_CASE("catalogue: anything else is told where it stands") {
  CHECK(fault("<parameters/>") ==
        "k.xml:2:1: error: <parameters> may not stand in <catalogue> (known: missions, statuses, "
        "objectives, groups, indicators, definitions, limits, calendar, bands) "
        "[xml.unknown_element]");
  CHECK(fault("<groups/>\n<objectives><objective id=\"X\" level=\"axis\" label=\"O\"/>"
              "</objectives>") ==
        "k.xml:3:1: error: <objectives> comes after <groups> (put it before <groups>) "
        "[xml.misplaced_element]");
}
