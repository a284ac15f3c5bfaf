#include "reference/functions.hpp"

#include <algorithm>
#include <stdexcept>

#include "base/text.hpp"
#include "script/api.hpp"
#include "testing/spec_library.hpp"

namespace cpom::reference {
namespace {

constexpr int page_width = 80;

/// The parts of \a text between commas that stand in no bracket.
std::vector<std::string_view> listed(std::string_view text) {
  std::vector<std::string_view> parts;
  int depth = 0;
  std::size_t from = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '(' || text[i] == '<') ++depth;
    if (text[i] == ')' || text[i] == '>') --depth;
    if (text[i] != ',' || depth != 0) continue;
    parts.push_back(trim(text.substr(from, i - from)));
    from = i + 1;
  }
  if (from < text.size()) parts.push_back(trim(text.substr(from)));
  return parts;
}

[[noreturn]] void refuse(std::string_view signature) {
  throw std::logic_error("signature of an API function: " + std::string(signature));
}

Parameter parameter_in(std::string_view part, std::string_view signature) {
  const auto colon = part.find(':');
  if (colon == std::string_view::npos || colon == 0) refuse(signature);
  Parameter parameter;
  std::string_view name = trim(part.substr(0, colon));
  parameter.optional = name.ends_with('?');
  if (parameter.optional) name.remove_suffix(1);
  parameter.name = name;
  parameter.type = trim(part.substr(colon + 1));
  if (parameter.name.empty() || parameter.type.empty()) refuse(signature);
  return parameter;
}

/// Where the bracket that \a text begins with is closed.
std::size_t closing(std::string_view text) {
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '(') ++depth;
    if (text[i] == ')' && --depth == 0) return i;
  }
  refuse(text);
}

void read_signature(std::string_view signature, Function& function) {
  function.signature = signature;
  function.is_constant = signature.starts_with(':');
  std::string_view rest = signature;
  if (!function.is_constant) {
    const std::size_t end = closing(signature);
    for (const std::string_view part : listed(signature.substr(1, end - 1))) {
      function.parameters.push_back(parameter_in(part, signature));
    }
    rest.remove_prefix(end + 1);
  }
  if (rest.empty()) return;
  if (!rest.starts_with(": ")) refuse(signature);
  for (const std::string_view part : listed(rest.substr(2))) function.results.emplace_back(part);
}

Function described(const char* library, const char* name, const lua::Description& description) {
  Function function;
  function.library = library;
  function.name = function.library.empty() ? name : function.library + "." + name;
  read_signature(description.signature, function);
  function.english = description.english;
  function.french = description.french;
  function.example = description.example;
  function.gives = description.gives;
  return function;
}

void add(const lua::Library& library, bool of_specs, std::vector<Function>& all) {
  for (const lua::Entry& entry : library.entries) {
    all.push_back(described(library.name, entry.name, entry.description));
    all.back().of_specs = of_specs;
  }
}

std::vector<Function> all_functions() {
  std::vector<Function> all;
  for (const lua::Library& library : script::rule_libraries()) {
    add(library, false, all);
    for (const auto& constant : script::rule_constants()) {
      if (std::string_view(constant.library) != library.name) continue;
      all.push_back(described(constant.library, constant.name, constant.description));
    }
  }
  add(testing::spec_library(), true, all);
  const std::size_t before = all.size();
  add(testing::expectation_library(), true, all);
  for (std::size_t i = before; i < all.size(); ++i) {
    all[i].name.replace(0, all[i].library.size(), "expect(…)");
  }
  return all;
}

}  // namespace

const std::vector<Function>& functions() {
  static const std::vector<Function> all = all_functions();
  return all;
}

const Function* find_function(std::string_view name) {
  const auto& all = functions();
  const std::string of_expect =
      name.starts_with("expect.") ? "expect(…)" + std::string(name.substr(6)) : std::string(name);
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const Function& each) { return each.name == of_expect; });
  return found == all.end() ? nullptr : &*found;
}

std::string function_page(const Function& function, Language language) {
  std::string text = function.name + function.signature + "\n\n";
  for (const std::string& line : wrap(function.sentence(language), page_width)) text += line + "\n";
  if (function.of_specs) {
    text += "\n" + render(message("Only in tests (*_test.lua)."), language) + "\n";
  }
  text += "\n" + render(message("Example:"), language) + "\n\n";
  std::string_view rest = function.example;
  while (!rest.empty()) {
    const auto end = std::min(rest.find('\n'), rest.size());
    text += "  " + std::string(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (!rest.empty()) text += "\n";
  }
  if (!function.gives.empty()) text += "  → " + function.gives;
  return text + "\n";
}

}  // namespace cpom::reference
