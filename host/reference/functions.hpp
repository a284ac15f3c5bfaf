/// The functions that rules and specs may call, as the host registers them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.hpp"

namespace cpom::reference {

struct Parameter {
  /// "..." takes any number.
  std::string name;
  /// In the words of LuaCATS.
  std::string type;
  bool optional = false;
};

struct Function {
  /// What it is called with: "cpom.round", "assert"; "expect(…).equal" of what expect gives.
  std::string name;
  /// "cpom", "math"; empty for what has no prefix; "expect" for what expect gives.
  std::string library;
  /// A constant has neither parameters nor parentheses.
  bool is_constant = false;
  std::vector<Parameter> parameters;
  std::vector<std::string> results;
  std::string signature;
  std::string english;
  std::string french;
  std::string example;
  /// Empty for statements of a spec.
  std::string gives;
  /// Only specs have it.
  bool of_specs = false;

  const std::string& sentence(Language language) const {
    return language == Language::french ? french : english;
  }
};

/// All of them, library by library in the order of registration. Throws std::logic_error for a
/// signature that cannot be read.
const std::vector<Function>& functions();

/// nullptr when there is none.
const Function* find_function(std::string_view name);

/// Its page: signature, what it does, an example.
std::string function_page(const Function& function, Language language);

}  // namespace cpom::reference
