#include "xml/structure.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "base/names.hpp"
#include "xml/types.hpp"

namespace cpom::xml {
namespace {

constexpr std::string_view instance_namespace = "http://www.w3.org/2001/XMLSchema-instance";

class Checker {
 public:
  Checker(Document& document, const Grammar& grammar) : document_(document), grammar_(grammar) {}

  bool run();

 private:
  struct Open {
    pugi::xml_node node;
    const ElementRule* rule;
  };
  struct Fault {
    std::string code;
    Message what;
    Message remedy = {};
  };

  bool check_root();
  void check_attributes(const Open& element);
  void check_attribute(const Open& element, pugi::xml_attribute attribute);
  void check_assumptions(const Open& element, pugi::xml_attribute attribute);
  void check_content(const Open& element);
  void check_text_only(const Open& element);
  void check_no_text(const Open& element);
  void check_order(const Open& element, const std::vector<pugi::xml_node>& children);
  void check_repeated(const Open& element, const std::vector<pugi::xml_node>& children);
  void check_missing(const Open& element, const std::vector<pugi::xml_node>& children,
                     const std::vector<std::string_view>& refused);
  void refuse_element(const Open& parent, pugi::xml_node child);
  bool is_schema_reference(pugi::xml_attribute attribute) const;

  void refuse_attribute(const Open& element, pugi::xml_attribute attribute, Fault fault);
  void error(pugi::xml_node node, Position where, Fault fault);
  void error(pugi::xml_node node, Fault fault) {
    error(node, document_.where(node), std::move(fault));
  }

