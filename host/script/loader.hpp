/// Runs the files of a chain, one upon the other, to a rule that can be called.
#pragma once

#include <optional>
#include <vector>

#include "base/diagnostic.hpp"
#include "lua/meter.hpp"
#include "lua/sandbox.hpp"
#include "lua/state.hpp"
#include "script/chains.hpp"
#include "script/definition.hpp"

namespace cpom::script {

class Loader {
 public:
  Loader(const lua::State& state, const lua::Sandbox& sandbox, const lua::Limits& limits)
      : state_(state), sandbox_(sandbox), limits_(limits) {}

  /// The rule of \a chain, whose first file builds on \a base where there is one. Nothing when
  /// something is wrong, which is then in \a faults.
  std::optional<Definition> load(const Chain& chain, const Definition* base,
                                 std::vector<Diagnostic>& faults) const;

 private:
  std::optional<Definition> apply(const Chain& chain, const Link& link, const Definition* below,
                                  std::vector<Diagnostic>& faults) const;

  const lua::State& state_;
  const lua::Sandbox& sandbox_;
  const lua::Limits& limits_;
};

}  // namespace cpom::script
