#include "lua/sandbox.hpp"

#include <string>
#include <vector>

#include <lauxlib.h>

#include "support/catch.hpp"
#include "unit/lua/fixture.hpp"

using namespace cpom;
using namespace cpom::lua;

namespace {

struct Refusal {
  const char* source;
  Failure::Kind kind;
  const char* what;
  const char* remedy;
};

using Kind = Failure::Kind;

const std::vector<Refusal>& refusals() {
  static const std::vector<Refusal> all = {
      {"return os.time()", Kind::unavailable, "'os' is not available in rules",
       "all that a rule may know stands in its \"needs\""},
      {"return io", Kind::unavailable, "'io' is not available in rules",
       "all that a rule may know stands in its \"needs\""},
      {"pcall(error)", Kind::unavailable, "'pcall' is not available in rules",
       "return nil and a reason where there is no result; an error stops this rule only"},
      {"return next({})", Kind::unavailable, "'next' is not available in rules",
       "use pairs, which has a defined order"},
      {"return math.random()", Kind::unavailable, "'math.random' is not available in rules",
       "a rule gives the same answer every time"},
      {"return string.rep('x', 3)", Kind::unavailable, "'string.rep' is not available in rules",
       "table.concat and .. make texts"},
      {"return ('x'):rep(3)", Kind::unavailable, "'string.rep' is not available in rules",
       "table.concat and .. make texts"},
      {"return ('x'):gsub('x', 'y')", Kind::unavailable, "'string.gsub' is not available in rules",
       "string.find, string.sub and string.byte are there; patterns are not"},
      {"return string.find('x', '%d')", Kind::unavailable, "string.find knows no patterns",
       "write string.find(text, part, 1, true) to look for the part as it is"},
      {"return maths.floor(1)", Kind::unknown_name, "nothing is called 'maths' here",
       "did you mean \"math\"?"},
      {"return math.flor(1)", Kind::unknown_name, "nothing is called 'math.flor' here",
       "did you mean \"math.floor\"?"},
      {"return total", Kind::unknown_name, "nothing is called 'total' here", nullptr},
      {"return _ENV[1]", Kind::unknown_name, "no name, but the number 1", nullptr},
      {"total = 1", Kind::constant, "'total' is assigned, but not declared",
       "declare it: local total"},
      {"math = nil", Kind::constant, "'math' is assigned, but not declared", nullptr},
      {"function helper() end", Kind::constant, "'helper' is assigned, but not declared",
       "declare it: local helper"},
      {"math.floor = math.ceil", Kind::constant, nullptr,
       "make a table of its own inside the function"},
      {"_ENV.x = 1", Kind::constant, "'x' is assigned, but not declared", nullptr},
      {"table.insert(math, 1)", Kind::constant, nullptr, nullptr},
      {"table.insert(_ENV, 1)", Kind::constant, nullptr, nullptr},
      {"table.remove(string)", Kind::constant, nullptr, nullptr},
      {"table.sort(_ENV)", Kind::constant, nullptr, nullptr},
      {"for k in pairs(math) do end", Kind::error,
       "bad argument #1 to 'pairs' (a library cannot be used as a list)", nullptr},
      {"for k in pairs(_ENV) do end", Kind::error, nullptr, nullptr},
      {"return table.concat(string)", Kind::error, nullptr, nullptr},
      {"return '1' + 1", Kind::error, nullptr, nullptr},
      {"-- \xe9t\xe9", Kind::syntax, "the file is not in UTF-8", "save it as UTF-8"},
      {"goto nowhere", Kind::syntax, nullptr, nullptr},
  };
  return all;
}

}  // namespace

TEST_CASE("code can name these things and no others") {
  const Bench bench;
  std::vector<std::string> names;
  protect(bench.get(), [&](lua_State* L) { names = bench.sandbox().names(L); });
  const std::vector<std::string> allowed = {
      "assert",       "error",           "ipairs",       "math.abs",     "math.ceil",
      "math.floor",   "math.fmod",       "math.huge",    "math.max",     "math.maxinteger",
      "math.min",     "math.mininteger", "math.pi",      "math.sqrt",    "math.tointeger",
      "math.type",    "math.ult",        "pairs",        "select",       "string.byte",
      "string.find",  "string.format",   "string.len",   "string.lower", "string.sub",
      "string.upper", "table.concat",    "table.insert", "table.remove", "table.sort",
      "table.unpack", "tonumber",        "tostring",     "type",         "utf8.char",
      "utf8.len"};
  CHECK(names == allowed);
}

