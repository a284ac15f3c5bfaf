#include "reference/manual.hpp"

#include "reference/functions.hpp"
#include "reference/kinds.hpp"
#include "script/api.hpp"
#include "script/core_reasons.hpp"

namespace cpom::reference {
namespace {

std::string code(std::string_view text) { return "`" + std::string(text) + "`"; }

/// In a cell of a table "|" separates.
std::string cell(std::string_view text) {
  std::string all;
  for (const char c : text) all += c == '|' ? std::string("\\|") : std::string(1, c);
  return all;
}

class Manual {
 public:
  Manual(Language language, const std::vector<SettingRow>& settings)
      : language_(language), settings_(settings) {}

  std::string text() {
    add_head();
    add_functions();
    add_rule_files();
    for (const KindEntry& kind : kind_entries()) add_kind(kind);
    add_reasons();
    add_settings();
    add_package_keys();
    add_specs();
    return std::move(text_);
  }

 private:
  std::string say(const Message& text) const { return render(text, language_); }

  void heading(const Message& text, int level = 2) {
    text_ += "\n" + std::string(static_cast<std::size_t>(level), '#') + " " + say(text) + "\n\n";
  }
  void paragraph(const Message& text) { text_ += say(text) + "\n"; }
  void row(const std::vector<std::string>& cells) {
    text_ += "|";
    for (const std::string& each : cells) text_ += " " + cell(each) + " |";
    text_ += "\n";
  }
  void table_head(const std::vector<Message>& cells) {
    std::vector<std::string> names;
    for (const Message& each : cells) names.push_back(say(each));
    row(names);
    row(std::vector<std::string>(cells.size(), "---"));
  }

  void add_head() {
    text_ += "# " + say(message("Reference of the rules")) + "\n\n";
    text_ += "<!-- cpom stubs --format markdown -->\n\n";
    paragraph(
        message("What a rule may use, receives and returns, as this program registers it "
                "(API {0}). The program writes this page; `cpom help NAME` shows one "
                "function, `cpom stubs` tells an editor the same.",
                script::api_revision));
  }

  void add_functions() {
    heading(message("Functions"));
    paragraph(
        message("Nothing else is there: no files, no clock, no chance, no `pcall`, no "
                "metatables."));
    text_ += "\n";
    table_head({message("function"), message("what it does"), message("example")});
    for (const Function& function : functions()) {
      if (function.of_specs) continue;
      row({code(function.name + function.signature), function.sentence(language_),
           code(function.example) + " → " + code(function.gives)});
    }
  }

  void add_rule_files() {
    heading(message("The table that a rule file returns"));
    table_head({message("key"), message("type"), message("meaning"), message("kinds of rules")});
    for (const Entry& key : rule_keys()) {
      std::string kinds;
      bool all = true;
      for (const KindEntry& kind : kind_entries()) {
        if (!has_key(kind.kind, key.name)) {
          all = false;
          continue;
        }
        kinds += (kinds.empty() ? "" : ", ") + std::string(engine::word_of(kind.kind));
      }
      row({code(key.name), code(key.type), std::string(key.text.in(language_)),
           all ? say(message("all")) : kinds});
    }
    text_ += "\n";
    paragraph(
        message("and the function, named after the kind, with one parameter for each entry "
                "of `needs`. Any rule may need `param.<name>`. `nil` and a sentence mean "
                "\"no result, and this is why\"."));
  }

  void add_kind(const KindEntry& kind) {
    text_ += "\n## `" + std::string(engine::word_of(kind.kind)) + "`\n\n";
    text_ += std::string(kind.purpose.in(language_)) + " " + code(kind.files) + "\n\n";
    table_head({message("input"), message("type"), message("meaning")});
    for (const auto* entries : {&kind.inputs, &kind.families}) {
      for (const Entry& input : *entries) {
        row({code(input.name), code(input.type), std::string(input.text.in(language_))});
      }
    }
    text_ += "\n" + say(message("Returns: {0}", std::string(kind.returns.in(language_)))) + "\n";
  }

  void add_reasons() {
    heading(message("Reasons that the rules of the core give"));
    paragraph(
        message("A rule says why there is no result: `return nil, \"…\"`. These sentences "
                "are known in both languages; those of other rules are shown as they are "
                "written."));
    text_ += "\n";
    table_head({message("in the rule"), message("in reports")});
    for (const Message& reason : script::core_reasons()) {
      row({code(render(reason, Language::english)), render(reason, language_)});
    }
  }

  void add_settings() {
    heading(message("Settings"));
    paragraph(
        message("The value of the core; a model, a region or a contract may set another in "
                "its `settings.xml` or `<settings>`."));
    text_ += "\n";
    table_head({message("parameter"), message("value"), message("meaning"), message("read by")});
    for (const Entry& entry : settings_of_host()) {
      row({code(entry.name), "", std::string(entry.text.in(language_)),
           say(message("the program"))});
    }
    for (const SettingRow& setting : settings_) {
      std::string rules;
      for (const std::string& rule : setting.rules)
        rules += (rules.empty() ? "" : ", ") + code(rule);
      row({code(setting.name), setting.value, setting.text, rules});
    }
  }

  void add_package_keys() {
    heading(message("The table that `package.lua` returns"));
    table_head({message("key"), message("type"), message("meaning")});
    for (const Entry& key : package_keys()) {
      row({code(key.name), code(key.type), std::string(key.text.in(language_))});
    }
  }

  void add_specs() {
    heading(message("Functions of specs"));
    paragraph(message("Files `tests/…_test.lua` may use all of the above, and:"));
    text_ += "\n";
    table_head({message("function"), message("what it does")});
    for (const Function& function : functions()) {
      if (function.of_specs)
        row({code(function.name + function.signature), function.sentence(language_)});
    }
  }

  Language language_;
  const std::vector<SettingRow>& settings_;
  std::string text_;
};

}  // namespace

std::string manual(Language language, const std::vector<SettingRow>& settings) {
  return Manual(language, settings).text();
}

}  // namespace cpom::reference
