#include "xml/grammar.hpp"

#include <algorithm>
#include <utility>

namespace cpom::xml {

const AttributeRule* ElementRule::attribute(std::string_view wanted) const {
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [&](const AttributeRule& rule) { return rule.name == wanted; });
  return found == attributes.end() ? nullptr : &*found;
}

std::size_t ElementRule::slot_of(std::string_view element) const {
  const auto slot = std::find_if(content.begin(), content.end(), [&](const Slot& candidate) {
    const auto& names = candidate.elements;
    return std::find(names.begin(), names.end(), element) != names.end();
  });
  return static_cast<std::size_t>(slot - content.begin());
}

Grammar::Grammar(std::vector<ElementRule> rules) : rules_(std::move(rules)) {
  for (std::size_t i = 0; i < rules_.size(); ++i) by_name_.emplace(rules_[i].name, i);
}

const ElementRule* Grammar::rule(std::string_view element) const {
  const auto found = by_name_.find(element);
  return found == by_name_.end() ? nullptr : &rules_[found->second];
}

std::vector<std::string_view> Grammar::holders_of(std::string_view element) const {
  std::vector<std::string_view> holders;
  for (const ElementRule& rule : rules_) {
    if (rule.slot_of(element) < rule.content.size()) holders.push_back(rule.name);
  }
  return holders;
}

}  // namespace cpom::xml
