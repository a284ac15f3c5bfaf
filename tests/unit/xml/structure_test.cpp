// Elements and attributes against the vocabulary: codes xml.*.
#include "support/catch.hpp"
#include "unit/xml/documents.hpp"

using namespace cpom;
using namespace cpom::test;

TEST_CASE("structure: another document is told from the wanted one") {
  CHECK(faults_of_model("<contract/>") ==
        Faults{"m.xml:1:1: error: the document is a <contract> (a <model> is wanted here) "
               "[xml.unknown_element]"});
}

TEST_CASE("structure: an unknown attribute gets the nearest name, and is not missing as well") {
  CHECK(faults_of_contract(replaced(contract_with(followed), "region=", "regoin=")) ==
        Faults{"c.xml:3:29: error: <agency> has no such attribute as \"regoin\" (did you mean "
               "\"region\"?) [xml.unknown_attribute]"});
}

TEST_CASE("structure: a missing attribute is told with its kind") {
  CHECK(faults_of_contract(replaced(contract_with(followed), " region=\"53\"", "")) ==
        Faults{"c.xml:3:1: error: <agency> lacks the attribute \"region\" (it is the code of a "
               "region) [xml.missing_attribute]"});
}

TEST_CASE("structure: an unknown element gets the nearest name, or where it belongs") {
  CHECK(faults_of_contract(contract_with(followed + "<indicatr code=\"1.e\"/>")) ==
        Faults{"c.xml:5:143: error: <indicatr> may not stand in <indicators> (did you mean "
               "\"indicator\"?) [xml.unknown_element]"});
  CHECK(faults_of_contract(contract_with(followed, "<retain-status/>")) ==
        Faults{"c.xml:5:156: error: <retain-status> may not stand in <contract> (it belongs in "
               "<decisions>) [xml.unknown_element]"});
}

TEST_CASE("structure: names declared in an unknown element are known elsewhere") {
  const std::string text = contract_with(
      "<indicator code=\"1.e\"><target year=\"2024\" value=\"1\" strand=\"sud\"/></indicator>", "",
      "<strandz><strand id=\"sud\" label=\"Sud\"/></strandz>");
  CHECK(faults_of_contract(text) ==
        Faults{"c.xml:4:11: error: <strandz> may not stand in <contract> (did you mean "
               "\"strands\"?) [xml.unknown_element]",
               "c.xml:5:35: warning: the indicator \"1.e\" is shown for context: its target will "
               "not be judged (remove the target, or choose another indicator) "
               "[contract.context_target]"});
}

TEST_CASE("structure: the order of parts is told by the part before which one belongs") {
  const std::string text = replaced(contract_with(followed), "<parties>", "<decisions/><parties>");
  CHECK(faults_of_contract(text) ==
        Faults{"c.xml:2:13: error: <parties> comes after <decisions> (put it before <decisions>) "
               "[xml.misplaced_element]",
               "c.xml:5:1: error: <indicators> comes after <decisions> (put it before "
               "<decisions>) [xml.misplaced_element]"});
}

TEST_CASE("structure: a part that stands twice, or not at all, is told") {
  CHECK(faults_of_contract(contract_with(followed, "\n<decisions/>\n<decisions/>")) ==
        Faults{"c.xml:7:1: error: <decisions> stands a second time in <contract> (keep one of the "
               "two) [xml.repeated_element]"});
  CHECK(faults_of_contract("<contract id=\"c\" label=\"C\" model=\"small\" start=\"2024-01-01\" "
                           "end=\"2026-12-31\"><parties><agency name=\"A\" region=\"53\"/>"
                           "</parties></contract>") ==
        Faults{"c.xml:1:1: error: <contract> holds no <indicators> (add <indicators>) "
               "[xml.missing_element]"});
}

TEST_CASE("structure: a misspelled part is not missing as well") {
  const std::string text =
      replaced(replaced(small_model, "<levels>", "<levls>"), "</levels>", "</levls>");
  CHECK(faults_of_model(text) == Faults{"m.xml:4:3: error: <levls> may not stand in <model> (did "
                                        "you mean \"levels\"?) [xml.unknown_element]"});
}

