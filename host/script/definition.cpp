#include "script/definition.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "base/names.hpp"
#include "base/text.hpp"
#include "lua/failure.hpp"
#include "lua/value.hpp"
#include "script/source_lines.hpp"

namespace cpom::script {
namespace {

using engine::Need;
using engine::RuleKind;

constexpr lua_Integer most_needs = 32;
constexpr std::string_view parameter_prefix = "param.";

/// Inputs that are named after something of the contract or its model.
std::span<const std::string_view> families_of(RuleKind kind) {
  static constexpr std::array<std::string_view, 2> validate = {"followed.", "funding."};
  static constexpr std::array<std::string_view, 4> section = {"measure.", "score.", "count.",
                                                              "funding."};
  if (kind == RuleKind::validate) return validate;
  if (kind == RuleKind::section) return section;
  return {};
}

class DefinitionReader {
 public:
  DefinitionReader(lua_State* L, int index, const Chain& chain, const Link& link,
                   std::vector<Diagnostic>& faults)
      : state_(L), index_(lua_absindex(L, index)), chain_(chain), link_(link), faults_(faults) {}

  Differences read() {
    check_keys();
    check_id();
    Differences given;
    given.summary = text("summary", message("write one sentence"));
    if (has_label(chain_.kind)) {
      given.label = text("label", message("write the heading, in French"));
    }
    if (chain_.kind == RuleKind::validate) given.severity = severity();
    given.needs = needs();
    given.locked = locked();
    given.function = function();
    return given;
  }

 private:
  int field(std::string_view key) { return lua::push_field(state_, index_, key); }

  void fault(std::string code, std::string_view key, Message what, Message remedy) {
    faults_.push_back(
        {Severity::error, std::move(code), at_key(key), std::move(what), std::move(remedy)});
  }

  Position at_key(std::string_view key) const {
    return {link_.file->path.string(), line_of_key(link_.file->source, key), 0};
  }

  std::string_view kind() const { return engine::word_of(chain_.kind); }

  void check_keys() {
    std::vector<std::string> known = {std::string(kind()), "needs", "summary", "id", "locked"};
    if (has_label(chain_.kind)) known.emplace_back("label");
    if (chain_.kind == RuleKind::validate) known.emplace_back("severity");
    std::vector<std::string> unknown;
    lua_pushnil(state_);
    while (lua_next(state_, index_) != 0) {
      lua_pop(state_, 1);
      const bool text = lua_type(state_, -1) == LUA_TSTRING;
      std::string key = text ? lua::clean_text(lua::text_at(state_, -1), 80) : "[ ]";
      if (std::find(known.begin(), known.end(), key) == known.end()) unknown.push_back(key);
    }
    std::sort(unknown.begin(), unknown.end());
    for (const std::string& key : unknown) {
      fault("rule.unknown_key", key, message("a rule {0} has no \"{1}\"", kind(), key),
            suggestion(key, known));
    }
  }

  void check_id() {
    const int type = field("id");
    const bool right =
        type == LUA_TNIL || (type == LUA_TSTRING && lua::text_at(state_, -1) == chain_.id);
    if (!right) {
      fault("rule.shape", "id", message("id is {0}", lua::describe(state_, -1)),
            message("by its place the file is \"{0}\"; write that, or leave id out", chain_.id));
    }
    lua_pop(state_, 1);
  }

  std::optional<std::string> text(std::string_view key, Message remedy) {
    std::optional<std::string> text;
    const int type = field(key);
    if (type == LUA_TSTRING) {
      text = lua::clean_text(lua::text_at(state_, -1));
    } else if (type != LUA_TNIL) {
      fault("rule.shape", key, message("{0} is {1}", key, lua::describe(state_, -1)),
            std::move(remedy));
    }
    lua_pop(state_, 1);
    return text;
  }

  std::optional<Severity> severity() {
    std::optional<Severity> severity;
    const int type = field("severity");
    const std::string_view word = type == LUA_TSTRING ? lua::text_at(state_, -1) : "";
    if (word == "error") {
      severity = Severity::error;
    } else if (word == "warning") {
      severity = Severity::warning;
    } else if (type != LUA_TNIL) {
      fault("rule.shape", "severity", message("{0} is {1}", "severity", lua::describe(state_, -1)),
            message("write severity = \"error\", the default, or \"warning\""));
    }
    lua_pop(state_, 1);
    return severity;
  }

  bool locked() {
    const int type = field("locked");
    const bool is_locked = lua_toboolean(state_, -1) != 0;
    if (type != LUA_TNIL && type != LUA_TBOOLEAN) {
      fault("rule.shape", "locked", message("locked is {0}", lua::describe(state_, -1)),
            message("write locked = true, or leave it out"));
    }
    lua_pop(state_, 1);
    return is_locked;
  }

  std::optional<std::vector<Need>> needs() {
    std::optional<std::vector<Need>> all;
    const int type = field("needs");
    if (type == LUA_TTABLE) {
      all = read_needs();
    } else if (type != LUA_TNIL) {
      fault("rule.shape", "needs", message("needs is {0}", lua::describe(state_, -1)),
            message("list the inputs: needs = {{ \"value\" }}"));
    }
    lua_pop(state_, 1);
    return all;
  }

