#include <algorithm>
#include <array>
#include <utility>

#include <lauxlib.h>

#include "base/names.hpp"
#include "lua/call.hpp"
#include "lua/value.hpp"
#include "testing/compare.hpp"
#include "testing/rule_case.hpp"
#include "testing/spec_library.hpp"
#include "testing/spec_state.hpp"

namespace cpom::testing {
namespace {

using engine::Value;
using lua::Failure;
using lua::Reference;

/// Under this address the registry of the state holds the spec.
const char spec_key = 0;

SpecState& spec_of(lua_State* L) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, &spec_key);
  SpecState& spec = *static_cast<SpecState*>(lua_touserdata(L, -1));
  lua_pop(L, 1);
  return spec;
}

[[noreturn]] void refuse(lua_State* L, Message what, Message remedy) {
  lua::raise(L, {Failure::Kind::error, std::move(what), std::move(remedy), {}});
}

std::string text_argument(lua_State* L, int index, const char* function) {
  if (lua_type(L, index) == LUA_TSTRING) return lua::clean_text(lua::text_at(L, index));
  refuse(L, message("{0} needs a text first", function),
         message("write {0}(\"what is expected\", function() … end)", function));
}

void check_function(lua_State* L, int index, const char* function) {
  if (lua_type(L, index) == LUA_TFUNCTION && lua_iscfunction(L, index) == 0) return;
  refuse(L, message("{0} needs a function", function),
         message("write {0}(\"what is expected\", function() … end)", function));
}

void check_not_running(lua_State* L, const char* function) {
  if (!spec_of(L).running) return;
  refuse(L, message("{0} stands inside a case", function),
         message("write it outside the function of \"it\""));
}

enum class Mark { none, focused, skipped };

int describe(lua_State* L, const char* name, Mark mark) {
  check_not_running(L, name);
  std::string words = text_argument(L, 1, name);
  check_function(L, 2, name);
  SpecState& spec = spec_of(L);
  const std::size_t parent = spec.current;
  SpecGroup group;
  group.name = std::move(words);
  group.parent = parent;
  group.skipped = mark == Mark::skipped || spec.groups[parent].skipped;
  group.focused = mark == Mark::focused || spec.groups[parent].focused;
  spec.groups.push_back(std::move(group));
  spec.current = spec.groups.size() - 1;
  lua_settop(L, 2);
  lua_call(L, 0, 0);
  spec.current = parent;
  return 0;
}

int add_example(lua_State* L, const char* name, Mark mark) {
  check_not_running(L, name);
  SpecExample example;
  example.name = text_argument(L, 1, name);
  check_function(L, 2, name);
  SpecState& spec = spec_of(L);
  example.group = spec.current;
  example.skipped = mark == Mark::skipped || spec.groups[spec.current].skipped;
  example.focused = mark == Mark::focused || spec.groups[spec.current].focused;
  example.line = lua::place_of(L).line;
  lua_settop(L, 2);
  example.body = Reference::take(L);
  spec.examples.push_back(std::move(example));
  return 0;
}

int spec_describe(lua_State* L) { return describe(L, "describe", Mark::none); }
int spec_fdescribe(lua_State* L) { return describe(L, "fdescribe", Mark::focused); }
int spec_xdescribe(lua_State* L) { return describe(L, "xdescribe", Mark::skipped); }
int spec_it(lua_State* L) { return add_example(L, "it", Mark::none); }
int spec_fit(lua_State* L) { return add_example(L, "fit", Mark::focused); }
int spec_xit(lua_State* L) { return add_example(L, "xit", Mark::skipped); }

int spec_before_each(lua_State* L) {
  check_not_running(L, "before_each");
  check_function(L, 1, "before_each");
  SpecState& spec = spec_of(L);
  lua_settop(L, 1);
  spec.groups[spec.current].before.push_back(Reference::take(L));
  return 0;
}

// --- rule("compute/share") ---

