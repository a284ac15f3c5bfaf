/// What is wrong with an input, where, and what would be right.
#pragma once

#include <exception>
#include <string>
#include <vector>

#include "base/language.hpp"
#include "base/message.hpp"

namespace cpom {

/// A place in a text. Line and column count from 1, columns in characters; 0 means "not known".
struct Position {
  std::string file;
  int line = 0;
  int column = 0;

  bool operator==(const Position&) const = default;
};

/// "file:line:column", without the parts that are not known.
std::string text_of(const Position& position);

enum class Severity { note, warning, error };
std::string_view code_of(Severity severity);

struct Diagnostic {
  Severity severity = Severity::error;
  /// Stable and dotted: "contract.unknown_indicator". Never translated.
  std::string code;
  Position where;
  /// What was found.
  Message what;
  /// What would be right; may be empty.
  Message remedy;

  bool operator==(const Diagnostic&) const = default;
};

/// One paragraph: "file:12:7: erreur : … (remède) [code]".
std::string render(const Diagnostic& diagnostic, Language language);

/// All the faults of an input, in the order found.
class Diagnostics {
 public:
  void add(Diagnostic diagnostic) { all_.push_back(std::move(diagnostic)); }
  void error(std::string code, Position where, Message what, Message remedy = {});
  void warning(std::string code, Position where, Message what, Message remedy = {});
  void note(std::string code, Position where, Message what, Message remedy = {});
  void append(const Diagnostics& others);

  const std::vector<Diagnostic>& all() const { return all_; }
  bool empty() const { return all_.empty(); }
  bool has_errors() const { return count(Severity::error) > 0; }
  long count(Severity severity) const;

 private:
  std::vector<Diagnostic> all_;
};

/// Thrown where a step cannot go on; carries the one reason.
class Error : public std::exception {
 public:
  explicit Error(Diagnostic diagnostic);
  Error(std::string code, Position where, Message what, Message remedy = {});

  const Diagnostic& diagnostic() const { return diagnostic_; }
  /// The English text, for logs and debuggers.
  const char* what() const noexcept override { return text_.c_str(); }

 private:
  Diagnostic diagnostic_;
  std::string text_;
};

}  // namespace cpom
