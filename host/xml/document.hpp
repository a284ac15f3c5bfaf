/// A document as a tree whose every element and attribute knows its place in the file.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "base/diagnostic.hpp"
#include "xml/lines.hpp"

namespace cpom::xml {

class Document {
 public:
  /// Faults of encoding and form go to \a found, which must outlive the document, as must
  /// everything found later.
  Document(std::string_view bytes, std::string file, Diagnostics& found);
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;
  ~Document() = default;

  /// False when there is no tree to read.
  bool readable() const { return readable_; }
  pugi::xml_node root() const { return tree_.document_element(); }

  /// Adds a fault, up to a thousand: a file with more is not what it is taken for.
  void report(Diagnostic fault) const;
  /// Whether no more faults are taken.
  bool full() const;

  /// Of the '<' of an element, of the first letter of an attribute or a text.
  Position where(pugi::xml_node node) const;
  Position where(pugi::xml_attribute attribute) const;

  /// Notes that \a attribute was refused; it is then read as absent.
  void refuse(pugi::xml_attribute attribute);
  bool refused(pugi::xml_attribute attribute) const;

  /// Notes that something is wrong in \a node: what it holds may be incomplete.
  void mark_faulty(pugi::xml_node node);
  /// Whether nothing is wrong in \a node, nor in what it holds.
  bool intact(pugi::xml_node node) const;

  /// Notes a word that stands in a faulty place. A reference to it is no second fault.
  void note_stray(std::string_view word) { strays_.emplace(word); }
  bool is_stray(std::string_view word) const { return strays_.find(word) != strays_.end(); }

 private:
  std::size_t offset(const char* place) const;
  Position position(std::size_t offset) const;
  void check_and_parse();

  std::string file_;
  Diagnostics& found_;
  /// As read, in UTF-8, for positions; the tree lives in a copy, which its parser overwrites.
  std::string text_;
  std::string buffer_;
  LineTable lines_;
  pugi::xml_document tree_;
  bool readable_ = false;
  /// Offsets of the names of refused attributes.
  std::set<std::size_t> refused_;
  std::set<pugi::xml_node> faulty_;
  std::set<std::string, std::less<>> strays_;
};

}  // namespace cpom::xml