  Document& document_;
  const Grammar& grammar_;
  std::vector<Open> waiting_;
};

template <class Entries>
std::vector<std::string> names_of(const Entries& entries) {
  std::vector<std::string> names;
  for (const auto& entry : entries) names.emplace_back(entry.name);
  return names;
}

std::vector<std::string> allowed_in(const ElementRule& rule) {
  std::vector<std::string> names;
  for (const Slot& slot : rule.content) {
    names.insert(names.end(), slot.elements.begin(), slot.elements.end());
  }
  return names;
}

bool is_text(pugi::xml_node node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

/// Whether one of \a found was probably meant to be \a wanted, which then does not lack as well.
bool is_misspelled(std::string_view wanted, const std::vector<std::string_view>& found) {
  const std::vector<std::string> candidates = {std::string(wanted)};
  return std::any_of(found.begin(), found.end(), [&](std::string_view name) {
    return !nearest_name(name, candidates).empty();
  });
}

/// The node after \a node in the order of the document, within \a top; null at its end.
pugi::xml_node next_within(pugi::xml_node top, pugi::xml_node node) {
  if (node.first_child()) return node.first_child();
  while (node != top && !node.next_sibling()) node = node.parent();
  return node == top ? pugi::xml_node() : node.next_sibling();
}

bool Checker::run() {
  if (!check_root()) return false;
  waiting_.push_back({document_.root(), &grammar_.root()});
  while (!waiting_.empty()) {
    const Open element = waiting_.back();
    waiting_.pop_back();
    if (document_.full()) return false;
    check_attributes(element);
    check_content(element);
  }
  return true;
}

bool Checker::check_root() {
  const pugi::xml_node root = document_.root();
  if (root.name() == grammar_.root().name) return true;
  error(root, {"xml.unknown_element", message("the document is a <{0}>", quotable(root.name())),
               message("a <{0}> is wanted here", grammar_.root().name)});
  return false;
}

void Checker::error(pugi::xml_node node, Position where, Fault fault) {
  document_.mark_faulty(node);
  document_.report({Severity::error, std::move(fault.code), std::move(where), std::move(fault.what),
                    std::move(fault.remedy)});
}

// --- Attributes ---------------------------------------------------------------------------

/// xmlns:xsi and xsi:noNamespaceSchemaLocation, by which an editor finds the schema.
bool Checker::is_schema_reference(pugi::xml_attribute attribute) const {
  const std::string_view name = attribute.name();
  if (name.starts_with("xmlns:")) return true;
  const bool reference = name == "xsi:noNamespaceSchemaLocation" || name == "xsi:schemaLocation";
  return reference && document_.root().attribute("xmlns:xsi").value() == instance_namespace;
}

void Checker::check_attributes(const Open& element) {
  std::vector<std::string_view> misspelled;
  for (const pugi::xml_attribute attribute : element.node.attributes()) {
    if (is_schema_reference(attribute)) continue;
    if (element.rule->attribute(attribute.name()) == nullptr) {
      misspelled.emplace_back(attribute.name());
    }
    check_attribute(element, attribute);
  }
  for (const AttributeRule& rule : element.rule->attributes) {
    if (!rule.required || element.node.attribute(rule.name.data())) continue;
    if (is_misspelled(rule.name, misspelled)) continue;
    error(element.node,
          {"xml.missing_attribute",
           message("<{0}> lacks the attribute \"{1}\"", element.rule->name, rule.name),
           message("it is {0}", name_of(rule.type))});
  }
}

void Checker::check_attribute(const Open& element, pugi::xml_attribute attribute) {
  const std::string_view name = attribute.name();
  const std::string_view value = trimmed(attribute.value());
  const AttributeRule* rule = element.rule->attribute(name);
  if (rule == nullptr) {
    return refuse_attribute(
        element, attribute,
        {"xml.unknown_attribute",
         message("<{0}> has no such attribute as \"{1}\"", element.rule->name, quotable(name)),
         suggestion(name, names_of(element.rule->attributes))});
  }
  if (document_.refused(attribute)) {
    document_.note_stray(value);
    document_.mark_faulty(element.node);
  } else if (value.empty()) {
    refuse_attribute(element, attribute,
                     {"xml.wrong_type", message("the attribute \"{0}\" is empty", name),
                      rule->required ? message("it is {0}", name_of(rule->type))
                                     : message("give it a value, or leave it out")});
  } else if (!is_of_type(value, rule->type)) {
    refuse_attribute(element, attribute,
                     {"xml.wrong_type",
                      message("{0}=\"{1}\" is not {2}", name, quotable(value), name_of(rule->type)),
                      remedy_for(value, rule->type)});
  } else if (rule->type == Type::assumptions) {
    check_assumptions(element, attribute);
  }
}

void Checker::check_assumptions(const Open& element, pugi::xml_attribute attribute) {
  std::vector<std::string> others = names_of(element.rule->attributes);
  std::erase(others, attribute.name());
  for (const std::string& word : split_words(attribute.value())) {
    if (std::find(others.begin(), others.end(), word) != others.end()) continue;
    refuse_attribute(
        element, attribute,
        {"xml.wrong_type",
         message("<{0}> has no such attribute as \"{1}\"", element.rule->name, quotable(word)),
         suggestion(word, others)});
  }
}

void Checker::refuse_attribute(const Open& element, pugi::xml_attribute attribute, Fault fault) {
  document_.note_stray(trimmed(attribute.value()));
  document_.refuse(attribute);
  error(element.node, document_.where(attribute), std::move(fault));
}

// --- Content ------------------------------------------------------------------------------

void Checker::check_content(const Open& element) {
  if (element.rule->text) return check_text_only(element);
  check_no_text(element);
  std::vector<pugi::xml_node> known;
  std::vector<std::string_view> refused;
  for (const pugi::xml_node child : element.node.children()) {
    if (document_.full()) return;
    if (child.type() != pugi::node_element) continue;
    if (element.rule->slot_of(child.name()) == element.rule->content.size()) {
      refuse_element(element, child);
      refused.emplace_back(child.name());
    } else {
      known.push_back(child);
    }
  }
  check_order(element, known);
  check_repeated(element, known);
  check_missing(element, known, refused);
  // Last in, first out: the first child is checked first.
  for (auto child = known.rbegin(); child != known.rend(); ++child) {
    waiting_.push_back({*child, grammar_.rule(child->name())});
  }
}

void Checker::check_text_only(const Open& element) {
  bool written = false;
  for (const pugi::xml_node child : element.node.children()) {
    if (is_text(child)) written = written || !trimmed(child.value()).empty();
    if (child.type() == pugi::node_element) refuse_element(element, child);
  }
  if (written) return;
  error(element.node, {"xml.missing_text", message("<{0}> holds no text", element.rule->name),
                       message("write the text between <{0}> and </{0}>", element.rule->name)});
}

void Checker::check_no_text(const Open& element) {
  for (const pugi::xml_node child : element.node.children()) {
    if (!is_text(child)) continue;
    error(element.node, document_.where(child),
          {"xml.text",
           message("<{0}> holds elements only, and not the text \"{1}\"", element.rule->name,
                   quotable(trimmed(child.value()))),
           message("remove it, or put it in a comment")});
  }
}

void Checker::refuse_element(const Open& parent, pugi::xml_node child) {
  const std::string_view name = child.name();
  const std::vector<std::string_view> holders = grammar_.holders_of(name);
  error(child, {"xml.unknown_element",
                message("<{0}> may not stand in <{1}>", quotable(name), parent.rule->name),
                holders.empty() ? suggestion(name, allowed_in(*parent.rule))
                                : message("it belongs in <{0}>", holders.front())});
  // Names declared in there are no unknown names elsewhere.
  for (pugi::xml_node node = child; node; node = next_within(child, node)) {
    for (const pugi::xml_attribute attribute : node.attributes()) {
      document_.note_stray(trimmed(attribute.value()));
    }
  }
}

void Checker::check_order(const Open& element, const std::vector<pugi::xml_node>& children) {
  std::size_t furthest = 0;
  const char* last = "";
  for (const pugi::xml_node child : children) {
    const std::size_t slot = element.rule->slot_of(child.name());
    if (slot < furthest) {
      error(child, {"xml.misplaced_element", message("<{0}> comes after <{1}>", child.name(), last),
                    message("put it before <{0}>", last)});
    } else {
      furthest = slot;
      last = child.name();
    }
  }
}

void Checker::check_repeated(const Open& element, const std::vector<pugi::xml_node>& children) {
  std::vector<int> counts(element.rule->content.size());
  for (const pugi::xml_node child : children) {
    const std::size_t slot = element.rule->slot_of(child.name());
    if (++counts[slot] == 1 || element.rule->content[slot].repeated) continue;
    error(child, {"xml.repeated_element",
                  message("<{0}> stands a second time in <{1}>", child.name(), element.rule->name),
                  message("keep one of the two")});
  }
}

void Checker::check_missing(const Open& element, const std::vector<pugi::xml_node>& children,
                            const std::vector<std::string_view>& refused) {
  std::vector<bool> filled(element.rule->content.size());
  for (const pugi::xml_node child : children) filled[element.rule->slot_of(child.name())] = true;
  for (std::size_t i = 0; i < filled.size(); ++i) {
    const Slot& slot = element.rule->content[i];
    if (!slot.required || filled[i] || is_misspelled(slot.elements.front(), refused)) continue;
    error(element.node, {"xml.missing_element",
                         message("<{0}> holds no <{1}>", element.rule->name, slot.elements.front()),
                         message("add <{0}>", slot.elements.front())});
  }
}

}  // namespace

bool check_structure(Document& document, const Grammar& grammar) {
  return Checker(document, grammar).run();
}

}  // namespace cpom::xml