Value value_at(lua_State* L, int index, const std::string& name) {
  switch (lua_type(L, index)) {
    case LUA_TNIL: return {};
    case LUA_TBOOLEAN: return lua_toboolean(L, index) != 0;
    case LUA_TNUMBER: return lua_tonumber(L, index);
    case LUA_TSTRING: return std::string(lua::text_at(L, index));
    case LUA_TTABLE: break;
    default: refuse(L, message("input \"{0}\" is {1}", name, lua::describe(L, index)), {});
  }
  const int table = lua_absindex(L, index);
  std::vector<double> list;
  const auto size = static_cast<lua_Integer>(lua_rawlen(L, table));
  for (lua_Integer i = 1; i <= size; ++i) {
    if (lua_rawgeti(L, table, i) != LUA_TNUMBER) {
      refuse(L, message("input \"{0}\": entry {1} of the list is no number", name, i), {});
    }
    list.push_back(lua_tonumber(L, -1));
    lua_pop(L, 1);
  }
  return list;
}

std::vector<GivenInput> inputs_at(lua_State* L, int index, const engine::Rule& rule) {
  std::vector<GivenInput> inputs;
  lua_pushnil(L);
  while (lua_next(L, index) != 0) {
    if (lua_type(L, -2) != LUA_TSTRING) {
      refuse(L, message("the inputs of rule {0} have names", rule.id),
             message("write for example {{ numerator = 80, denominator = 100 }}"));
    }
    std::string name(lua::text_at(L, -2));
    std::vector<std::string> known;
    for (const engine::Need& need : rule.needs) known.push_back(need.name);
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      refuse(L, message("rule {0} does not need \"{1}\"", rule.id, lua::clean_text(name, 80)),
             suggestion(name, known));
    }
    Value value = value_at(L, -1, name);
    inputs.push_back({std::move(name), std::move(value), {}});
    lua_pop(L, 1);
  }
  std::sort(inputs.begin(), inputs.end(),
            [](const GivenInput& one, const GivenInput& other) { return one.name < other.name; });
  return inputs;
}

void set_value(lua_State* L, const char* field, const Value& value) {
  if (const double* number = std::get_if<double>(&value)) {
    lua::push(L, *number);
  } else if (const bool* truth = std::get_if<bool>(&value)) {
    lua::push(L, *truth);
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    lua::push(L, std::string_view(*text));
  } else {
    return;
  }
  lua_setfield(L, -2, field);
}

/// The answer as a table: value, second, reason, code, and which rule gave it.
int push_answer(lua_State* L, const engine::Rule& rule, const engine::Answer& answer) {
  lua_createtable(L, 0, 5);
  set_value(L, "rule", Value(rule.id));
  set_value(L, "value", answer.first);
  set_value(L, "second", answer.second);
  if (!answer.reason.empty()) set_value(L, "reason", Value(answer.reason));
  if (answer.failed()) set_value(L, "code", Value(answer.failure.front().code));
  return 1;
}

const engine::Rule& rule_named(lua_State* L, const std::string& id,
                               std::optional<model::Layer> layers, const GroundRules*& ground) {
  SpecState& spec = spec_of(L);
  ground = spec.bench.rules(spec.tested, layers, {});
  const engine::Rule* rule = ground != nullptr ? ground->find(id) : nullptr;
  if (rule != nullptr) return *rule;
  refuse(L, message("there is no rule \"{0}\" in the layers that are tested", id),
         ground != nullptr ? suggestion(id, rule_ids(*ground)) : Message{});
}

std::optional<model::Layer> layers_at(lua_State* L, int index) {
  if (lua_type(L, index) != LUA_TSTRING) return std::nullopt;
  return model::from_word<model::Layer>(lua::text_at(L, index));
}

/// The function that rule() gives: its upvalues are the id and the layers.
int call_rule(lua_State* L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  const std::string id(lua::text_at(L, lua_upvalueindex(1)));
  const GroundRules* ground = nullptr;
  const engine::Rule& rule = rule_named(L, id, layers_at(L, lua_upvalueindex(2)), ground);
  SpecState& spec = spec_of(L);
  spec.inputs = inputs_at(L, 1, rule);
  spec.rule_at = rule.where;
  std::vector<std::string> missing;
  const auto arguments =
      arguments_of(rule, spec.inputs, *ground->ground, missing, spec.bench.observer());
  if (!missing.empty()) {
    const Diagnostic fault = missing_input(rule, missing.front(), {});
    refuse(L, fault.what, fault.remedy);
  }
  return push_answer(L, rule, spec.bench.call(rule, arguments));
}

