/// What each kind of rule is for, what it receives and what it returns, in words for people.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.hpp"
#include "engine/rules.hpp"

namespace cpom::reference {

/// A sentence in both languages.
struct Wording {
  std::string_view english;
  std::string_view french;

  std::string_view in(Language language) const {
    return language == Language::french ? french : english;
  }
};

/// A name that a rule may put into its `needs`, or a key of a table.
struct Entry {
  std::string_view name;
  /// In the words of LuaCATS.
  std::string_view type;
  Wording text;
};

struct KindEntry {
  engine::RuleKind kind = engine::RuleKind::compute;
  Wording purpose;
  /// Where such a rule stands.
  std::string_view files;
  /// One for each of engine::inputs_of(kind), in that order.
  std::vector<Entry> inputs;
  /// Inputs named after something of the contract: "followed.<code>".
  std::vector<Entry> families;
  /// LuaCATS types of the two results.
  std::string_view results;
  Wording returns;
};

/// One for each kind. Throws std::logic_error when an input has no words.
const std::vector<KindEntry>& kind_entries();

/// The keys of the table that a rule file returns, besides the function named after its kind.
std::span<const Entry> rule_keys();
/// Whether rules of \a kind have \a key.
bool has_key(engine::RuleKind kind, std::string_view key);

/// The keys of package.lua, of all layers.
std::span<const Entry> package_keys();

/// What the order of decision itself reads of the settings.
std::span<const Entry> settings_of_host();

}  // namespace cpom::reference