TEST_CASE("what Lua's own libraries left behind is out of reach") {
  const Bench bench;
  protect(bench.get(), [](lua_State* L) {
    lua_pushglobaltable(L);
    lua_pushnil(L);
    CHECK(lua_next(L, -2) == 0);
    lua_settop(L, 0);
    CHECK(lua_getfield(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE) == LUA_TNIL);
    lua_pushliteral(L, "");
    REQUIRE(lua_getmetatable(L, -1) == 1);
    CHECK(push_field(L, -1, "__metatable") == LUA_TBOOLEAN);
    CHECK(push_field(L, -2, "__add") == LUA_TNIL);
  });
}

TEST_CASE("every refused name says what to use instead, with its line") {
  Bench bench;
  const auto refusal = GENERATE(from_range(refusals()));
  INFO(refusal.source);
  const auto failure = bench.run(refusal.source);
  REQUIRE(failure);
  CHECK(failure->kind == refusal.kind);
  if (refusal.what != nullptr) CHECK(english(failure->what) == refusal.what);
  if (refusal.remedy != nullptr) CHECK(english(failure->remedy) == refusal.remedy);
  CHECK(failure->where == Position{"code.lua", 1, 0});
}

TEST_CASE("each file has an environment of its own") {
  Bench bench;
  CHECK_FALSE(bench.run("local _ENV = { x = 1 } x = 2 y = 3 return x + y"));
  CHECK(bench.result == "5");
  CHECK(bench.run("return x"));
  CHECK(bench.run("_ENV = nil return math"));
  CHECK_FALSE(bench.run("return math.floor(2.5)"));
}

TEST_CASE("a source is text of at most 256 KB, with or without a byte-order mark") {
  Bench bench;
  CHECK_FALSE(bench.run("\xEF\xBB\xBFreturn 7"));
  CHECK(bench.result == "7");
  const std::string comment = "--" + std::string(largest_source, 'x') + "\nreturn 1";
  const auto failure = bench.run(comment);
  REQUIRE(failure);
  CHECK(failure->kind == Failure::Kind::syntax);
  CHECK(english(failure->what) == "the file has 262,155 bytes; the limit is 262,144");
}

TEST_CASE("bytecode is refused") {
  Bench bench;
  std::string bytecode;
  protect(bench.get(), [&](lua_State* L) {
    bench.sandbox().load(L, "return 1", "code.lua");
    const auto append = [](lua_State* /*L*/, const void* part, std::size_t size, void* all) {
      static_cast<std::string*>(all)->append(static_cast<const char*>(part), size);
      return 0;
    };
    lua_dump(L, append, &bytecode, 1);
  });
  REQUIRE(bytecode.starts_with("\x1bLua"));
  // As far as it looks like text, too.
  for (const std::string& source : {bytecode, std::string("\x1bLua")}) {
    const auto failure =
        protect(bench.get(), [&](lua_State* L) { bench.sandbox().load(L, source, "code.lua"); });
    REQUIRE(failure);
    CHECK(failure->kind == Failure::Kind::syntax);
    CHECK(failure->where.file == "code.lua");
  }
}

TEST_CASE("nesting that is too deep to read is a syntax error") {
  Bench bench;
  const auto failure = bench.run("return " + std::string(500, '(') + "1" + std::string(500, ')'));
  REQUIRE(failure);
  CHECK(failure->kind == Failure::Kind::syntax);
  CHECK(failure->where.file == "code.lua");
}

TEST_CASE("files that are data see no name at all") {
  const Bench bench;
  const auto run = [&](std::string_view source) {
    return protect(bench.get(), [&](lua_State* L) {
      bench.meter().open(L, {});
      load_data(L, source, "data.lua");
      lua_call(L, 0, 1);
    });
  };
  CHECK_FALSE(run("return { name = 'x', list = { 1, 2 } }"));
  for (const char* const source : {"return math.pi", "x = 1", "return os", "return type(1)"}) {
    INFO(source);
    CHECK(run(source));
  }
}