/// rule("compute/share"), rule("compute/share", "core").
int spec_rule(lua_State* L) {
  if (lua_type(L, 1) != LUA_TSTRING) {
    refuse(L, message("rule needs the name of a rule"),
           message("write for example rule(\"compute/share\")"));
  }
  lua_settop(L, 2);
  if (!lua_isnil(L, 2) && !layers_at(L, 2)) {
    refuse(L, message("{0} is no layer", lua::describe(L, 2)),
           message("one of {0}", "core, model, plugin, region, contract"));
  }
  const GroundRules* ground = nullptr;
  rule_named(L, std::string(lua::text_at(L, 1)), layers_at(L, 2), ground);
  lua_pushcclosure(L, lua::guarded<call_rule>, 2);
  return 1;
}

// --- expect(answer) ---

struct Subject {
  bool is_answer = false;
  Value value;
  Value second;
  std::string reason;
  std::string code;
};

Value plain_at(lua_State* L, int index) {
  if (lua_type(L, index) == LUA_TTABLE || lua_isnoneornil(L, index)) {
    return lua_istable(L, index) ? value_at(L, index, "expect") : Value();
  }
  return value_at(L, index, "expect");
}

std::string text_field(lua_State* L, int index, const char* field) {
  std::string text;
  if (lua::push_field(L, index, field) == LUA_TSTRING) text = lua::text_at(L, -1);
  lua_pop(L, 1);
  return text;
}

/// What the expectation is about: the first upvalue.
Subject subject_of(lua_State* L) {
  Subject subject;
  const int at = lua_upvalueindex(1);
  if (lua_type(L, at) != LUA_TTABLE) {
    subject.value = plain_at(L, at);
    return subject;
  }
  lua_pushvalue(L, at);
  const int table = lua_gettop(L);
  subject.is_answer = !text_field(L, table, "rule").empty();
  if (subject.is_answer) {
    lua::push_field(L, table, "value");
    subject.value = plain_at(L, -1);
    lua::push_field(L, table, "second");
    subject.second = plain_at(L, -1);
    lua_pop(L, 2);
    subject.reason = text_field(L, table, "reason");
    subject.code = text_field(L, table, "code");
  } else {
    subject.value = plain_at(L, table);
  }
  lua_pop(L, 1);
  return subject;
}

Message shown(const Subject& subject) {
  if (!subject.code.empty()) return message("the failure {0}", subject.code);
  if (!subject.reason.empty()) {
    return message("nothing: {0}", Message{subject.reason, {}, {}, 1});
  }
  return shown_value(subject.value);
}

[[noreturn]] void disappoint(lua_State* L, Difference different) {
  SpecState& spec = spec_of(L);
  Message what = message("expected {0}, found {1}", different.expected, different.found);
  spec.difference = std::move(different);
  refuse(L, std::move(what), {});
}

/// expect(x).equal(1) and expect(x):equal(1) are both right; the index of the first argument.
int first_argument(lua_State* L) { return lua_rawequal(L, 1, lua_upvalueindex(2)) != 0 ? 2 : 1; }

void compare(lua_State* L, const Subject& subject, const Value& wanted, double tolerance) {
  auto different = difference({}, wanted, subject.value, tolerance);
  const bool failed = !subject.code.empty();
  if (!different && !failed) return;
  if (!different) different = Difference{{}, shown_value(wanted), {}, std::nullopt};
  if (failed || !subject.reason.empty()) different->found = shown(subject);
  disappoint(L, *std::move(different));
}

int expect_equal(lua_State* L) {
  const int first = first_argument(L);
  const Subject subject = subject_of(L);
  compare(L, subject, plain_at(L, first), 0);
  if (lua_gettop(L) > first) {
    if (auto different = difference("second", plain_at(L, first + 1), subject.second, 0)) {
      disappoint(L, *std::move(different));
    }
  }
  return 0;
}

