#include "script/loader.hpp"

#include <utility>

#include <lauxlib.h>

#include "lua/call.hpp"
#include "lua/value.hpp"
#include "script/failures.hpp"

namespace cpom::script {
namespace {

/// What running one file gave.
struct Loaded {
  Differences given;
  /// The file returned a function of its base, not a table.
  bool builds_on_base = false;
};

Diagnostic fault_at(const Link& link, std::string code, Message what, Message remedy) {
  return {Severity::error, std::move(code), link.where(), std::move(what), std::move(remedy)};
}

Message shape_remedy(const Chain& chain) {
  return message(
      "return {{ needs = {{ … }}, {0} = function(…) … end }}, or function(base) that "
      "returns what differs",
      engine::word_of(chain.kind));
}

/// One file on its way to a rule; runs in protected mode.
class FileRun {
 public:
  FileRun(const Chain& chain, const Link& link, const Definition* below,
          std::vector<Diagnostic>& faults)
      : chain_(chain), link_(link), below_(below), faults_(faults) {}

  /// [-1, +0] Takes what the file returned.
  Loaded take(lua_State* L, lua::Meter& meter, const lua::Limits& limits) {
    Loaded loaded;
    if (lua_isfunction(L, -1)) {
      loaded.builds_on_base = true;
      if (below_ == nullptr) {
        add("rule.no_base",
            message("the file is a function of its base, but there is no usable rule {0} below it",
                    chain_.base.empty() ? chain_.id : chain_.base),
            message("return the whole rule as a table"));
        lua_pop(L, 1);
        return loaded;
      }
      push_base(L, *below_);
      meter.open(L, limits);
      lua_call(L, 1, 1);
      meter.close();
    }
    if (lua_istable(L, -1)) {
      read(L, loaded);
    } else {
      add("rule.shape", message("the file returns {0}", lua::describe(L, -1)),
          shape_remedy(chain_));
    }
    lua_pop(L, 1);
    return loaded;
  }

 private:
  void add(std::string code, Message what, Message remedy) {
    faults_.push_back(fault_at(link_, std::move(code), std::move(what), std::move(remedy)));
  }

  void read(lua_State* L, Loaded& loaded) {
    loaded.given = read_differences(L, -1, chain_, link_, faults_);
    if (loaded.builds_on_base) return;
    if (!loaded.given.function) {
      add("rule.shape", message("the rule has no function {0}", engine::word_of(chain_.kind)),
          shape_remedy(chain_));
    } else if (!loaded.given.needs) {
      add("rule.shape", message("the rule has no \"needs\""),
          message("list its inputs: needs = {{ \"value\" }}"));
    } else if (has_label(chain_.kind) && loaded.given.label.value_or("").empty()) {
      add("rule.shape", message("the rule has no \"label\""),
          message("write the heading, in French"));
    }
  }

