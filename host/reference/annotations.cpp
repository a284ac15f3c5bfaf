#include "reference/annotations.hpp"

#include "reference/functions.hpp"
#include "reference/kinds.hpp"

namespace cpom::reference {
namespace {

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

/// Comments of one file after another: "--- text".
class Writer {
 public:
  explicit Writer(Language language) : language_(language) {}

  std::string head(const Message& purpose, const ContractNames* names) const {
    std::string text = std::string(annotation_head);
    if (names != nullptr) text += " " + names->contract;
    return text + "\n-- " + say(purpose) + "\n";
  }

  std::string say(const Message& text) const { return render(text, language_); }
  std::string_view say(const Wording& text) const { return text.in(language_); }
  Language language() const { return language_; }

 private:
  Language language_;
};

std::string function_annotation(const Function& function, Language language) {
  std::string text = "\n--- " + function.sentence(language) + "\n";
  text += "---\n--- ```lua\n";
  std::string example = function.example;
  if (!function.gives.empty()) example += "  --> " + function.gives;
  for (std::size_t from = 0; from < example.size();) {
    const std::size_t end = std::min(example.find('\n', from), example.size());
    text += "--- " + example.substr(from, end - from) + "\n";
    from = end + 1;
  }
  text += "--- ```\n";
  if (function.is_constant) {
    return text + "---@type " + function.results.front() + "\n" + function.name + " = nil\n";
  }
  std::string names;
  for (const Parameter& parameter : function.parameters) {
    text +=
        "---@param " + parameter.name + (parameter.optional ? "? " : " ") + parameter.type + "\n";
    names += (names.empty() ? "" : ", ") + parameter.name;
  }
  for (const std::string& result : function.results) text += "---@return " + result + "\n";
  return text + "function " + function.name + "(" + names + ") end\n";
}

std::string api_file(const Writer& writer) {
  std::string text = writer.head(message("What rules may use, and nothing else."), nullptr);
  std::string library;
  for (const Function& function : functions()) {
    if (function.of_specs) continue;
    if (function.library != library) {
      library = function.library;
      // The editor's own type string takes its methods from the class of this name.
      text.append("\n---@class ").append(library).append("lib\n").append(library).append(" = {}\n");
    }
    text += function_annotation(function, writer.language());
  }
  return text;
}

std::string tests_file(const Writer& writer) {
  std::string text = writer.head(message("What specs (*_test.lua) may use besides."), nullptr);
  text +=
      "\n---@class cpom.answer\n"
      "---@field rule string\n---@field value any\n---@field second any\n"
      "---@field reason? string\n---@field code? string\n"
      "\n---@class cpom.expectation\nlocal expectation = {}\n";
  for (Function function : functions()) {
    if (!function.of_specs) continue;
    if (function.library == "expect") {
      function.name.replace(0, function.name.find('.'), "expectation");
    }
    text += function_annotation(function, writer.language());
  }
  return text;
}

/// An alias of literals; any text where there are none to choose from.
std::string alias(std::string_view name, const std::vector<NamedThing>* things) {
  std::string text = "\n---@alias " + std::string(name);
  if (things == nullptr || things->empty()) return text + " string\n";
  text += "\n";
  for (const NamedThing& thing : *things) {
    text += "---| " + quoted(thing.id) + (thing.text.empty() ? "" : " # " + thing.text) + "\n";
  }
  return text;
}

std::string literal(std::string_view name, std::string_view text) {
  return "---| " + quoted(name) + " # " + std::string(text) + "\n";
}

std::string optional_literal(const Writer& writer, std::string_view name, std::string_view text) {
  return literal(name, text) +
         literal(std::string(name) + "?",
                 std::string(text) + " " + writer.say(message("It may be missing: nil.")));
}

std::string inputs_alias(const Writer& writer, const KindEntry& kind, const ContractNames* names) {
  const std::string word(engine::word_of(kind.kind));
  std::string text = "\n---@alias cpom.input." + word + "\n";
  for (const Entry& input : kind.inputs) {
    text += optional_literal(writer, input.name, writer.say(input.text));
  }
  if (names == nullptr) return text + "---| string\n";
  if (kind.kind == engine::RuleKind::compute) {
    for (const NamedThing& component : names->components) {
      text += optional_literal(writer, component.id, component.text);
    }
  }
  const auto own = names->inputs.find(kind.kind);
  if (own != names->inputs.end()) {
    for (const std::string& name : own->second) text += "---| " + quoted(name) + "\n";
  }
  for (const NamedThing& parameter : names->parameters) {
    text += optional_literal(writer, "param." + parameter.id, parameter.text);
  }
  return text;
}

std::string kind_class(const Writer& writer, const KindEntry& kind) {
  const std::string word(engine::word_of(kind.kind));
  std::string text = "\n--- " + std::string(writer.say(kind.purpose)) + "\n";
  text += "---@class (exact) cpom.rule." + word + "\n";
  for (const Entry& key : rule_keys()) {
    if (!has_key(kind.kind, key.name)) continue;
    const bool needs = key.name == "needs";
    text += "---@field " + std::string(key.name) + "? " +
            (needs ? "cpom.input." + word + "[]" : std::string(key.type)) + " " +
            std::string(writer.say(key.text)) + "\n";
  }
  return text + "---@field " + word + "? fun(...: any): " + std::string(kind.results) + " " +
         std::string(writer.say(kind.returns)) + "\n";
}

std::string package_class(const Writer& writer) {
  std::string text = "\n---@class (exact) cpom.package\n";
  for (const Entry& key : package_keys()) {
    const bool always =
        key.name == "name" || key.name == "layer" || key.name == "api" || key.name == "summary";
    text += "---@field " + std::string(key.name) + (always ? " " : "? ") + std::string(key.type) +
            " " + std::string(writer.say(key.text)) + "\n";
  }
  return text;
}

std::string rules_file(const Writer& writer, const ContractNames* names) {
  std::string text = writer.head(
      message("What rule files and manifests are made of, and what they speak of."), names);
  text += "\n---@alias cpom.layer \"core\"|\"model\"|\"plugin\"|\"region\"|\"contract\"\n";
  const bool known = names != nullptr;
  text += alias("cpom.indicator", known ? &names->indicators : nullptr);
  text += alias("cpom.objective", known ? &names->objectives : nullptr);
  text += alias("cpom.status", known ? &names->statuses : nullptr);
  text += alias("cpom.weather", known ? &names->weathers : nullptr);
  text += alias("cpom.parameter", known ? &names->parameters : nullptr);
  for (const KindEntry& kind : kind_entries()) {
    text += inputs_alias(writer, kind, names) + kind_class(writer, kind);
  }
  return text + package_class(writer);
}

}  // namespace

std::vector<TextFile> annotations(Language language, const ContractNames* names) {
  const Writer writer(language);
  return {{"api.lua", api_file(writer)},
          {"rules.lua", rules_file(writer, names)},
          {"tests.lua", tests_file(writer)}};
}

}  // namespace cpom::reference