TEST_CASE("structure: text stands only where it is asked for, and has to be there then") {
  CHECK(faults_of_contract(contract_with(followed + "\n  N1 :  40  ")) ==
        Faults{"c.xml:6:3: error: <indicators> holds elements only, and not the text \"N1 :  40\" "
               "(remove it, or put it in a comment) [xml.text]"});
  const std::string decision =
      "<decisions>\n<void indicator=\"1.a\" role=\"DG\" "
      "date=\"2024-05-02\"> </void></decisions>";
  CHECK(faults_of_contract(contract_with(followed, decision)) ==
        Faults{"c.xml:6:1: error: <void> holds no text (write the text between <void> and "
               "</void>) [xml.missing_text]"});
}

TEST_CASE("structure: values of the wrong kind are told with a remedy") {
  const struct {
    const char* found;
    const char* written;
    const char* said;
  } cases[] = {
      {"start=\"2024-01-01\"", "start=\"01/01/2024\"",
       "start=\"01/01/2024\" is not an existing day of the years 1900 to 2199 (write "
       "\"2024-01-01\")"},
      {"start=\"2024-01-01\"", "start=\"2023-02-29\"",
       "start=\"2023-02-29\" is not an existing day of the years 1900 to 2199 (for example "
       "\"2024-12-31\")"},
      {"start=\"2024-01-01\"", "start=\"\"",
       "the attribute \"start\" is empty (it is an existing day of the years 1900 to 2199)"},
      {"id=\"c\"", "id=\"Océan Indien\"",
       "id=\"Océan Indien\" is not an identifier (1 to 64 letters without accent, digits, \"_\", "
       "\".\", \"-\") (for example \"ocean-indien\")"},
      {"region=\"53\"", "region=\"Bretagne\"",
       "region=\"Bretagne\" is not the code of a region (for example \"53\")"},
      {"value=\"40\"", "value=\"1 234,5 %\"",
       "value=\"1 234,5 %\" is not a number, \"yes\" or \"no\" (write \"1234.5\")"},
      {"value=\"40\"", "value=\"0x28\"",
       "value=\"0x28\" is not a number, \"yes\" or \"no\" (for example \"34.9\")"},
      {"value=\"40\"", "value=\"9e99\"",
       "value=\"9e99\" is not a number, \"yes\" or \"no\" (for example \"34.9\")"},
      {"value=\"40\"", "value=\"1000000000000000\"",
       "value=\"1000000000000000\" is not a number, \"yes\" or \"no\" (numbers go up to "
       "999,999,999,999,999)"},
      {"year=\"2024\"", "year=\"24\"", "year=\"24\" is not a year (for example \"2024\")"},
      {"year=\"2024\"", "contract-year=\"0\"",
       "contract-year=\"0\" is not the number of a contract year (for example \"1\")"},
  };
  for (const auto& [found, written, said_of_it] : cases) {
    CAPTURE(written);
    const Faults faults = faults_of_contract(replaced(contract_with(followed), found, written));
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].substr(faults[0].find("error: ") + 7) ==
          std::string(said_of_it) + " [xml.wrong_type]");
  }
}

