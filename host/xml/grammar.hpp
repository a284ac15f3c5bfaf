/// Which elements and attributes a kind of document has. The tables (vocabulary*.cpp) say the same
/// as contracts/schema/*.xsd.
#pragma once

#include <cstddef>
#include <map>
#include <string_view>
#include <vector>

#include "xml/types.hpp"

namespace cpom::xml {

struct AttributeRule {
  std::string_view name;
  Type type = Type::text;
  bool required = false;
};

/// One place in the content of an element: one of several elements, once or again and again.
struct Slot {
  std::vector<std::string_view> elements;
  bool required = false;
  bool repeated = false;
};

struct ElementRule {
  std::string_view name;
  std::vector<AttributeRule> attributes;
  /// In the order in which they have to come.
  std::vector<Slot> content = {};
  /// Holds a text, which may not be empty, and no element.
  bool text = false;

  /// nullptr when there is none of that name.
  const AttributeRule* attribute(std::string_view wanted) const;
  /// Index in `content` of the place for \a element; content.size() when it has none.
  std::size_t slot_of(std::string_view element) const;
};

class Grammar {
 public:
  /// The first rule is that of the root.
  explicit Grammar(std::vector<ElementRule> rules);

  const ElementRule& root() const { return rules_.front(); }
  /// nullptr when no element has that name.
  const ElementRule* rule(std::string_view element) const;
  /// Names of the elements that may hold \a element.
  std::vector<std::string_view> holders_of(std::string_view element) const;

 private:
  std::vector<ElementRule> rules_;
  std::map<std::string_view, std::size_t> by_name_;
};

const Grammar& model_grammar();
const Grammar& catalogue_grammar();
const Grammar& contract_grammar();
const Grammar& settings_grammar();

}  // namespace cpom::xml
