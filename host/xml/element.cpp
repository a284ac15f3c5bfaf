#include "xml/element.hpp"

#include <utility>

#include "base/names.hpp"
#include "base/number.hpp"
#include "xml/types.hpp"

namespace cpom::xml {

Position Element::where(const char* attribute) const {
  const pugi::xml_attribute found = node_.attribute(attribute);
  return found ? document_->where(found) : where();
}

bool Element::lacks(const char* attribute) const {
  if (has(attribute)) return false;
  const std::vector<std::string> wanted = {attribute};
  for (const pugi::xml_attribute other : node_.attributes()) {
    if (document_->refused(other) && !nearest_name(other.name(), wanted).empty()) return false;
  }
  return true;
}

std::string Element::text(const char* attribute) const {
  const pugi::xml_attribute found = node_.attribute(attribute);
  if (!found || document_->refused(found)) return {};
  return std::string(trimmed(found.value()));
}

std::vector<std::string> Element::words(const char* attribute) const {
  return split_words(text(attribute));
}

std::vector<std::string> Element::list(const char* attribute) const {
  return split_list(text(attribute));
}

std::optional<double> Element::decimal(const char* attribute) const {
  return parse_bounded_decimal(text(attribute));
}

std::optional<double> Element::amount(const char* attribute) const {
  return parse_amount(text(attribute));
}

std::optional<int> Element::integer(const char* attribute) const {
  return parse_integer(text(attribute));
}

std::optional<Date> Element::date(const char* attribute) const {
  return parse_date(text(attribute));
}

std::optional<RelativeDate> Element::relative_date(const char* attribute) const {
  return parse_relative_date(text(attribute));
}

bool Element::flag(const char* attribute) const {
  return parse_boolean(text(attribute)).value_or(false);
}

std::string Element::content() const {
  std::string raw;
  for (const pugi::xml_node child : node_.children()) raw += child.value();
  std::string content;
  for (const std::string& word : split_words(raw)) {
    if (!content.empty()) content += ' ';
    content += word;
  }
  return content;
}

std::vector<Element> Element::children() const {
  std::vector<Element> elements;
  for (const pugi::xml_node child : node_.children()) {
    if (child.type() == pugi::node_element) elements.emplace_back(*document_, child);
  }
  return elements;
}

std::vector<Element> Element::children(const char* name) const {
  std::vector<Element> elements;
  for (const pugi::xml_node child : node_.children(name)) elements.emplace_back(*document_, child);
  return elements;
}

void Element::error(std::string code, const char* attribute, Message what, Message remedy) const {
  report({Severity::error, std::move(code), where(attribute), std::move(what), std::move(remedy)});
}

void Element::warning(std::string code, const char* attribute, Message what, Message remedy) const {
  report(
      {Severity::warning, std::move(code), where(attribute), std::move(what), std::move(remedy)});
}

}  // namespace cpom::xml