TEST_CASE("structure: values of the wrong kind in a model are told with a remedy") {
  const struct {
    const char* found;
    const char* written;
    const char* said;
  } cases[] = {
      {"kind=\"common\"", "kind=\"comon\"",
       "kind=\"comon\" is not a kind of indicator (did you mean \"common\"?)"},
      {"direction=\"higher\"", "direction=\"hausse\"",
       "direction=\"hausse\" is not a direction (known: higher, lower, corridor, maintain)"},
      {"tone=\"good\"", "tone=\"vert\"",
       "tone=\"vert\" is not a tone (known: good, medium, bad, neutral)"},
      {"secured=\"true\"", "secured=\"oui\"",
       "secured=\"oui\" is not \"true\" or \"false\" (write \"true\")"},
      {"points=\"100\"", "points=\"120\"",
       "points=\"120\" is not a number from 0 to 100 (for example \"50\")"},
      {"weight=\"2\"", "weight=\"-2\"",
       "weight=\"-2\" is not a number of at least 0 (for example \"50\")"},
      {"decimals=\"1\"", "decimals=\"16\"",
       "decimals=\"16\" is not a number of decimals from 0 to 15 (for example \"1\")"},
      {"regions=\"04 06\"", "regions=\"4\"",
       "regions=\"4\" is not a list of codes of regions separated by blanks (for example \"53\")"},
      {"available=\"N+1-01-31\"", "available=\"2025-01-31\"",
       "available=\"2025-01-31\" is not a day relative to the assessed year N (for example "
       "\"N+1-03-31\")"},
      {"assumes=\"direction form\"", "assumes=\"direction from\" from=\"2024\"", ""},
      {"assumes=\"direction form\"", "assumes=\"sens\"",
       "<indicator> has no such attribute as \"sens\""},
      {"assumes=\"points\"", "assumes=\"assumes\"",
       "<status> has no such attribute as \"assumes\" (known: id, label, label-en, symbol, tone, "
       "points)"},
      {"groups=\"plan\"", "groups=\"plan, bloc\"",
       "groups=\"plan, bloc\" is not a list of identifiers separated by blanks"},
  };
  for (const auto& [found, written, said_of_it] : cases) {
    CAPTURE(written);
    const Faults faults = faults_of_model(replaced(small_model, found, written));
    if (std::string(said_of_it).empty()) {
      CHECK(faults.empty());
      continue;
    }
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].substr(faults[0].find("error: ") + 7) ==
          std::string(said_of_it) + " [xml.wrong_type]");
  }
}

TEST_CASE("structure: numbers may have any form of an XML decimal, and blanks around them") {
  for (const char* number : {"40", " 40 ", "+40", "40.", "40.0", "040", "4\n0"}) {
    CAPTURE(number);
    const std::string text =
        replaced(contract_with(followed), "value=\"40\"", "value=\"" + std::string(number) + "\"");
    CHECK(faults_of_contract(text).size() == (std::string(number) == "4\n0" ? 1 : 0));
  }
}

TEST_CASE("structure: an editor's reference to the schema is accepted, other namespaces are not") {
  const std::string bound =
      " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
      "xsi:noNamespaceSchemaLocation=\"contract.xsd\"";
  CHECK(faults_of_contract(replaced(contract_with(followed), " id=", bound + " id=")).empty());
  CHECK(faults_of_contract(replaced(contract_with(followed),
                                    " id=", " xsi:noNamespaceSchemaLocation=\"contract.xsd\" id="))
            .size() == 1);
  CHECK(faults_of_contract(replaced(contract_with(followed), " id=", " xml:lang=\"fr\" id="))
            .size() == 1);
}

TEST_CASE("structure: every fault is reported, in the order of the file") {
  const std::string text = replaced(replaced(replaced(contract_with(followed), "end=", "ende="),
                                             "<agency ", "<agency nmae=\"\" "),
                                    "value=\"45\"", "value=\"4x\"");
  CHECK(faults_of_contract(text) ==
        Faults{"c.xml:1:67: error: <contract> has no such attribute as \"ende\" (did you mean "
               "\"end\"?) [xml.unknown_attribute]",
               "c.xml:3:9: error: <agency> has no such attribute as \"nmae\" (did you mean "
               "\"name\"?) [xml.unknown_attribute]",
               "c.xml:5:87: error: value=\"4x\" is not a number, \"yes\" or \"no\" (for example "
               "\"34.9\") [xml.wrong_type]"});
}

TEST_CASE("structure: a file of faults without number is given up") {
  std::string many = "<settings>";
  for (int i = 0; i < 2000; ++i) many += "<parameter/>";
  Diagnostics found;
  xml::read_settings(many + "</settings>", "s.xml", model::Layer::core, found);
  CHECK(found.all().size() == 1001);
  CHECK(said(found).front() ==
        "s.xml: error: more than 1000 faults: only these are shown (correct these first, or check "
        "that it is the right file) [xml.too_many_faults]");
}
