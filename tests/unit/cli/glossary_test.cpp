#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/language.hpp"
#include "engine/evaluation.hpp"
#include "engine/rules.hpp"
#include "model/vocabulary.hpp"
#include "support/catch.hpp"

using namespace cpom;

namespace {

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(' ');
  return first == std::string::npos ? ""
                                    : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// No-break spaces as the plain ones that the page is written with.
std::string with_plain_spaces(std::string text) {
  for (const std::string_view space : {"\u00a0", "\u202f"}) {
    for (auto at = text.find(space); at != std::string::npos; at = text.find(space)) {
      text.replace(at, space.size(), " ");
    }
  }
  return text;
}

/// The words written `like this` in the second column of docs/glossaire.md, each with what is in
/// the first.
std::map<std::string, std::set<std::string>> glossary() {
  std::map<std::string, std::set<std::string>> said_as;
  const std::string page = read_file(std::string(CPOM_SOURCE_DIR) + "/docs/glossaire.md");
  for (std::size_t start = 0; start < page.size();) {
    const std::size_t end = page.find('\n', start);
    const std::string line = page.substr(start, end - start);
    start = end + 1;
    const std::size_t second = line.find('|', 1);
    const std::size_t third = line.find('|', second + 1);
    if (line.empty() || line.front() != '|' || third == std::string::npos) continue;
    const std::string written = line.substr(second, third - second);
    for (std::size_t open = written.find('`'); open != std::string::npos;) {
      const std::size_t close = written.find('`', open + 1);
      said_as[written.substr(open + 1, close - open - 1)].insert(
          trimmed(line.substr(1, second - 1)));
      open = written.find('`', close + 1);
    }
  }
  return said_as;
}

}  // namespace

TEST_CASE("glossary: it has every answer without a status, and every remark, as reports say them") {
  const auto words = glossary();
  std::vector<std::string> missing;
  const auto expect = [&](std::string_view code, const Message& label) {
    const auto entry = words.find(std::string(code));
    const std::string shown = with_plain_spaces(render(label, Language::french));
    if (entry == words.end() || !entry->second.contains(shown)) {
      missing.push_back(std::string(code) + ": " + shown);
    }
  };
  for (const engine::Outcome outcome : engine::all_outcomes) {
    if (outcome != engine::Outcome::classified)
      expect(engine::code_of(outcome), engine::label_of(outcome));
  }
  for (const engine::Flag flag : engine::all_flags)
    expect(engine::code_of(flag), engine::label_of(flag));
  CHECK(missing == std::vector<std::string>{});
}

TEST_CASE("glossary: it has every kind of rule, every layer and every direction") {
  const auto words = glossary();
  std::vector<std::string> missing;
  const auto expect = [&](std::string_view word) {
    if (!words.contains(std::string(word))) missing.emplace_back(word);
  };
  for (const engine::RuleKind kind : engine::all_rule_kinds) expect(engine::word_of(kind));
  for (const auto& [layer, word] : model::Words<model::Layer>::list) expect(word);
  for (const auto& [direction, word] : model::Words<model::Direction>::list) expect(word);
  for (const auto& [kind, word] : model::Words<model::IndicatorKind>::list) expect(word);
  CHECK(missing == std::vector<std::string>{});
}
