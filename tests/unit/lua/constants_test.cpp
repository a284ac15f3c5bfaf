#include "lua/constants.hpp"

#include <string>

#include <lauxlib.h>

#include "support/catch.hpp"
#include "unit/lua/fixture.hpp"

using namespace cpom;
using namespace cpom::lua;

namespace {

/// A file that returns one function, closed over and ready to be called.
class Closed {
 public:
  explicit Closed(const char* source) {
    failure = protect(bench.get(), [&](lua_State* L) {
      bench.sandbox().load(L, source, "code.lua");
      lua_call(L, 0, 1);
      captured = close_over(L, -1);
      function = Reference::take(L);
    });
  }

  /// Its result as a text, or the text of its failure.
  std::string call() {
    std::string text;
    const auto wrong = protect(bench.get(), [&](lua_State* L) {
      function.push(L);
      lua_call(L, 0, 1);
      text = lua_isstring(L, -1) != 0 ? text_at(L, -1) : english(describe(L, -1));
      changed = restore(L, captured);
    });
    return wrong ? english(wrong->what) : text;
  }

  Bench bench;
  std::optional<Failure> failure;
  std::vector<Captured> captured;
  Reference function;
  std::string changed;
};

const std::string cannot_change =
    "this table cannot be changed: what a rule file makes while it is loaded, and the libraries, "
    "stay as they are";

}  // namespace

TEST_CASE("a function that keeps count is told, and starts anew") {
  Closed closed("local n = 0 return function() n = n + 1 return n end");
  REQUIRE_FALSE(closed.failure);
  for (int i = 0; i < 3; ++i) {
    CHECK(closed.call() == "1");
    CHECK(closed.changed == "n");
  }
}

TEST_CASE("what several functions share is restored too") {
  Closed closed(
      "local n = 0 local function next_one() n = n + 1 return n end\n"
      "local helpers = { deep = { count = next_one } }\n"
      "return function() return helpers.deep.count() + helpers.deep.count() end");
  REQUIRE_FALSE(closed.failure);
  CHECK(closed.call() == "3");
  CHECK(closed.changed == "n");
  CHECK(closed.call() == "3");
}

TEST_CASE("no difference is too small to be noticed") {
  const char* const source = GENERATE(
      "local n = 1 return function() local was = math.type(n) n = 1.0 return was end",
      "local n = 0.0 return function() local was = 1 / n n = -0.0 return was > 0 end",
      "local n = nil return function() local was = n n = false return was end",
      "return function() local was = type(math) _ENV = { math = 1, type = type } return was end",
      "local f = function() return 1 end return function() local r = f() "
      "f = function() return 2 end return r end");
  INFO(source);
  Closed closed(source);
  REQUIRE_FALSE(closed.failure);
  const std::string first = closed.call();
  CHECK_FALSE(closed.changed.empty());
  CHECK(closed.call() == first);
}

TEST_CASE("variables that do not change are no matter") {
  const char* const source =
      GENERATE("local nan = 0/0 return function() return nan ~= nan end",
               "local t = { 1, 2 } return function() local s = 0 for _, x in ipairs(t) do "
               "s = s + x end return s end",
               "return function() local n = 0 local function add() n = n + 1 end add() add() "
               "return n end",
               "local n = 1 return function() n = 2 n = 1 return n end");
  INFO(source);
  Closed closed(source);
  REQUIRE_FALSE(closed.failure);
  closed.call();
  CHECK(closed.changed.empty());
}

TEST_CASE("tables made while loading are constant, and can be read in every way") {
  const char* const reading =
      "local t = { 10, 20, 30, name = 'x', deep = { list = { 'a' } } }\n"
      "return function()\n"
      "  local s = #t .. t[2] .. t.name .. t.deep.list[1] .. tostring(t.none)\n"
      "  for i, v in ipairs(t) do s = s .. i .. v end\n"
      "  for k, v in pairs(t) do s = s .. k .. (k == 'deep' and '' or v) end\n"
      "  return s .. table.concat(t, '+') .. select('#', table.unpack(t))\n"
      "end";
  Closed closed(reading);
  REQUIRE_FALSE(closed.failure);
  const std::string all = "320xanil110220330110220330deepnamex10+20+303";
  CHECK(closed.call() == all);
  CHECK(closed.call() == all);
}

TEST_CASE("tables made while loading cannot be changed") {
  const char* const change =
      GENERATE("t.x = 1", "t[1] = 1", "t.deep.x = 1", "t[1] = nil", "table.insert(t, 1)",
               "table.remove(t)", "table.sort(t)", "table.insert(t.deep, 1)", "t.loop.loop.x = 1",
               "f().x = 1", "by_key[t] = 2", "for k in pairs(by) do by[k] = 2 end");
  INFO(change);
  const std::string source =
      "local t = { 1, 2, deep = {} } t.loop = t\n"
      "local inner = {} local function f() return inner end\n"
      "local by_key = { [t] = 1 } local by = { a = 1 }\n"
      "return function() local _ = f, by_key, by " +
      std::string(change) + " return 'changed' end";
  Closed closed(source.c_str());
  REQUIRE_FALSE(closed.failure);
  CHECK(closed.call() == cannot_change);
}

TEST_CASE("a walk cannot be kept from loading until a call") {
  Closed closed(
      "local f, w = pairs({ { n = 0 } }) "
      "return function() local _, v = f(w) v.n = v.n + 1 return v.n end");
  REQUIRE(closed.failure);
  CHECK(english(closed.failure->what) ==
        "what pairs returns was kept beyond the loop it was made for");
}

TEST_CASE("a long chain of tables is closed without recursion") {
  Closed closed(
      "local t = {} local at = t for _ = 1, 20000 do at.next = {} at = at.next end "
      "return function() local n, at = 0, t while at do n, at = n + 1, at.next end "
      "return n end");
  REQUIRE_FALSE(closed.failure);
  CHECK(closed.call() == "20001");
}
