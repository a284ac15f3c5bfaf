#include "lua/call.hpp"

#include <functional>
#include <limits>
#include <new>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <lauxlib.h>

#include "lua/handles.hpp"
#include "support/catch.hpp"
#include "unit/lua/fixture.hpp"

using namespace cpom;
using namespace cpom::lua;

namespace {

/// Counts its living instances.
class Alive {
 public:
  explicit Alive(int& count) : count_(count) { ++count_; }
  Alive(const Alive&) = delete;
  Alive& operator=(const Alive&) = delete;
  ~Alive() { --count_; }

 private:
  int& count_;
};

int throwing(lua_State* /*L*/) { throw std::runtime_error("the host is at fault"); }

using Fault = std::pair<const char*, std::function<void(lua_State*)>>;

const std::vector<Fault>& faults() {
  static const std::vector<Fault> all = {
      {"attempt to index a nil value",
       [](lua_State* L) {
         lua_pushnil(L);
         lua_getfield(L, -1, "x");
       }},
      {"plain words", [](lua_State* L) { luaL_error(L, "%s", "plain words"); }},
      {"bad argument #1",
       [](lua_State* L) {
         lua_pushcfunction(L,
                           [](lua_State* S) { return static_cast<int>(luaL_checkinteger(S, 1)); });
         lua_call(L, 0, 0);
       }},
      {"the host is at fault",
       [](lua_State* L) {
         lua_pushcfunction(L, guarded<throwing>);
         lua_call(L, 0, 0);
       }},
      {"no text, but a table",
       [](lua_State* L) {
         lua_newtable(L);
         lua_error(L);
       }},
      {"no text, but nothing",
       [](lua_State* L) {
         lua_pushnil(L);
         lua_error(L);
       }},
      {"no text, but true",
       [](lua_State* L) {
         lua_pushboolean(L, 1);
         lua_error(L);
       }},
      {"no text, but the number 12",
       [](lua_State* L) {
         lua_pushnumber(L, 12);
         lua_error(L);
       }},
      {"no text, but a function",
       [](lua_State* L) {
         lua_pushcfunction(L, throwing);
         lua_error(L);
       }},
      {"the memory for rules is full",
       [](lua_State* L) { lua_newuserdatauv(L, std::size_t{1} << 40U, 0); }},
  };
  return all;
}

}  // namespace

TEST_CASE("an error of Lua unwinds the C++ between it and the protected call") {
  const Bench bench;
  int alive = 0;
  const auto failure = protect(bench.get(), [&](lua_State* L) {
    const Alive one(alive);
    const std::string long_text(1000, 'x');
    CHECK(alive == 1);
    luaL_error(L, "stop");
  });
  REQUIRE(failure);
  CHECK(alive == 0);
}

TEST_CASE("every kind of failure comes back, and leaves stack and state as they were") {
  const Bench bench;
  lua_State* const L = bench.get();
  lua_pushstring(L, "sentinel");
  const auto fault = GENERATE_COPY(from_range(faults()));
  INFO(fault.first);
  for (int i = 0; i < 3; ++i) {
    const auto failure = protect(L, fault.second);
    REQUIRE(failure);
    CHECK_THAT(english(failure->what), Catch::Matchers::ContainsSubstring(fault.first));
    REQUIRE(lua_gettop(L) == 1);
    CHECK(text_at(L, 1) == "sentinel");
  }
  int sum = 0;
  CHECK_FALSE(protect(L, [&](lua_State* S) {
    lua_pushinteger(S, 40);
    lua_pushinteger(S, 2);
    lua_arith(S, LUA_OPADD);
    sum = static_cast<int>(lua_tointeger(S, -1));
  }));
  CHECK(sum == 42);
}

TEST_CASE("an exception of the host crosses Lua as it is") {
  const Bench bench;
  int alive = 0;
  const auto work = [&](lua_State* /*L*/) {
    const Alive one(alive);
    throw std::out_of_range("mine");
  };
  CHECK_THROWS_AS(protect(bench.get(), work), std::out_of_range);
  CHECK(alive == 0);
  CHECK(lua_gettop(bench.get()) == 0);
}

TEST_CASE("an exception thrown by a function that a rule calls is an error of the rule") {
  const Bench bench;
  const auto failure = protect(bench.get(), [&](lua_State* L) {
    bench.sandbox().load(L, "local f = ...\n\nreturn f()", "rule.lua");
    lua_pushcfunction(L, guarded<throwing>);
    lua_call(L, 1, 0);
  });
  REQUIRE(failure);
  CHECK(english(failure->what) == "the host is at fault");
  CHECK(failure->where == Position{"rule.lua", 3, 0});
}