  /// [-0, +0] Of the list on top.
  std::vector<Need> read_needs() {
    std::vector<Need> all;
    const auto size = static_cast<lua_Integer>(lua_rawlen(state_, -1));
    if (size > most_needs) {
      fault("rule.shape", "needs", message("needs names {0} inputs", size),
            message("{0} at most", most_needs));
      return all;
    }
    for (lua_Integer i = 1; i <= size; ++i) {
      if (lua_rawgeti(state_, -1, i) == LUA_TSTRING) {
        add_need(std::string(lua::text_at(state_, -1)), all);
      } else {
        fault("rule.shape", "needs",
              message("entry {0} of needs is {1}", i, lua::describe(state_, -1)),
              message("write the names of inputs as texts"));
      }
      lua_pop(state_, 1);
    }
    return all;
  }

  void add_need(std::string name, std::vector<Need>& all) {
    const Position where{link_.file->path.string(), line_of_text(link_.file->source, name), 0};
    const bool optional = name.ends_with('?');
    if (optional) name.pop_back();
    const bool twice =
        std::any_of(all.begin(), all.end(), [&](const Need& need) { return need.name == name; });
    if (twice) {
      faults_.push_back(
          {Severity::error, "rule.shape", where, message("needs names \"{0}\" twice", name), {}});
    } else if (!is_known(name)) {
      faults_.push_back(
          {Severity::error, "rule.unknown_input", where,
           message("a rule {0} cannot need \"{1}\"", kind(), lua::clean_text(name, 80)),
           suggestion(name, named_inputs())});
    }
    all.push_back({std::move(name), optional});
  }

  std::vector<std::string> known_inputs() const {
    const auto inputs = engine::inputs_of(chain_.kind);
    std::vector<std::string> known(inputs.begin(), inputs.end());
    if (chain_.kind == RuleKind::compute && chain_.indicator != nullptr) {
      for (const model::Component& component : chain_.indicator->components) {
        known.push_back(component.id);
        known.push_back(component.id + ".numerator");
        known.push_back(component.id + ".denominator");
      }
    }
    return known;
  }

  /// For messages: a family is shown as "followed.<…>".
  std::vector<std::string> named_inputs() const {
    std::vector<std::string> names = known_inputs();
    for (const std::string_view prefix : families_of(chain_.kind)) {
      names.push_back(std::string(prefix) + "…");
    }
    return names;
  }

  /// A general compute rule may need any component: which there are depends on the indicator. So
  /// does what there is of a kind of which a contract has many, "followed.<code>".
  bool is_known(const std::string& name) const {
    if (name.starts_with(parameter_prefix)) {
      return is_identifier(std::string_view(name).substr(parameter_prefix.size()));
    }
    const std::vector<std::string> known = known_inputs();
    if (std::find(known.begin(), known.end(), name) != known.end()) return true;
    for (const std::string_view prefix : families_of(chain_.kind)) {
      if (name.starts_with(prefix)) {
        return is_identifier(std::string_view(name).substr(prefix.size()));
      }
    }
    return chain_.kind == RuleKind::compute && chain_.indicator == nullptr && is_identifier(name);
  }

  lua::Reference function() {
    const int type = field(kind());
    if (type == LUA_TFUNCTION && lua_iscfunction(state_, -1) == 0) {
      return lua::Reference::take(state_);
    }
    if (type != LUA_TNIL) {
      const bool foreign = type == LUA_TFUNCTION;
      fault("rule.shape", kind(),
            foreign ? message("{0} is a function of a library", kind())
                    : message("{0} is {1}", kind(), lua::describe(state_, -1)),
            message("write {0} = function(…) … end", kind()));
    }
    lua_pop(state_, 1);
    return {};
  }

  lua_State* state_;
  int index_;
  const Chain& chain_;
  const Link& link_;
  std::vector<Diagnostic>& faults_;
};

}  // namespace

Differences read_differences(lua_State* L, int index, const Chain& chain, const Link& link,
                             std::vector<Diagnostic>& faults) {
  return DefinitionReader(L, index, chain, link, faults).read();
}

void push_base(lua_State* L, const Definition& rule) {
  lua_createtable(L, 0, 6);
  lua::push(L, std::string_view(rule.id));
  lua_setfield(L, -2, "id");
  lua::push(L, std::string_view(rule.summary));
  lua_setfield(L, -2, "summary");
  if (has_label(rule.kind)) {
    lua::push(L, std::string_view(rule.label));
    lua_setfield(L, -2, "label");
  }
  if (rule.kind == RuleKind::validate) {
    lua::push(L, code_of(rule.severity));
    lua_setfield(L, -2, "severity");
  }
  lua_createtable(L, static_cast<int>(rule.needs.size()), 0);
  lua_Integer at = 0;
  for (const Need& need : rule.needs) {
    lua::push(L, std::string_view(need.optional ? need.name + "?" : need.name));
    lua_rawseti(L, -2, ++at);
  }
  lua_setfield(L, -2, "needs");
  rule.function.push(L);
  lua_setfield(L, -2, std::string(engine::word_of(rule.kind)).c_str());
}

}  // namespace cpom::script
