#include "analysis/rule_functions.hpp"

#include <algorithm>

#include "base/source_line.hpp"
#include "lua/call.hpp"
#include "lua/sandbox.hpp"
#include "script/api.hpp"
#include "script/chains.hpp"
#include "script/loader.hpp"

namespace cpom::analysis {
namespace {

using script::Chain;
using script::Definition;

Values only(Value::Kind kind) { return {Value{kind}}; }

/// The function that the file returns, as the index of the closure that makes it; -1 for none.
int returned_closure(const Flow& file) {
  const lua::Function& main = file.function();
  int found = -1;
  for (const Return& each : returns(file)) {
    const lua::Instruction& leaving = main.instructions[static_cast<std::size_t>(each.at)];
    if (each.values.size() != 1) continue;
    for (int at = 0; at < each.at; ++at) {
      const lua::Instruction& instruction = main.instructions[static_cast<std::size_t>(at)];
      if (instruction.op() == lua::Op::closure && instruction.a() == leaving.a()) found = at;
    }
  }
  return found;
}

/// Follows \a scope and all functions inside it. \a takes_base: the closure whose parameter is the
/// rule below; -1 for none.
void follow(const Scope& scope, bool is_file, std::deque<FollowedFunction>& all) {
  all.push_back({scope.function, Flow(scope)});
  const Flow& flow = all.back().flow;  // a deque keeps its elements where they are
  const int takes_base = is_file ? returned_closure(flow) : -1;
  const int size = static_cast<int>(scope.function->instructions.size());
  for (int at = 0; at < size; ++at) {
    if (scope.function->instructions[static_cast<std::size_t>(at)].op() != lua::Op::closure) {
      continue;
    }
    Scope inside = flow.inside(at);
    if (at == takes_base && inside.function->parameters > 0) {
      inside.arguments.push_back(only(Value::Kind::base));
    }
    follow(inside, false, all);
  }
}

/// The function of \a definition in \a source.
const FollowedFunction* function_of(const Source& source, const Definition& definition) {
  const FollowedFunction* found = nullptr;
  for (const FollowedFunction& each : source.functions) {
    if (each.function->first_line != definition.where.line) continue;
    const auto taken = static_cast<std::size_t>(each.function->parameters);
    if (found == nullptr || taken == definition.needs.size()) found = &each;
  }
  return found;
}

}  // namespace

struct Sources::Machine {
  Machine() {
    lua::protect(state.get(), [this](lua_State* L) {
      sandbox.emplace(script::make_sandbox(L));
      names = sandbox->names(L);
    });
  }

  lua::State state;
  std::optional<lua::Sandbox> sandbox;
  std::vector<std::string> names;
  lua::Limits limits;
};

Position Source::place(int line, std::string_view token) const {
  return {path(), line, column_of(line_of(file->source, line), token)};
}

Sources::Sources(const script::PackageSet& packages) : machine_(std::make_shared<Machine>()) {
  names_ = machine_->names;
  for (const script::Package& package : packages.packages) {
    for (const script::RuleFile& file : package.rules) {
      Source source;
      source.package = &package;
      source.file = &file;
      if (lua::compile(machine_->state, file.source, file.path.string(), source.chunk)) continue;
      all_.push_back(std::move(source));
      Source& kept = all_.back();
      Scope scope;
      scope.function = &kept.chunk.main;
      scope.upvalues.push_back(only(Value::Kind::names));
      follow(scope, true, kept.functions);
      by_path_[kept.path()] = &kept;
    }
  }
}

const Source* Sources::find(const std::string& path) const {
  const auto found = by_path_.find(path);
  return found == by_path_.end() ? nullptr : found->second;
}

std::vector<RuleFunction> Sources::functions(const Context& context) {
  Diagnostics ignored;
  const script::Chains chains =
      script::chains_of(context.packages, *context.model, *context.contract, ignored);
  const script::Loader loader(machine_->state, *machine_->sandbox, machine_->limits);
  std::map<std::string, Definition> general;
  std::vector<RuleFunction> all;

  const auto add = [&](const Chain& chain, const Definition* base) {
    std::optional<Definition> last;
    std::size_t before = all.size();
    for (std::size_t count = 1; count <= chain.links.size(); ++count) {
      Chain part = chain;
      part.links.resize(count);
      std::vector<Diagnostic> faults;
      auto definition = loader.load(part, base, faults);
      if (!definition) break;
      const Source* const source = find(chain.links[count - 1].file->path.string());
      if (source != nullptr && definition->where.file == source->path()) {
        for (std::size_t i = before; i < all.size(); ++i) all[i].on_top = false;
        RuleFunction rule{&context,          source,
                          chain.kind,        chain.id,
                          chain.indicator,   function_of(*source, *definition),
                          definition->needs, true};
        if (rule.function != nullptr) all.push_back(std::move(rule));
      }
      last = std::move(definition);
    }
    return last;
  };

  for (const auto& [id, chain] : chains.general) {
    if (auto definition = add(chain, nullptr)) general.emplace(id, *std::move(definition));
  }
  for (const auto& [id, chain] : chains.particular) {
    const auto base = general.find(chain.base);
    add(chain, base == general.end() ? nullptr : &base->second);
  }
  return all;
}

}  // namespace cpom::analysis
