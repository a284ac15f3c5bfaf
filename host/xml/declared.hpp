/// The names that elements of one kind declare: each once, and every reference to one of them.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.hpp"
#include "xml/element.hpp"

namespace cpom::xml {

class Declared {
 public:
  Declared() = default;

  /// The \a field of every entry: "the ids of the model's objectives".
  template <class Entry>
  Declared(const std::vector<Entry>& entries, std::string Entry::*field) {
    for (const Entry& entry : entries) declare(entry.*field, {});
  }
  /// The same for entries that know their place, which may be in another file.
  template <class Entry>
  Declared(const std::vector<Entry>& entries, std::string Entry::*field, Position Entry::*where) {
    for (const Entry& entry : entries) declare(entry.*field, entry.*where);
  }

  /// Declares the name in \a attribute. False when it was there already, which is reported with
  /// \a code, or when it cannot be read.
  bool add(const Element& element, const char* attribute, const char* code);
  /// The same without a report.
  bool declare(const std::string& name, Position where);
  /// Notes that a declaration could not be read: a name that is not there may be its name.
  void note_unreadable() { complete_ = false; }

  bool contains(std::string_view name) const { return places_.find(name) != places_.end(); }
  /// In the order of declaration.
  const std::vector<std::string>& names() const { return names_; }

  /// Reports at \a attribute, with \a code and \a what, that \a name is not declared, and suggests
  /// the nearest. Not when the name is empty, nor when it may belong to a declaration that could
  /// not be read.
  void check(const Element& element, const char* attribute, std::string_view name, const char* code,
             Message what) const;

 private:
  std::map<std::string, Position, std::less<>> places_;
  std::vector<std::string> names_;
  bool complete_ = true;
};

}  // namespace cpom::xml
