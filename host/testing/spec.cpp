#include "testing/spec.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "lua/call.hpp"
#include "script/api.hpp"
#include "script/failures.hpp"
#include "testing/spec_library.hpp"
#include "testing/spec_state.hpp"

namespace cpom::testing {
namespace {

std::string full_name(const SpecState& spec, const SpecExample& example) {
  std::string name = example.name;
  for (std::size_t at = example.group; at != 0; at = spec.groups[at].parent) {
    name.insert(0, spec.groups[at].name + " › ");
  }
  return name;
}

/// From the outermost group inwards.
std::vector<const lua::Reference*> fixtures_of(const SpecState& spec, std::size_t group) {
  std::vector<std::size_t> path = {group};
  while (path.back() != 0) path.push_back(spec.groups[path.back()].parent);
  std::vector<const lua::Reference*> all;
  for (auto at = path.rbegin(); at != path.rend(); ++at) {
    for (const lua::Reference& fixture : spec.groups[*at].before) all.push_back(&fixture);
  }
  return all;
}

void run_example(SpecState& spec, const SpecExample& example, CaseResult& result) {
  spec.difference.reset();
  spec.inputs.clear();
  spec.rule_at = {};
  const auto fixtures = fixtures_of(spec, example.group);
  const auto failure = lua::protect(spec.state.get(), [&](lua_State* L) {
    spec.state.meter().open(L, {});
    for (const lua::Reference* fixture : fixtures) {
      fixture->push(L);
      lua_call(L, 0, 0);
    }
    example.body.push(L);
    lua_call(L, 0, 0);
    spec.state.meter().close();
  });
  if (!failure) return;
  if (failure->where.line > 0) result.where = failure->where;
  if (spec.difference) {
    result.differences.push_back(*std::move(spec.difference));
  } else {
    result.faults.push_back(script::diagnostic_of(*failure, "test", failure->what, result.where));
  }
  result.inputs = spec.inputs;
  result.rule_at = spec.rule_at;
}

}  // namespace

Spec::Spec(std::string_view source, const std::string& file, const script::Package& tested,
           Bench& bench, Diagnostics& found)
    : state_(std::make_unique<SpecState>(file, tested, bench)) {
  SpecState& spec = *state_;
  const auto failure = lua::protect(spec.state.get(), [&](lua_State* L) {
    const std::array more = {spec_library()};
    spec.sandbox.emplace(script::make_sandbox(L, more));
    set_spec(L, spec);
    spec.state.meter().open(L, {});
    spec.sandbox->load(L, source, file);
    lua_call(L, 0, 0);
    spec.state.meter().close();
  });
  if (!failure) return;
  found.add(script::diagnostic_of(*failure, "test", failure->what, {file, 0, 0}));
  spec.examples.clear();
}

Spec::~Spec() = default;

bool Spec::has_focused() const {
  return std::any_of(state_->examples.begin(), state_->examples.end(),
                     [](const SpecExample& example) { return example.focused; });
}

std::size_t Spec::size() const { return state_->examples.size(); }

std::vector<CaseResult> Spec::run(bool focused_only) {
  SpecState& spec = *state_;
  spec.running = true;
  std::vector<CaseResult> results;
  for (const SpecExample& example : spec.examples) {
    CaseResult& result = results.emplace_back();
    result.name = full_name(spec, example);
    result.where = {spec.file, example.line, 0};
    result.focused = example.focused;
    if (example.skipped) {
      result.verdict = Verdict::skipped;
    } else if (focused_only && !example.focused) {
      result.verdict = Verdict::left_out;
    } else {
      run_example(spec, example, result);
      if (!result.differences.empty() || !result.faults.empty()) result.verdict = Verdict::failed;
    }
  }
  return results;
}

}  // namespace cpom::testing
