/// Specs: cases written in Lua, for what a table cannot say.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "script/packages.hpp"
#include "testing/case.hpp"
#include "testing/ground.hpp"

namespace cpom::testing {

struct SpecState;

/// A file *_test.lua, in a Lua state of its own with the fence and the budget of rules. The file
/// may call describe, it, before_each, their focused (fdescribe, fit) and skipped (xdescribe, xit)
/// forms, rule("compute/share"), which gives a function of named inputs, and expect(answer) with
/// equal, near, nothing and fails.
class Spec {
 public:
  /// Loads the file: its cases are then known. Faults: test.syntax, test.error, test.budget…
  /// (see script/failures.hpp), test.shape. \a bench is used while cases run.
  Spec(std::string_view source, const std::string& file, const script::Package& tested,
       Bench& bench, Diagnostics& found);
  Spec(const Spec&) = delete;
  Spec& operator=(const Spec&) = delete;
  ~Spec();

  bool has_focused() const;
  std::size_t size() const;
  /// Runs all cases in the order of the file; with \a focused_only the others are left out.
  std::vector<CaseResult> run(bool focused_only);

 private:
  std::unique_ptr<SpecState> state_;
};

}  // namespace cpom::testing
