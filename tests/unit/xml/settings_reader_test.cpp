#include "support/catch.hpp"
#include "unit/xml/documents.hpp"

using namespace cpom;
using namespace cpom::test;

TEST_CASE("settings reader: parameters carry their scope, place and layer") {
  Diagnostics found;
  const auto read = xml::read_settings(
      "<settings>\n"
      "  <parameter name=\"partial_from\" value=\"60\" objective=\"2\" reason=\"dialogue\"/>\n"
      "  <parameter name=\"partial_from\" value=\"-.5\" indicator=\"2.c.1\" locked=\"true\"/>\n"
      "</settings>",
      "s.xml", model::Layer::region, found);
  CHECK(found.empty());
  REQUIRE(read);
  REQUIRE(read->parameters.size() == 2);
  CHECK(read->parameters[0].name == "partial_from");
  CHECK(read->parameters[0].value == 60);
  CHECK(read->parameters[0].objective == "2");
  CHECK(read->parameters[0].reason == "dialogue");
  CHECK(read->parameters[0].layer == model::Layer::region);
  CHECK(text_of(read->parameters[0].where) == "s.xml:2:3");
  CHECK(read->parameters[1].value == -0.5);
  CHECK(read->parameters[1].indicator == "2.c.1");
  CHECK(read->parameters[1].locked);
}

TEST_CASE("settings reader: none is a fine number of parameters") {
  Diagnostics found;
  const auto read = xml::read_settings("<settings/>", "s.xml", model::Layer::plugin, found);
  REQUIRE(read);
  CHECK(read->parameters.empty());
  CHECK(read->bands.empty());
}

TEST_CASE("settings reader: one scope is set once") {
  Diagnostics found;
  const auto read = xml::read_settings(
      "<settings>\n"
      "<parameter name=\"a\" value=\"1\"/>\n"
      "<parameter name=\"a\" value=\"2\" objective=\"1\"/>\n"
      "<parameter name=\"a\" value=\"3\"/>\n"
      "<parameter name=\"b\" value=\"4\" objective=\"1\" indicator=\"1.a\"/>\n"
      "</settings>",
      "s.xml", model::Layer::region, found);
  CHECK_FALSE(read);
  CHECK(said(found) ==
        Faults{"s.xml:4:12: error: parameter \"a\" was already set in line 2, for the same scope "
               "(keep one of the two) [parameter.duplicate]",
               "s.xml:5:31: error: parameter \"b\" names both an indicator and an objective (keep "
               "one of the two: it holds for one indicator, or for the indicators of one "
               "objective) [parameter.two_scopes]"});
}
