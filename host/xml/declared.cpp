#include "xml/declared.hpp"

#include <utility>

#include "base/names.hpp"

namespace cpom::xml {

bool Declared::add(const Element& element, const char* attribute, const char* code) {
  const std::string name = element.text(attribute);
  if (name.empty()) {
    complete_ = false;
    return false;
  }
  if (declare(name, element.where(attribute).line)) return true;
  element.error(code, attribute,
                message("\"{0}\" was already used in line {1}", name, lines_[name]),
                message("give one of the two another name, or remove it"));
  return false;
}

bool Declared::declare(const std::string& name, int line) {
  const bool is_new = lines_.emplace(name, line).second;
  if (is_new) names_.push_back(name);
  return is_new;
}

void Declared::check(const Element& element, const char* attribute, std::string_view name,
                     const char* code, Message what) const {
  if (name.empty() || !complete_ || contains(name) || element.is_stray(name)) return;
  element.error(code, attribute, std::move(what),
                names_.empty() ? message("none is declared") : suggestion(name, names_));
}

}  // namespace cpom::xml
