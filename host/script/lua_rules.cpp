#include "script/lua_rules.hpp"

#include <cassert>
#include <deque>
#include <map>
#include <optional>
#include <utility>

#include <lauxlib.h>

#include "lua/call.hpp"
#include "lua/sandbox.hpp"
#include "lua/state.hpp"
#include "lua/value.hpp"
#include "script/answers.hpp"
#include "script/api.hpp"
#include "script/chains.hpp"
#include "script/failures.hpp"
#include "script/loader.hpp"

namespace cpom::script {
namespace {

using engine::Answer;
using engine::Rule;
using engine::RuleKind;
using engine::Value;

/// A rule of some book: its definition, or why there is none.
struct LoadedRule {
  std::optional<Definition> definition;
  std::vector<Diagnostic> faults;
};

class LuaBook final : public engine::RuleBook {
 public:
  void add(Rule rule) {
    std::string id = rule.id;
    rules_.emplace(std::move(id), std::move(rule));
  }

  const Rule* find(RuleKind kind, std::string_view name,
                   std::string_view indicator) const override {
    if (!indicator.empty()) {
      const auto own = rules_.find(
          std::string("indicators/").append(indicator).append("/").append(word_of(kind)));
      if (own != rules_.end()) return &own->second;
    }
    const auto general = rules_.find(std::string(word_of(kind)).append("/").append(name));
    return general == rules_.end() ? nullptr : &general->second;
  }

  std::vector<std::string> names(RuleKind kind) const override {
    const std::string prefix = std::string(word_of(kind)) + "/";
    std::vector<std::string> all;
    for (const auto& [id, rule] : rules_) {
      if (id.starts_with(prefix)) all.push_back(id.substr(prefix.size()));
    }
    return all;
  }

 private:
  std::map<std::string, Rule, std::less<>> rules_;
};

/// Equal for contracts whose books are equal.
std::string key_of(const std::vector<const Package*>& packages, const Chains& chains,
                   const model::Model& model) {
  std::string key = model.id;
  const auto add = [&key](std::string_view part) { key.append(1, '\0').append(part); };
  for (const Package* package : packages) {
    add(package->name);
    add(package->folder.string());
  }
  for (const auto& [id, chain] : chains.particular) {
    add(id);
    add(chain.base);
    add(chain.indicator->secured ? "secured" : "");
    for (const model::Component& component : chain.indicator->components) add(component.id);
  }
  return key;
}

Rule rule_of(const Chain& chain, const LoadedRule& loaded) {
  Rule rule;
  rule.kind = chain.kind;
  rule.id = chain.id;
  if (loaded.definition) {
    rule.needs = loaded.definition->needs;
    rule.label = loaded.definition->label;
    rule.severity = loaded.definition->severity;
    rule.layer = loaded.definition->layer;
    rule.package = loaded.definition->package;
    rule.where = loaded.definition->where;
    rule.chain = loaded.definition->chain;
    return rule;
  }
  rule.layer = chain.links.back().package->layer;
  rule.package = chain.links.back().package->name;
  rule.where = loaded.faults.front().where;
  for (const Link& link : chain.links) rule.chain.push_back(link.where());
  return rule;
}

/// [-0, +1]
void push_value(lua_State* L, const Value& value) {
  if (const double* number = std::get_if<double>(&value)) {
    lua::push(L, *number);
  } else if (const bool* truth = std::get_if<bool>(&value)) {
    lua::push(L, *truth);
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    lua::push(L, std::string_view(*text));
  } else if (const auto* numbers = std::get_if<std::vector<double>>(&value)) {
    lua::push(L, std::span<const double>(*numbers));
  } else {
    lua_pushnil(L);
  }
}

Answer kept_state(const Rule& rule, const std::string& variable) {
  Answer answer;
  answer.failure.push_back(
      {Severity::error, "rule.state", rule.where,
       message("rule {0} changed \"{1}\", which it shares with its next call: the answer would "
               "depend on what was asked before",
               rule.id, variable),
       message("declare it with local inside the function")});
  return answer;
}

}  // namespace

struct LuaRules::Implementation {
  explicit Implementation(const Limits& chosen) : limits(chosen) {
    const auto failure =
        lua::protect(state.get(), [this](lua_State* L) { sandbox.emplace(make_sandbox(L)); });
    if (failure) throw Error("rule.memory", {}, failure->what, failure->remedy);
  }

  /// The general rule that \a chain builds on; nullptr when there is none.
  const LoadedRule* base_of(const Chain& chain, const engine::RuleBook& book) const {
    const auto slash = chain.base.find('/');
    if (slash == std::string::npos) return nullptr;
    const Rule* base = book.find(chain.kind, std::string_view(chain.base).substr(slash + 1), {});
    return base == nullptr ? nullptr : &rules[base->handle];
  }

