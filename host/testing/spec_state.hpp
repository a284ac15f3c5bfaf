/// What the functions of a spec share while its file is loaded and its cases run.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lua/handles.hpp"
#include "lua/library.hpp"
#include "lua/sandbox.hpp"
#include "lua/state.hpp"
#include "testing/case.hpp"
#include "testing/ground.hpp"

namespace cpom::testing {

struct SpecGroup {
  std::string name;
  /// Index of the group around it; the file itself is 0, and its own parent.
  std::size_t parent = 0;
  bool skipped = false;
  bool focused = false;
  std::vector<lua::Reference> before;
};

struct SpecExample {
  std::string name;
  std::size_t group = 0;
  lua::Reference body;
  int line = 0;
  bool skipped = false;
  bool focused = false;
};

struct SpecState {
  SpecState(std::string file_name, const script::Package& package, Bench& rules)
      : file(std::move(file_name)), tested(package), bench(rules) {
    groups.emplace_back();
  }

  std::string file;
  const script::Package& tested;
  Bench& bench;
  lua::State state;  // outlives every reference below
  std::optional<lua::Sandbox> sandbox;
  std::vector<SpecGroup> groups;
  std::vector<SpecExample> examples;
  std::size_t current = 0;
  /// A case runs: what cases are is settled.
  bool running = false;
  /// What the expectation that stopped the case was about.
  std::optional<Difference> difference;
  /// The last call of a rule.
  std::vector<GivenInput> inputs;
  Position rule_at;
};

/// [-0, +0] Makes \a spec known to the functions of its state.
void set_spec(lua_State* L, SpecState& spec);

}  // namespace cpom::testing
