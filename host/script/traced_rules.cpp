#include "script/traced_rules.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <lauxlib.h>

#include "lua/call.hpp"
#include "lua/sandbox.hpp"
#include "lua/state.hpp"
#include "script/answers.hpp"
#include "script/api.hpp"
#include "script/chains.hpp"
#include "script/definition.hpp"
#include "script/equality_marks.hpp"
#include "script/traced_numbers.hpp"

namespace cpom::script {
namespace {

using engine::Answer;
using engine::Rule;
using engine::Value;

/// Tracing is work besides that of the rule, whose own limits were kept already.
lua::Limits generous() {
  lua::Limits limits;
  limits.instructions *= 4;
  limits.memory_bytes *= 4;
  return limits;
}

/// These name things rather than measure them: a rule looks into its tables with them.
bool is_plain_argument(std::string_view need) {
  constexpr std::array<std::string_view, 4> names = {"year", "decimals", "counted", "expected"};
  return std::any_of(names.begin(), names.end(), [need](std::string_view name) {
    return name.size() == need.size() && name == need;
  });
}

bool same(const Answer& one, const Answer& other) {
  return one.first == other.first && one.second == other.second && one.reason == other.reason;
}

}  // namespace

struct TracedRules::Implementation {
  Implementation(const PackageSet& packages, const model::Model& model,
                 const model::Contract& contract) {
    Diagnostics told_already;
    chains = chains_of(packages.applying_to(model, contract), model, contract, told_already);
    const auto failure = lua::protect(state.get(), [this](lua_State* L) {
      sandbox.emplace(make_sandbox(L));
      prepare_tracing(L, *sandbox);
    });
    if (failure) throw Error("rule.memory", {}, failure->what, failure->remedy);
  }

  const Chain* chain_of(const std::string& id) const {
    for (const auto* all : {&chains.general, &chains.particular}) {
      const auto found = all->find(id);
      if (found != all->end()) return &found->second;
    }
    return nullptr;
  }

  /// The rule as its files make it, traced; nullptr when they cannot be run like that.
  const Definition* definition_of(const std::string& id) {
    const auto known = definitions.find(id);
    if (known != definitions.end()) return known->second ? &*known->second : nullptr;
    const Chain* const chain = chain_of(id);
    std::optional<Definition> made;
    if (chain != nullptr) {
      const Definition* const base = chain->base.empty() ? nullptr : definition_of(chain->base);
      made = load(*chain, base);
    }
    const auto& kept = definitions.emplace(id, std::move(made)).first->second;
    return kept ? &*kept : nullptr;
  }

  std::optional<Definition> load(const Chain& chain, const Definition* below) {
    std::optional<Definition> rule;
    for (const Link& link : chain.links) {
      const auto source = with_marked_equality(link.file->source);
      if (!source) return std::nullopt;
      Definition next;
      std::vector<Diagnostic> faults;
      const auto failure = lua::protect(state.get(), [&](lua_State* L) {
        trace_to(L, nullptr);
        state.meter().open(L, generous());
        sandbox->load(L, *source, link.where().file);
        lua_call(L, 0, 1);
        if (lua_isfunction(L, -1)) {
          if (below == nullptr) return void(luaL_error(L, "no base"));
          push_base(L, *below);
          lua_call(L, 1, 1);
        }
        state.meter().close();
        if (!lua_istable(L, -1)) luaL_error(L, "no table");
        Differences given = read_differences(L, -1, chain, link, faults);
        next.kind = chain.kind;
        next.id = chain.id;
        if (below != nullptr) {
          next.needs = below->needs;
          next.summary = below->summary;
        }
        if (given.needs) next.needs = *std::move(given.needs);
        if (given.summary) next.summary = *std::move(given.summary);
        if (!given.function && below == nullptr) return void(luaL_error(L, "no function"));
        (given.function ? given.function : below->function).push(L);
        next.function = lua::Reference::take(L);
      });
      if (failure || !faults.empty()) return std::nullopt;
      rule = std::move(next);
      below = &*rule;
    }
    return rule;
  }

  void run(lua_State* L, const Definition& definition, const Rule& rule,
           std::span<const Value> arguments, Trace& trace) {
    luaL_checkstack(L, static_cast<int>(arguments.size()) + LUA_MINSTACK, nullptr);
    definition.function.push(L);
    Recorder recorder{&trace, nullptr, 0};
    trace_to(L, &recorder);
    for (std::size_t i = 0; i < arguments.size(); ++i) {
      push_traced(L, arguments[i], i);
      if (i < rule.needs.size() && is_plain_argument(rule.needs[i].name)) make_plain(L, -1);
    }
    state.meter().open(L, generous());
    lua_call(L, static_cast<int>(arguments.size()), results_asked);
    state.meter().close();
    trace_to(L, nullptr);
    trace.first = make_plain(L, -results_asked);
    trace.second = make_plain(L, -results_asked + 1);
    make_plain(L, -1);
    read_answer(L, rule, trace.answer);
  }

  Chains chains;
  lua::State state;  // outlives every reference below
  std::optional<lua::Sandbox> sandbox;
  std::unordered_map<std::string, std::optional<Definition>> definitions;
};

TracedRules::TracedRules(const PackageSet& packages, const model::Model& model,
                         const model::Contract& contract)
    : implementation_(std::make_unique<Implementation>(packages, model, contract)) {}
TracedRules::~TracedRules() = default;

std::optional<Trace> TracedRules::trace(const Rule& rule, std::span<const Value> arguments,
                                        const Answer& answer) {
  if (answer.failed()) return std::nullopt;
  const Definition* const definition = implementation_->definition_of(rule.id);
  if (definition == nullptr) return std::nullopt;
  constexpr std::size_t usual_operations = 8;
  Trace trace;
  trace.operations.reserve(usual_operations);
  const auto failure = lua::protect(implementation_->state.get(), [&](lua_State* L) {
    implementation_->run(L, *definition, rule, arguments, trace);
  });
  if (failure || trace.answer.failed() || !same(trace.answer, answer)) return std::nullopt;
  return trace;
}

}  // namespace cpom::script
