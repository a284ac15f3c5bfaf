#include "xml/assumptions.hpp"

#include <string_view>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "model/assumed.hpp"
#include "xml/document.hpp"
#include "xml/types.hpp"

namespace cpom::xml {
namespace {

std::string one_line(const char* text) {
  std::string line;
  for (const std::string& part : wrap(text, 100'000)) line += part;
  return line;
}

/// What an element is called by people who read the document: the first of its names.
std::string name_of(pugi::xml_node element) {
  for (const char* const key : {"code", "id", "name", "subject", "rule"}) {
    const pugi::xml_attribute attribute = element.attribute(key);
    if (attribute) return attribute.value();
  }
  const pugi::xml_node parent = element.parent();
  return parent.type() == pugi::node_element ? name_of(parent) : std::string();
}

Message names_of(std::string_view attributes) {
  std::vector<Message> names;
  for (const std::string& attribute : split_words(attributes)) {
    names.push_back(model::name_of_attribute(attribute));
  }
  return {"{0}", {std::move(names)}, {}, 1};
}

class Walk {
 public:
  Walk(const Document& document, Diagnostics& found) : document_(document), found_(found) {}

  void visit(pugi::xml_node element) {
    if (std::string_view(element.name()) == "assumption") {
      found_.note("assumption.sentence", document_.where(element),
                  message("{0}", one_line(element.child_value())));
    }
    if (const pugi::xml_attribute assumes = element.attribute("assumes")) {
      found_.note("assumption.attributes", document_.where(assumes),
                  message("{0} \"{1}\", assumed: {2}", model::name_of_element(element.name()),
                          name_of(element), names_of(assumes.value())));
    }
    if (element.attribute("assumption").as_bool()) tell_value(element);
    for (const pugi::xml_node child : element.children()) {
      if (child.type() == pugi::node_element) visit(child);
    }
  }

 private:
  void tell_value(pugi::xml_node element) {
    const pugi::xml_attribute value =
        element.attribute("value") ? element.attribute("value") : element.attribute("from");
    found_.note(
        "assumption.value", document_.where(element),
        message("{0} \"{1}\" is {2}: {3}", model::name_of_element(element.name()), name_of(element),
                value.value(), one_line(element.attribute("reason").value())));
  }

  const Document& document_;
  Diagnostics& found_;
};

}  // namespace

Diagnostics find_assumptions(std::string_view bytes, const std::string& file) {
  Diagnostics faults;
  Diagnostics found;
  const Document document(bytes, file, faults);
  if (document.readable()) Walk(document, found).visit(document.root());
  return found;
}

}  // namespace cpom::xml
