#include "lua/meter.hpp"

#include <new>
#include <string>

#include <lauxlib.h>

#include "support/catch.hpp"
#include "unit/lua/fixture.hpp"

using namespace cpom;
using namespace cpom::lua;

namespace {

constexpr Limits small{20'000, std::size_t{1024} * 1024, 4096};

Failure stopped(Bench& bench, std::string_view source, const Limits& limits = small) {
  const auto failure = bench.run(source, limits);
  REQUIRE(failure);
  return *failure;
}

}  // namespace

TEST_CASE("a loop without end is stopped where it is") {
  Bench bench;
  const Failure failure = stopped(bench, "local n = 0\nwhile true do\n  n = n + 1\nend");
  CHECK(failure.kind == Failure::Kind::instructions);
  CHECK(english(failure.what) == "stopped after 20,000 instructions; the limit is 20,000");
  CHECK(failure.where.file == "code.lua");
  CHECK(failure.where.line >= 2);
  CHECK(failure.where.line <= 3);
}

TEST_CASE("the budget begins anew with each run, whatever ran before") {
  Bench bench;
  const std::string_view nearly = "local n = 0 for _ = 1, 9000 do n = n + 1 end return n";
  for (int i = 0; i < 50; ++i) {
    CHECK_FALSE(bench.run(nearly, small));
    CHECK(bench.result == "9000");
    stopped(bench, "while true do end");
  }
}

TEST_CASE("a spent budget stays spent: every further instruction stops again") {
  Bench bench;
  int stops = 0;
  const auto failure = protect(bench.get(), [&](lua_State* L) {
    bench.meter().open(L, small);
    for (int i = 0; i < 10; ++i) {
      bench.sandbox().load(L, "local n = 0 while n >= 0 do n = n + 1 end", "code.lua");
      const long before = bench.meter().instructions();
      if (lua_pcall(L, 0, 0, 0) != LUA_OK) ++stops;
      if (i > 0) CHECK(bench.meter().instructions() - before < 5);
      lua_pop(L, 1);
    }
  });
  CHECK(stops == 10);
  CHECK_FALSE(failure);
}

TEST_CASE("library functions charge for their work") {
  Bench bench;
  const char* const source = GENERATE(
      "local t = {} for i = 1, 500 do t[i] = i end for _ = 1, 100 do table.insert(t, 1, 0) end",
      "local t = {} for i = 1, 500 do t[i] = i end for _ = 1, 100 do table.remove(t, 1) end",
      "local t = {} for i = 1, 300 do t[i] = -i end for _ = 1, 20 do table.sort(t) end",
      "local t = {} for i = 1, 500 do t[i] = i end for _ = 1, 100 do pairs(t) end",
      "local t = {} for i = 1, 200 do t[i] = i end for _ = 1, 300 do table.unpack(t) end",
      "local t = {} for i = 1, 500 do t[i] = i end local step, walk = pairs(t) "
      "for i = 2, 500 do t[i] = nil end for _ = 1, 60 do step(walk, 1) end",
      "local s = 'x' for _ = 1, 11 do s = s .. s end for _ = 1, 900 do utf8.len(s) end",
      "local s = 'x' for _ = 1, 11 do s = s .. s end for _ = 1, 900 do s:find('y') end",
      "local s = 'x' for _ = 1, 11 do s = s .. s end for _ = 1, 900 do s:lower() end",
      "for _ = 1, 1500 do string.format('%d', 1) end", "table.concat({}, '', 1, math.maxinteger)",
      "table.unpack({}, 1, 100000)", "table.unpack({}, math.mininteger, math.maxinteger)",
      "table.concat({}, '', math.mininteger, math.maxinteger)");
  INFO(source);
  CHECK(stopped(bench, source, {20'000, std::size_t{64} << 20U, 4096}).kind ==
        Failure::Kind::instructions);
}

TEST_CASE("memory is counted by what is asked for, freed or not") {
  Bench bench;
  const Failure failure = stopped(bench,
                                  "local s = 'x'\nfor _ = 1, 11 do s = s .. s end\nlocal t\n"
                                  "for i = 1, 2000 do\n  t = s .. i\nend");
  CHECK(failure.kind == Failure::Kind::memory);
  CHECK(failure.where.line == 5);
  CHECK_THAT(english(failure.what), Catch::Matchers::ContainsSubstring("the limit is 1,048,576"));
}

TEST_CASE("where memory ends does not depend on what ran before") {
  const std::string_view source = "local t = {} for i = 1, 3000 do t[i] = { i, {} } end";
  const auto first = [&] {
    Bench bench;
    return english(stopped(bench, source, {1'000'000, 300'000, 4096}).what);
  }();
  Bench bench;
  for (int i = 0; i < 20; ++i) {
    bench.run("local t = {} for i = 1, 900 do t[i] = 'k' .. i end return #t",
              {1'000'000, std::size_t{32} << 20U, 4096});
    bench.run("local function f(n) if n > 0 then f(n - 1) return end end f(300)");
    CHECK(english(stopped(bench, source, {1'000'000, 300'000, 4096}).what) == first);
  }
}

TEST_CASE("short texts are no part of the count: whether they are new depends on the past") {
  const Limits tight{1'000'000, 60'000, 4096};
  Bench bench;
  const std::string_view source = "local s for i = 1, 3000 do s = 'key ' .. i end return s";
  CHECK_FALSE(bench.run(source, tight));
  const std::size_t used = bench.meter().memory_bytes();
  CHECK_FALSE(bench.run(source, tight));
  CHECK(bench.meter().memory_bytes() == used);
}

TEST_CASE("a single text has a greatest length") {
  Bench bench;
  CHECK_FALSE(bench.run("local s = 'x' for _ = 1, 12 do s = s .. s end return #s", small));
  CHECK(bench.result == "4096");
  const char* const source =
      GENERATE("local s = 'x' for _ = 1, 13 do s = s .. s end",
               "local s = 'x' for _ = 1, 12 do s = s .. s end return s .. 'x'",
               "local s = 'x' for _ = 1, 12 do s = s .. s end return table.concat({ s, 'x' })",
               "local s = 'x' for _ = 1, 12 do s = s .. s end return string.format('%s %s', s, s)");
  INFO(source);
  const Failure failure = stopped(bench, source);
  CHECK(failure.kind == Failure::Kind::memory);
  CHECK(english(failure.what) == "stopped when it made a text of more than 4,096 bytes");
}

TEST_CASE("a table has a greatest number of keys, a list has not") {
  Bench bench;
  const auto fill = [](const std::string& key, int count) {
    return "local t = {} for i = 1, " + std::to_string(count) + " do t[" + key +
           "] = i end return #t";
  };
  for (const char* const key : {"'k' .. i", "i * 4095", "-i", "i + 0.5"}) {
    INFO(key);
    CHECK_FALSE(bench.run(fill(key, 4096)));
    CHECK(english(stopped(bench, fill(key, 4097), {}).what) ==
          "stopped when it made a table of more than 4,096 keys");
  }
  CHECK_FALSE(bench.run(fill("i", 100'000)));
  CHECK(bench.result == "100000");
  for (const int size : {12287, 12288, 12289, 24576}) {
    const std::string list =
        "local t = {} for i = 1, " + std::to_string(size) + " do t[i] = -i end";
    CHECK_FALSE(bench.run(list + " table.sort(t) return t[1]"));
    CHECK(bench.result == std::to_string(-size));
    CHECK_FALSE(bench.run(list + " local n = 0 for k in pairs(t) do n = n + 1 end return n"));
    CHECK(bench.result == std::to_string(size));
  }
}

TEST_CASE("calls nest to the same depth whatever ran before") {
  Bench bench;
  const auto depth = [&] {
    int most = 0;
    for (int step = 1024; step > 0; step /= 2) {
      const std::string source =
          "local function f(n) if n == 0 then return 0 end "
          "return 1 + f(n - 1) end return f(" +
          std::to_string(most + step) + ")";
      const auto failure = bench.run(source);
      if (!failure) {
        most += step;
      } else {
        CHECK(english(failure->what) == "stopped because calls are nested too deeply");
      }
    }
    return most;
  };
  const int first = depth();
  CHECK(first > 400);
  bench.state().collect();
  bench.run("local t = {} for i = 1, 100000 do t[i] = {} end");
  bench.state().collect();
  CHECK(depth() == first);
}

TEST_CASE("the stack cannot be blown up by arguments either") {
  Bench bench;
  const Failure failure =
      stopped(bench, "local function f(...) return f(1, 2, 3, 4, 5, 6, 7, 8, ...) end f()",
              {100'000'000, std::size_t{1} << 30U, 4096});
  CHECK(failure.kind == Failure::Kind::memory);
}

TEST_CASE("the whole state has a ceiling, and the host a reserve above it") {
  Bench bench(std::size_t{2} << 20U);
  const Limits wide{100'000'000, std::size_t{1} << 30U, 4096};
  const std::string_view fill = "local t = {} for i = 1, 1000000 do t[i] = { i, i, i, i, i } end";
  for (int i = 0; i < 3; ++i) {
    const Failure failure = stopped(bench, fill, wide);
    CHECK(failure.kind == Failure::Kind::memory);
    CHECK(failure.where.file == "code.lua");
    CHECK_FALSE(
        protect(bench.get(), [](lua_State* L) { lua_newuserdatauv(L, std::size_t{1} << 20U, 0); }));
    CHECK_FALSE(bench.run("return 1 + 1", wide));
  }
}

TEST_CASE("what the reserve is for: the host goes on where code must not") {
  const std::size_t block = std::size_t{600} << 10U;
  const Bench bench(std::size_t{1} << 20U);
  const auto failure = protect(bench.get(), [&](lua_State* L) {
    lua_newuserdatauv(L, block, 0);
    CHECK(lua_newuserdatauv(L, block, 0) != nullptr);
    lua_settop(L, 1);
    lua_gc(L, LUA_GCCOLLECT);
    bench.meter().open(L, {1000, std::size_t{1} << 30U, block});
    lua_newuserdatauv(L, block, 0);
  });
  REQUIRE(failure);
  CHECK(failure->kind == Failure::Kind::memory);
}

TEST_CASE("a run that was stopped leaves nothing behind") {
  Bench bench;
  stopped(bench, "while true do end");
  CHECK_FALSE(bench.meter().is_open());
  const auto failure =
      protect(bench.get(), [](lua_State* L) { luaL_error(L, "%s", "another matter"); });
  REQUIRE(failure);
  CHECK(failure->kind == Failure::Kind::error);
  CHECK(english(failure->what) == "another matter");
}

TEST_CASE("memory may end anywhere") {
  const std::string_view work =
      "local t = { x = 1, y = 'é' } for i = 1, 200 do t[i] = { i, 'text ' .. i } end\n"
      "table.sort(t, function(a, b) return a[1] > b[1] end) local s = ''\n"
      "for k, v in pairs(t) do s = string.format('%s %s', s:sub(-90), tostring(k)):upper() end\n"
      "local function f(n) return n == 0 and 0 or 1 + f(n - 1) end\n"
      "return table.concat({ f(50), #s, utf8.len(s) }, ' ')";
  int worked = 0;
  int failed = 0;
  for (std::size_t ceiling = 1000; ceiling < 200'000; ceiling += 397) {
    try {
      Bench bench(ceiling, 0);
      if (!bench.is_usable()) continue;
      for (int i = 0; i < 2; ++i) {
        const auto failure = bench.run(work);
        CHECK(lua_gettop(bench.get()) == 0);
        if (failure) {
          ++failed;
          CHECK(failure->kind == Failure::Kind::memory);
        } else {
          ++worked;
          CHECK(bench.result == "50 92 92");
        }
      }
    } catch (const std::bad_alloc&) {
      continue;
    }
  }
  CHECK(failed > 20);
  CHECK(worked > 20);
}

TEST_CASE("memory comes back to its level") {
  Bench bench;
  const auto level_after = [&](int times) {
    for (int i = 0; i < times; ++i) {
      bench.run("local t = {} for i = 1, 1000 do t[i] = { 'x' .. i } end error('no')");
      bench.run("local s = 'x' while true do s = s .. s end");
      bench.run("local function f() return 1 + f() end f()");
    }
    bench.state().collect();
    bench.state().collect();
    return bench.meter().live_bytes();
  };
  const std::size_t before = level_after(2);
  CHECK(level_after(200) <= before + 1000);
}
