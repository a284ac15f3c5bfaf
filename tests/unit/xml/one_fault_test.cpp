// One mistake is one message: every attribute and every element of the complete documents of the
// corpus is spoiled in turn, and what follows from that is not reported as well.
#include <cctype>
#include <fstream>
#include <iterator>
#include <string>

#include "support/catch.hpp"
#include "unit/xml/documents.hpp"
#include "xml/catalogue_reader.hpp"

using namespace cpom;

namespace {

std::string complete(const std::string& kind) {
  std::ifstream file(std::string(CPOM_SOURCE_DIR) + "/tests/corpus/xml/" + kind + "/complete.xml");
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), {}};
}

test::Faults faults(const std::string& kind, const std::string& text) {
  static const model::Model model = [] {
    Diagnostics unused;
    return xml::read_model(complete("model"), "complete.xml", unused).value();
  }();
  Diagnostics found;
  if (kind == "model") {
    xml::read_model(text, "f.xml", found);
  } else if (kind == "catalogue") {
    xml::read_catalogue(text, "f.xml", model, model::Layer::region, {"pack", {}, {}}, found);
  } else {
    xml::read_contract(text, "f.xml", model, found);
  }
  return test::said(found);
}

bool in_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-'; }

/// Calls \a check with the text in which each attribute in turn has another name, or value.
template <class Check>
void spoil_attributes(const std::string& text, Check check) {
  for (std::size_t at = text.find("=\""); at != std::string::npos; at = text.find("=\"", at + 1)) {
    std::string misspelled = text;
    misspelled.insert(at, "x");
    check(misspelled);
    std::string wrong = text;
    check(wrong.replace(at + 2, text.find('"', at + 2) - at - 2, "é ?"));
  }
}

template <class Check>
void spoil_elements(const std::string& text, Check check) {
  for (std::size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at + 1)) {
    if (!in_name(text[at + 1]) || text[at + 1] == '-') continue;
    std::size_t end = at + 1;
    while (in_name(text[end])) ++end;
    const std::string name = text.substr(at + 1, end - at - 1);
    std::string misspelled = text;
    const bool holds_something = text[text.find('>', at) - 1] != '/';
    if (holds_something) misspelled.insert(text.find("</" + name + ">", at) + 2 + name.size(), "x");
    check(misspelled.insert(end, "x"));
  }
}

}  // namespace

TEST_CASE("one fault: a spoiled attribute is one message at most, a misspelled element is one") {
  for (const std::string kind : {"model", "contract", "catalogue"}) {
    const std::string text = complete(kind);
    int spoiled = 0;
    spoil_attributes(text, [&](const std::string& changed) {
      const test::Faults found = faults(kind, changed);
      CAPTURE(found);
      CHECK(found.size() <= 1);
      spoiled += static_cast<int>(found.size());
    });
    // A text may hold anything; most attributes are something else.
    CHECK(spoiled > 100);
    spoil_elements(text, [&](const std::string& changed) {
      const test::Faults found = faults(kind, changed);
      CAPTURE(found);
      CHECK(found.size() == 1);
    });
  }
}