int expect_near(lua_State* L) {
  const int first = first_argument(L);
  const double wanted = luaL_checknumber(L, first);
  const double tolerance = luaL_checknumber(L, first + 1);
  compare(L, subject_of(L), wanted, tolerance);
  return 0;
}

int expect_nothing(lua_State* L) {
  const int first = first_argument(L);
  const Subject subject = subject_of(L);
  const bool empty = std::holds_alternative<std::monostate>(subject.value);
  const bool any = lua_isnoneornil(L, first);
  const std::string wanted = any ? "" : std::string(luaL_checkstring(L, first));
  if (!empty || !subject.code.empty()) {
    disappoint(L, {{},
                   any ? message("nothing") : message("nothing: {0}", wanted),
                   shown(subject),
                   std::nullopt});
  }
  if (!any && !same_sentence(wanted, Message{subject.reason, {}, {}, 1})) {
    disappoint(L, {"reason", message("\"{0}\"", wanted),
                   message("\"{0}\"", Message{subject.reason, {}, {}, 1}), std::nullopt});
  }
  return 0;
}

int expect_fails(lua_State* L) {
  const int first = first_argument(L);
  const Subject subject = subject_of(L);
  const std::string wanted =
      lua_isnoneornil(L, first) ? subject.code : std::string(luaL_checkstring(L, first));
  if (!subject.code.empty() && subject.code == wanted) return 0;
  disappoint(L, {"error", wanted.empty() ? message("a failure") : message("{0}", wanted),
                 shown(subject), std::nullopt});
}

constexpr std::array method_entries = {
    lua::Entry{
        "equal",
        lua::guarded<expect_equal>,
        {"(wanted: any, second?: any)", "The result is exactly this, and the second one that.",
         "Le résultat est exactement celui-ci, et le second celui-là.",
         "it(\"vaut 80 %\", function()\n"
         "  local share = rule(\"compute/share\")\n"
         "  expect(share({ numerator = 412, denominator = 515 })).equal(80)\n"
         "end)",
         ""}},
    lua::Entry{
        "near",
        lua::guarded<expect_near>,
        {"(wanted: number, tolerance: number)", "The result differs by no more than the tolerance.",
         "Le résultat ne s'écarte pas de plus que la tolérance.",
         "it(\"vaut un tiers\", function()\n"
         "  local share = rule(\"compute/share\")\n"
         "  expect(share({ numerator = 1, denominator = 3 })).near(33.3, 0.1)\n"
         "end)",
         ""}},
    lua::Entry{"nothing",
               lua::guarded<expect_nothing>,
               {"(reason?: string)", "There is no result, and this is the reason.",
                "Il n'y a pas de résultat, et voici le motif.",
                "it(\"n'existe pas sans dénominateur\", function()\n"
                "  local share = rule(\"compute/share\")\n"
                "  local answer = share({ numerator = 1, denominator = 0 })\n"
                "  expect(answer).nothing(\"le dénominateur est 0\")\n"
                "end)",
                ""}},
    lua::Entry{
        "fails",
        lua::guarded<expect_fails>,
        {"(code?: string)", "The rule fails, with this code.", "La règle échoue, avec ce code.",
         "it(\"refuse un texte\", function()\n"
         "  local share = rule(\"compute/share\")\n"
         "  local answer = share({ numerator = \"douze\", denominator = 100 })\n"
         "  expect(answer).fails(\"rule.error\")\n"
         "end)",
         ""}},
};

int spec_expect(lua_State* L) {
  luaL_checkany(L, 1);
  lua_settop(L, 1);
  lua_createtable(L, 0, static_cast<int>(method_entries.size()));
  for (const lua::Entry& method : method_entries) {
    lua_pushvalue(L, 1);
    lua_pushvalue(L, 2);
    lua_pushcclosure(L, method.function, 2);
    lua_setfield(L, 2, method.name);
  }
  return 1;
}

