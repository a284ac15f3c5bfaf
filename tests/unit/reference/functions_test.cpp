#include "reference/functions.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <lua.h>

#include "lua/call.hpp"
#include "lua/sandbox.hpp"
#include "lua/state.hpp"
#include "lua/value.hpp"
#include "script/api.hpp"
#include "script/lua_rules.hpp"
#include "support/catch.hpp"

using namespace cpom;
using namespace cpom::reference;

namespace {

std::string shown(lua_State* L, int index) {
  switch (lua_type(L, index)) {
    case LUA_TNIL: return "nil";
    case LUA_TBOOLEAN: return lua_toboolean(L, index) != 0 ? "true" : "false";
    case LUA_TSTRING: return '"' + std::string(lua::text_at(L, index)) + '"';
    default: break;
  }
  lua_pushvalue(L, index);
  std::string text(lua::text_at(L, -1));
  lua_pop(L, 1);
  return text;
}

/// What the example gives, run in the sandbox of rules.
std::string run_example(const std::string& example) {
  lua::State state;
  std::string result;
  const bool statements = example.find("return ") != std::string::npos;
  const auto failure = lua::protect(state.get(), [&](lua_State* L) {
    const lua::Sandbox sandbox = script::make_sandbox(L);
    sandbox.load(L, statements ? example : "return " + example, "example.lua");
    const int before = lua_gettop(L);
    lua_call(L, 0, LUA_MULTRET);
    for (int i = before; i <= lua_gettop(L); ++i) {
      result += (result.empty() ? "" : ", ") + shown(L, i);
    }
  });
  return failure ? "error: " + render(failure->what, Language::english) : result;
}

bool calls(const Function& function) {
  const std::string own =
      function.library == "expect" ? function.name.substr(function.name.rfind('.')) : function.name;
  return function.example.find(own) != std::string::npos;
}

}  // namespace

TEST_CASE("Every name that rules can use is described, and no other") {
  std::vector<std::string> described;
  for (const Function& function : functions()) {
    if (!function.of_specs) described.push_back(function.name);
  }
  std::sort(described.begin(), described.end());
  CHECK(described == script::LuaRules().allowed_names());
}

TEST_CASE("Every example calls its function and gives what it says") {
  for (const Function& function : functions()) {
    CAPTURE(function.name, function.example);
    CHECK(calls(function));
    if (function.of_specs) continue;
    CHECK(run_example(function.example) == function.gives);
  }
}

TEST_CASE("A signature is read into parameters and results") {
  const Function* round = find_function("cpom.round");
  REQUIRE(round != nullptr);
  REQUIRE(round->parameters.size() == 2);
  CHECK(round->parameters[0].name == "x");
  CHECK(round->parameters[0].type == "number");
  CHECK_FALSE(round->parameters[0].optional);
  CHECK(round->parameters[1].name == "decimals");
  CHECK(round->parameters[1].optional);
  CHECK(round->results == std::vector<std::string>{"number"});

  const Function* rule = find_function("rule");
  REQUIRE(rule != nullptr);
  CHECK(rule->results == std::vector<std::string>{"fun(inputs: table<string, any>): cpom.answer"});
  CHECK(find_function("math.pi")->is_constant);
  CHECK(find_function("expect.near") != nullptr);
  CHECK(find_function("os.time") == nullptr);
}

TEST_CASE("The page of a function holds its signature, its sentence and its example") {
  CHECK(function_page(*find_function("cpom.text"), Language::french) ==
        "cpom.text(x: number, decimals?: integer): string\n\n"
        "Écrit un nombre à la française ; sans décimales, toutes celles qu'il a.\n\n"
        "Exemple\u00a0:\n\n"
        "  cpom.text(72.5)  → \"72,5\"\n");
}
