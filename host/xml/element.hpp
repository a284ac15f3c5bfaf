/// An element to be read: its attributes by type, its children by name, its place.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <pugixml.hpp>

#include "base/date.hpp"
#include "base/diagnostic.hpp"
#include "model/vocabulary.hpp"
#include "xml/document.hpp"

namespace cpom::xml {

/// To be used after check_structure(): what is of the wrong type reads as absent and is not
/// reported again. Refers to its document, which must outlive it.
class Element {
 public:
  Element(const Document& document, pugi::xml_node node) : document_(&document), node_(node) {}

  std::string_view name() const { return node_.name(); }
  Position where() const { return document_->where(node_); }
  /// Place of the attribute; of the element when it has none of that name.
  Position where(const char* attribute) const;
  /// Whether nothing is wrong with the form of the element and of all that it holds.
  bool intact() const { return document_->intact(node_); }
  bool exists() const { return !node_.empty(); }

  bool has(const char* attribute) const { return !node_.attribute(attribute).empty(); }
  /// Absent, and not because its name is misspelled, which was reported already.
  bool lacks(const char* attribute) const;
  /// Present, or present under a misspelled name, and not readable, which was reported already.
  bool garbled(const char* attribute) const { return text(attribute).empty() && !lacks(attribute); }
  /// Without blanks at its ends; empty when absent.
  std::string text(const char* attribute) const;
  std::vector<std::string> words(const char* attribute) const;
  std::vector<std::string> list(const char* attribute) const;
  std::optional<double> decimal(const char* attribute) const;
  std::optional<double> amount(const char* attribute) const;
  std::optional<int> integer(const char* attribute) const;
  std::optional<Date> date(const char* attribute) const;
  std::optional<RelativeDate> relative_date(const char* attribute) const;
  /// False when absent.
  bool flag(const char* attribute) const;
  template <class E>
  std::optional<E> word(const char* attribute) const {
    return model::from_word<E>(text(attribute));
  }

  /// The text between its tags, runs of blanks become one.
  std::string content() const;
  Element child(const char* name) const { return {*document_, node_.child(name)}; }
  std::vector<Element> children() const;
  std::vector<Element> children(const char* name) const;

  /// Whether \a word stands in a part of the document that could not be read.
  bool is_stray(std::string_view word) const { return document_->is_stray(word); }
  void report(Diagnostic fault) const { document_->report(std::move(fault)); }
  /// Adds a fault at \a attribute, or at the element for "".
  void error(std::string code, const char* attribute, Message what, Message remedy = {}) const;
  void warning(std::string code, const char* attribute, Message what, Message remedy = {}) const;

 private:
  const Document* document_;
  pugi::xml_node node_;
};

}  // namespace cpom::xml