  const Chain& chain_;
  const Link& link_;
  const Definition* below_;
  std::vector<Diagnostic>& faults_;
};

/// [-0, +0] Sets where the function on top was written: in one of the files of the chain.
void find_supplier(lua_State* L, const Chain& chain, const Definition* below, Definition& rule) {
  lua_Debug function;
  lua_pushvalue(L, -1);
  lua_getinfo(L, ">S", &function);
  const std::string_view source(function.source + 1);
  for (const Link& link : chain.links) {
    if (link.where().file != source) continue;
    rule.layer = link.package->layer;
    rule.package = link.package->name;
    rule.where = {link.where().file, function.linedefined, 0};
    return;
  }
  rule.layer = below->layer;
  rule.package = below->package;
  rule.where = {std::string(source), function.linedefined, 0};
}

/// [-0, +0] The function on top must take what `needs` names, no more and no less.
void check_parameters(lua_State* L, const Link& link, const Definition& rule,
                      std::vector<Diagnostic>& faults) {
  lua_Debug function;
  lua_pushvalue(L, -1);
  lua_getinfo(L, ">u", &function);
  const auto taken = static_cast<std::size_t>(function.nparams);
  if (taken == rule.needs.size() || (function.isvararg != 0 && taken < rule.needs.size())) return;
  Position where = rule.where.file == link.where().file ? rule.where : link.where();
  faults.push_back({Severity::error, "rule.shape", std::move(where),
                    message("{0} takes {1} arguments, and needs names {2}",
                            engine::word_of(rule.kind), taken, rule.needs.size()),
                    message("one parameter for each input, in the same order")});
}

/// What the file gives, and for the rest what it builds on; without the function.
Definition combine(const Chain& chain, const Link& link, Loaded& loaded, const Definition* below) {
  Definition rule;
  if (loaded.builds_on_base && below != nullptr) {
    rule.summary = below->summary;
    rule.label = below->label;
    rule.severity = below->severity;
    rule.needs = below->needs;
  }
  rule.severity = loaded.given.severity.value_or(rule.severity);
  if (loaded.given.label) rule.label = *std::move(loaded.given.label);
  if (loaded.given.summary) rule.summary = *std::move(loaded.given.summary);
  if (loaded.given.needs) rule.needs = *std::move(loaded.given.needs);
  if (loaded.given.locked) rule.locked_by = link.where();
  rule.kind = chain.kind;
  rule.id = chain.id;
  if (below != nullptr) rule.chain = below->chain;
  rule.chain.push_back(link.where());
  return rule;
}

}  // namespace

std::optional<Definition> Loader::load(const Chain& chain, const Definition* base,
                                       std::vector<Diagnostic>& faults) const {
  std::optional<Definition> rule;
  const Definition* below = base;
  // The lock of a general rule holds for that rule; what an indicator may change is told by
  // whether it is secured.
  std::optional<Position> locked_by;
  for (const Link& link : chain.links) {
    if (locked_by) {
      faults.push_back(
          fault_at(link, "rule.locked",
                   message("rule {0} is locked by {1} and may not be changed here", chain.id,
                           locked_by->file),
                   message("remove this file; thresholds are changed in settings.xml")));
      return std::nullopt;
    }
    rule = apply(chain, link, below, faults);
    if (!rule) return std::nullopt;
    below = &*rule;
    locked_by = rule->locked_by;
  }
  return rule;
}

std::optional<Definition> Loader::apply(const Chain& chain, const Link& link,
                                        const Definition* below,
                                        std::vector<Diagnostic>& faults) const {
  Definition rule;
  const std::size_t before = faults.size();
  const auto failure = lua::protect(state_.get(), [&](lua_State* L) {
    lua::Meter& meter = state_.meter();
    meter.open(L, limits_);
    if (link.file->chunk.empty()) {
      sandbox_.load(L, link.file->source, link.where().file);
    } else {
      sandbox_.load_chunk(L, link.file->chunk, link.where().file);
    }
    lua_call(L, 0, 1);
    meter.close();
    Loaded loaded = FileRun(chain, link, below, faults).take(L, meter, limits_);
    if (faults.size() > before) return;
    rule = combine(chain, link, loaded, below);
    const bool own = static_cast<bool>(loaded.given.function);
    (own ? loaded.given.function : below->function).push(L);
    find_supplier(L, chain, below, rule);
    check_parameters(L, link, rule, faults);
    rule.captured = lua::close_over(L, -1);
    rule.function = lua::Reference::take(L);
  });
  // Loading a file must not change what the rule below it answers.
  if (below != nullptr && !below->captured.empty()) {
    lua::protect(state_.get(), [&](lua_State* L) { lua::restore(L, below->captured); });
  }
  if (failure) {
    faults.push_back(diagnostic_of(
        *failure, "rule", message("rule {0}: {1}", chain.id, failure->what), link.where()));
  }
  return faults.size() == before ? std::optional(std::move(rule)) : std::nullopt;
}

}  // namespace cpom::script