TEST_CASE("memory that the host cannot have is a failure, not the end of the process") {
  Bench bench(std::size_t{256} * 1024);
  const auto failure = protect(bench.get(), [](lua_State* L) {
    for (int i = 0;; ++i) {
      lua_checkstack(L, 4);
      lua_pushstring(L, std::string(5000, static_cast<char>('a' + i % 26)).c_str());
      luaL_ref(L, LUA_REGISTRYINDEX);
    }
  });
  REQUIRE(failure);
  CHECK(failure->kind == Failure::Kind::memory);
}

TEST_CASE("errors have the place of the line that ran, whatever their text says") {
  Bench bench;
  const auto check = [&](std::string_view source, int line, const std::string& text) {
    const auto failure = bench.run(source);
    REQUIRE(failure);
    CHECK(failure->where == Position{"code.lua", line, 0});
    CHECK(english(failure->what) == text);
  };
  check("local x\nreturn x.y", 2, "attempt to index a nil value (local 'x')");
  check("error('other.lua:99: wrong')", 1, "other.lua:99: wrong");
  check("\n\nerror('plain')", 3, "plain");
  check("local function f()\n  error('deep')\nend\nlocal x = 1 + f()\nreturn x", 2, "deep");
  check("error()", 1, "the code raised an error that is no text, but nothing");
  check("error({})", 1, "the code raised an error that is no text, but a table");
  check("assert(false)", 1, "assertion failed!");
  check("assert(nil, 'said so')", 1, "said so");
  check("return ('x'):sub({})", 1, "bad argument #1 to 'sub' (number expected, got table)");
}

TEST_CASE("the text of an error is cut and made printable") {
  Bench bench;
  const auto text_of = [&](std::string_view source) {
    const auto failure = bench.run(source);
    REQUIRE(failure);
    return english(failure->what);
  };
  CHECK(text_of("error('a\\27[31mb\\0c\\nd')") == "a\uFFFD[31mb\uFFFDc d");
  CHECK(text_of("error('\\xff\\xc3(')") == "\uFFFD\uFFFD(");
  const std::string many = "local s = 'é' for _ = 1, 12 do s = s .. s end error(s)";
  CHECK(text_of(many).size() == longest_text);
  CHECK(text_of("local s = 'é' for _ = 1, 12 do s = s .. s end error('x' .. s)").size() ==
        longest_text - 1);
}

TEST_CASE("a syntax error has its file and line") {
  Bench bench;
  const auto failure = bench.run("return {\n  compute = functoin() end\n}");
  REQUIRE(failure);
  CHECK(failure->kind == Failure::Kind::syntax);
  CHECK(failure->where == Position{"code.lua", 2, 0});
  CHECK(english(failure->what) == "'}' expected (to close '{' at line 1) near 'end'");
}

TEST_CASE("references and guards keep registry and stack in order") {
  const Bench bench;
  protect(bench.get(), [](lua_State* L) {
    lua_pushstring(L, "kept");
    Reference one = Reference::take(L);
    Reference other = std::move(one);
    CHECK_FALSE(one);
    {
      const StackGuard guard(L, 1);
      other.push(L);
    }
    CHECK(text_at(L, -1) == "kept");
    other = Reference();
    CHECK_FALSE(other);
  });
  const auto failure = protect(bench.get(), [](lua_State* L) {
    const StackGuard guard(L);
    lua_pushstring(L, "left behind");
    luaL_error(L, "stop");
  });
  CHECK(failure);
}

TEST_CASE("a push outside protected code is told, not suffered") {
  const Bench bench(std::size_t{256} * 1024);
  CHECK_THROWS_AS(lua_newuserdatauv(bench.get(), std::size_t{1} << 40U, 0), std::logic_error);
}

TEST_CASE("values are described without looking into them") {
  const Bench bench;
  protect(bench.get(), [](lua_State* L) {
    const auto described = [L] { return english(describe(L, -1)); };
    lua_pushnumber(L, std::numeric_limits<double>::quiet_NaN());
    CHECK(described() == "the result of 0/0 (not a number)");
    lua_pushnumber(L, -std::numeric_limits<double>::infinity());
    CHECK(described() == "an infinite number");
    push(L, std::string_view("a\tb"));
    CHECK(described() == "the text \"a b\"");
    lua_newuserdatauv(L, 1, 0);
    CHECK(described() == "an object");
    push(L, std::span<const double>(std::vector<double>{1, 2}));
    CHECK(lua_rawlen(L, -1) == 2);
    CHECK(described() == "a table");
  });
}