  LoadedRule load(const Chain& chain, const engine::RuleBook& book, Diagnostics& found) const {
    LoadedRule loaded;
    loaded.faults = chain.faults;
    if (loaded.faults.empty()) {
      const LoadedRule* const base = base_of(chain, book);
      const Definition* const below =
          base != nullptr && base->definition ? &*base->definition : nullptr;
      loaded.definition = Loader(state, *sandbox, limits).load(chain, below, loaded.faults);
      const bool for_want_of_base =
          !loaded.faults.empty() && loaded.faults.front().code == "rule.no_base";
      if (for_want_of_base && base != nullptr) {
        loaded.faults = base->faults;  // told already
        return loaded;
      }
    }
    for (const Diagnostic& fault : loaded.faults) found.add(fault);
    return loaded;
  }

  void add(const Chain& chain, LuaBook& book, Diagnostics& found) {
    LoadedRule loaded = load(chain, book, found);
    Rule rule = rule_of(chain, loaded);
    rule.handle = rules.size();
    rules.push_back(std::move(loaded));
    book.add(std::move(rule));
  }

  void run(lua_State* L, const Definition& definition, const Rule& rule,
           std::span<const Value> arguments, Answer& answer) {
    luaL_checkstack(L, static_cast<int>(arguments.size()) + LUA_MINSTACK, nullptr);
    definition.function.push(L);
    for (const Value& argument : arguments) push_value(L, argument);
    state.meter().open(L, limits);
    lua_call(L, static_cast<int>(arguments.size()), results_asked);
    state.meter().close();
    read_answer(L, rule, answer);
    if (definition.captured.empty()) return;
    const std::string changed = lua::restore(L, definition.captured);
    if (!changed.empty()) answer = kept_state(rule, changed);
  }

  /// After a failure: undoes what the rule kept for its next call.
  void forget(const Definition& definition) const {
    if (definition.captured.empty()) return;
    lua::protect(state.get(), [&](lua_State* L) { lua::restore(L, definition.captured); });
  }

  Limits limits;
  lua::State state;  // outlives every reference below
  std::optional<lua::Sandbox> sandbox;
  std::deque<LoadedRule> rules;
  std::map<std::string, LuaBook> books;
};

LuaRules::LuaRules(Limits limits) : implementation_(std::make_unique<Implementation>(limits)) {}
LuaRules::~LuaRules() = default;

const engine::RuleBook& LuaRules::book(const PackageSet& packages, const model::Model& model,
                                       const model::Contract& contract, Diagnostics& found) {
  const auto applying = packages.applying_to(model, contract);
  Diagnostics unknown;
  const Chains chains = chains_of(applying, model, contract, unknown);
  const auto [entry, is_new] = implementation_->books.try_emplace(key_of(applying, chains, model));
  if (!is_new) return entry->second;
  found.append(unknown);
  for (const auto& [id, chain] : chains.general) implementation_->add(chain, entry->second, found);
  for (const auto& [id, chain] : chains.particular) {
    implementation_->add(chain, entry->second, found);
  }
  return entry->second;
}

Answer LuaRules::call(const Rule& rule, std::span<const Value> arguments) {
  assert(rule.handle < implementation_->rules.size());
  const LoadedRule& loaded = implementation_->rules[rule.handle];
  Answer answer;
  if (!loaded.definition) {
    answer.failure = loaded.faults;
    return answer;
  }
  const Definition& definition = *loaded.definition;
  const auto failure = lua::protect(implementation_->state.get(), [&](lua_State* L) {
    implementation_->run(L, definition, rule, arguments, answer);
  });
  if (failure) {
    answer = {};
    answer.failure.push_back(diagnostic_of(
        *failure, "rule", message("rule {0}: {1}", rule.id, failure->what), rule.where));
    implementation_->forget(definition);
  }
  return answer;
}

void LuaRules::watch(lua::Meter::Watcher watcher, void* data) {
  implementation_->state.meter().watch(watcher, data);
}

std::vector<std::string> LuaRules::allowed_names() const {
  std::vector<std::string> names;
  const auto failure = lua::protect(implementation_->state.get(), [&](lua_State* L) {
    names = implementation_->sandbox->names(L);
  });
  if (failure) throw Error("rule.memory", {}, failure->what, failure->remedy);
  return names;
}

std::size_t LuaRules::memory_in_use() const {
  implementation_->state.collect();
  return implementation_->state.meter().live_bytes();
}

}  // namespace cpom::script
