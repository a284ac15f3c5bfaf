/// What one rule file returns.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <lua.h>

#include "base/diagnostic.hpp"
#include "engine/rules.hpp"
#include "lua/constants.hpp"
#include "lua/handles.hpp"
#include "model/vocabulary.hpp"
#include "script/chains.hpp"

namespace cpom::script {

/// A rule as it stands after some files of its chain.
struct Definition {
  engine::RuleKind kind = engine::RuleKind::compute;
  std::string id;
  std::string summary;
  /// Column, section: its heading. Validate: what failing it costs.
  std::string label;
  Severity severity = Severity::error;
  std::vector<engine::Need> needs;
  /// The function, with the variables of its file that it can change.
  lua::Reference function;
  std::vector<lua::Captured> captured;
  /// The file that supplied the function.
  model::Layer layer = model::Layer::core;
  std::string package;
  Position where;
  std::vector<Position> chain;
  /// The file that locked it.
  std::optional<Position> locked_by;
};

/// What one file gives; unset is what it leaves as it is below.
struct Differences {
  std::optional<std::string> summary;
  std::optional<std::string> label;
  std::optional<Severity> severity;
  std::optional<std::vector<engine::Need>> needs;
  lua::Reference function;
  bool locked = false;
};

/// Whether a rule of \a kind has a heading; it then needs one.
constexpr bool has_label(engine::RuleKind kind) {
  return kind == engine::RuleKind::column || kind == engine::RuleKind::section;
}

/// [-0, +0] Reads the table at \a index, which the file of \a link returned for \a chain.
Differences read_differences(lua_State* L, int index, const Chain& chain, const Link& link,
                             std::vector<Diagnostic>& faults);

/// [-0, +1] A fresh table with what \a rule is made of: the `base` of the file above it.
void push_base(lua_State* L, const Definition& rule);

}  // namespace cpom::script
