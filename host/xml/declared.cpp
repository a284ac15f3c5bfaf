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
  const Position here = element.where(attribute);
  if (declare(name, here)) return true;
  const Position& earlier = places_[name];
  element.error(code, attribute,
                earlier.file == here.file
                    ? message("\"{0}\" was already used in line {1}", name, earlier.line)
                    : message("\"{0}\" is already given by {1}", name, text_of(earlier)),
                message("give one of the two another name, or remove it"));
  return false;
}

bool Declared::declare(const std::string& name, Position where) {
  const bool is_new = places_.emplace(name, std::move(where)).second;
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