constexpr std::array entries = {
    lua::Entry{"describe",
               lua::guarded<spec_describe>,
               {"(what: string, cases: fun())", "Groups cases under a heading.",
                "Regroupe des cas sous un titre.",
                "describe(\"arrondir\", function()\n"
                "  it(\"éloigne un demi de zéro\", function()\n"
                "    expect(cpom.round(0.5)).equal(1)\n"
                "  end)\n"
                "end)",
                ""}},
    lua::Entry{"fdescribe",
               lua::guarded<spec_fdescribe>,
               {"(what: string, cases: fun())",
                "Groups cases; only these and other focused ones run, which the result tells.",
                "Regroupe des cas ; seuls ceux-là et les autres ciblés sont exécutés, ce que le "
                "résultat dit.",
                "fdescribe(\"arrondir\", function()\n"
                "  it(\"éloigne un demi de zéro\", function()\n"
                "    expect(cpom.round(0.5)).equal(1)\n"
                "  end)\n"
                "end)",
                ""}},
    lua::Entry{"xdescribe",
               lua::guarded<spec_xdescribe>,
               {"(what: string, cases: fun())", "Groups cases that do not run, which is told.",
                "Regroupe des cas qui ne sont pas exécutés, ce que le résultat dit.",
                "xdescribe(\"à reprendre\", function()\n"
                "  it(\"n'est pas encore juste\", function()\n"
                "    expect(cpom.round(0.5)).equal(0)\n"
                "  end)\n"
                "end)",
                ""}},
    lua::Entry{"it",
               lua::guarded<spec_it>,
               {"(what: string, case: fun())", "One case: it passes when nothing stops it.",
                "Un cas : il réussit quand rien ne l'arrête.",
                "it(\"écrit à la française\", function()\n"
                "  expect(cpom.text(72.5)).equal(\"72,5\")\n"
                "end)",
                ""}},
    lua::Entry{"fit",
               lua::guarded<spec_fit>,
               {"(what: string, case: fun())",
                "One case; only it and other focused ones run, which the result tells.",
                "Un cas ; seuls lui et les autres ciblés sont exécutés, ce que le résultat dit.",
                "fit(\"écrit à la française\", function()\n"
                "  expect(cpom.text(72.5)).equal(\"72,5\")\n"
                "end)",
                ""}},
    lua::Entry{"xit",
               lua::guarded<spec_xit>,
               {"(what: string, case: fun())", "One case that does not run, which is told.",
                "Un cas qui n'est pas exécuté, ce que le résultat dit.",
                "xit(\"n'est pas encore juste\", function()\n"
                "  expect(cpom.round(0.5)).equal(0)\n"
                "end)",
                ""}},
    lua::Entry{"before_each",
               lua::guarded<spec_before_each>,
               {"(prepare: fun())", "Runs before every case of its group.",
                "S'exécute avant chaque cas de son groupe.",
                "local figures\n"
                "before_each(function()\n"
                "  figures = { numerator = 412, denominator = 515 }\n"
                "end)\n"
                "it(\"vaut 80 %\", function()\n"
                "  expect(rule(\"compute/share\")(figures)).equal(80)\n"
                "end)",
                ""}},
    lua::Entry{"rule",
               lua::guarded<spec_rule>,
               {"(id: string, layers?: cpom.layer): fun(inputs: table<string, any>): cpom.answer",
                "Gives a rule as a function of its inputs by name; layers is the highest that "
                "applies.",
                "Rend une règle comme fonction de ses entrées nommées ; layers est la plus haute "
                "couche qui s'applique.",
                "it(\"vaut 80 % au niveau national\", function()\n"
                "  local share = rule(\"compute/share\", \"core\")\n"
                "  expect(share({ numerator = 412, denominator = 515 }).value).equal(80)\n"
                "end)",
                ""}},
    lua::Entry{"expect",
               lua::guarded<spec_expect>,
               {"(found: any): cpom.expectation",
                "Says what an answer of a rule, or any value, has to be.",
                "Dit ce que doit être la réponse d'une règle, ou une valeur.",
                "it(\"arrondit au dixième\", function()\n"
                "  expect(cpom.round(79.95, 1)).equal(80)\n"
                "end)",
                ""}},
};

}  // namespace

void set_spec(lua_State* L, SpecState& spec) {
  lua_pushlightuserdata(L, &spec);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &spec_key);
}

lua::Library spec_library() { return {"", entries}; }

lua::Library expectation_library() { return {"expect", method_entries}; }

}  // namespace cpom::testing
