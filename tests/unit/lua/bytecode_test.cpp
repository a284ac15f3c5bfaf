#include "lua/bytecode.hpp"

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include <lauxlib.h>

#include "base/files.hpp"
#include "support/catch.hpp"
#include "unit/lua/fixture.hpp"

using namespace cpom;
using namespace cpom::lua;

namespace {

Chunk compiled(std::string_view source) {
  const State state;
  Chunk chunk;
  const auto failure = compile(state, source, "code.lua", chunk);
  REQUIRE_FALSE(failure);
  return chunk;
}

const Function& inner(const Chunk& chunk, std::size_t index = 0) {
  return chunk.main.functions.at(index);
}

/// What lua_dump itself writes of \a source.
std::string dumped(lua_State* L, std::string_view source) {
  std::string bytes;
  const auto append = [](lua_State*, const void* data, std::size_t size, void* text) {
    static_cast<std::string*>(text)->append(static_cast<const char*>(data), size);
    return 0;
  };
  protect(L, [&](lua_State* S) {
    load_data(S, source, "code.lua");
    lua_dump(S, append, &bytes, 0);
    lua_pop(S, 1);
  });
  return bytes;
}

std::vector<std::string> outcomes(const Function& function) {
  std::vector<std::string> all;
  for (const Condition& condition : conditions(function)) {
    const auto line = [&](int at) {
      return std::to_string(function.instructions[static_cast<std::size_t>(at)].line);
    };
    all.push_back(std::to_string(condition.line) + ": " + line(condition.when_true) + " or " +
                  line(condition.when_false));
  }
  return all;
}

}  // namespace

TEST_CASE("a chunk tells functions, lines, parameters, variables and constants") {
  const Chunk chunk = compiled(R"(local scale = 1000
return {
  compute = function(value, limit, ...)
    local half = value * 0.5
    return half > limit and "above", scale
  end,
}
)");
  CHECK(chunk.source == "@code.lua");
  CHECK(chunk.main.vararg);
  CHECK(chunk.main.upvalues.at(0).name == "_ENV");
  REQUIRE(chunk.main.functions.size() == 1);
  const Function& function = inner(chunk);
  CHECK(function.first_line == 3);
  CHECK(function.last_line == 6);
  CHECK(function.parameters == 2);
  CHECK(function.vararg);
  std::vector<std::string> names;
  for (const Local& local : function.locals) names.push_back(local.name);
  CHECK(names == std::vector<std::string>{"value", "limit", "half"});
  CHECK(function.upvalues.at(0).name == "scale");
  CHECK(std::count(function.constants.begin(), function.constants.end(), Constant("above")) == 1);
  CHECK(std::count(function.constants.begin(), function.constants.end(), Constant(0.5)) == 1);
  CHECK(function.instructions.front().line == 3);
  CHECK(function.instructions.back().line == 6);
}

TEST_CASE("each register has the name of the variable that lives in it") {
  const Chunk chunk = compiled(
      "local function f(a, b)\n  do local c = a end\n  local d = b\n"
      "  return d\nend\nreturn f\n");
  const Function& function = inner(chunk);
  const int last = static_cast<int>(function.instructions.size()) - 2;
  CHECK(local_name(function, 0, last) == "a");
  CHECK(local_name(function, 1, last) == "b");
  CHECK(local_name(function, 2, last) == "d");
  CHECK(local_name(function, 3, last).empty());
}

TEST_CASE("each condition has its line and where both outcomes lead") {
  const Chunk chunk = compiled(R"(return function(a, b)
  if a < b then
    return 1
  end
  if a and b ~= 3 then
    return 2
  end
  for i = 1, b do
    a = a + i
  end
  while not a do
    a = b
  end
  return 0
end
)");
  CHECK(outcomes(inner(chunk)) == std::vector<std::string>{"2: 3 or 5", "5: 5 or 8", "5: 8 or 6",
                                                           "8: 9 or 11", "8: 9 or 11",
                                                           "11: 14 or 12"});
}

TEST_CASE("what no path leads to is not reachable") {
  const Chunk chunk = compiled("return function(a)\n  do return a end\n  a = 2\nend\n");
  const Function& function = inner(chunk);
  const std::vector<bool> reached = reachable(function);
  std::vector<int> dead;
  for (std::size_t i = 0; i < reached.size(); ++i) {
    if (!reached[i]) dead.push_back(function.instructions[i].line);
  }
  CHECK(dead == std::vector<int>{3, 4});
}

TEST_CASE("what was read is written again byte for byte") {
  const State state;
  std::vector<std::string> sources = {"return {}",
                                      "return 1, 2.5, -0.0, 'a', \"\", nil, true, false, 1 << 62",
                                      "return '" + std::string(300, 'x') + "'"};
  std::string many = "local a = 0\n";
  for (int i = 0; i < 400; ++i) many += "a = a + " + std::to_string(i) + "\n";
  sources.push_back(many + std::string(300, '\n') + "return function() return a end\n");
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(CPOM_SOURCE_DIR "/rules")) {
    if (entry.path().extension() == ".lua") sources.push_back(read_file(entry.path()));
  }
  REQUIRE(sources.size() > 20);
  for (const std::string& source : sources) {
    const std::string bytes = dumped(state.get(), source);
    REQUIRE_FALSE(bytes.empty());
    CHECK(encode(decode(bytes)) == bytes);
  }
}

TEST_CASE("numbered instructions tell a line hook where it is") {
  const State state;
  Chunk chunk = compiled("local a = 1 local b = a + 2 return a < b and b or a");
  number_instructions(chunk);
  const std::string bytes = encode(chunk);
  std::vector<int> lines;
  static std::vector<int>* seen = nullptr;
  seen = &lines;
  const auto failure = protect(state.get(), [&](lua_State* L) {
    REQUIRE(luaL_loadbufferx(L, bytes.data(), bytes.size(), "code", "b") == LUA_OK);
    lua_sethook(
        L, [](lua_State*, lua_Debug* at) { seen->push_back(at->currentline); }, LUA_MASKLINE, 0);
    lua_call(L, 0, 1);
    lua_sethook(L, nullptr, 0, 0);
    CHECK(lua_tointeger(L, -1) == 3);
    lua_pop(L, 1);
  });
  REQUIRE_FALSE(failure);
  CHECK(std::is_sorted(lines.begin(), lines.end()));
  CHECK(lines.size() >= 5);
}

TEST_CASE("a changed instruction is what runs") {
  const State state;
  Chunk chunk = compiled("local a, b = 2, 2 return a < b");
  for (Instruction& instruction : chunk.main.instructions) {
    if (instruction.op() == Op::lt) instruction.set_op(Op::le);
  }
  const std::string bytes = encode(chunk);
  const auto failure = protect(state.get(), [&](lua_State* L) {
    REQUIRE(luaL_loadbufferx(L, bytes.data(), bytes.size(), "code", "b") == LUA_OK);
    lua_call(L, 0, 1);
    CHECK(lua_toboolean(L, -1) == 1);
    lua_pop(L, 1);
  });
  CHECK_FALSE(failure);
}

TEST_CASE("a source that is no Lua is told with its line") {
  const State state;
  Chunk chunk;
  const auto failure = compile(state, "return {\n  a = = 1\n}", "code.lua", chunk);
  REQUIRE(failure);
  CHECK(failure->kind == Failure::Kind::syntax);
  CHECK(failure->where == Position{"code.lua", 2, 0});
}

TEST_CASE("what is no binary chunk is refused") {
  const State state;
  const std::string bytes = dumped(state.get(), "return function(a) return a end");
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_THROWS_AS(decode(bytes.substr(0, size)), std::runtime_error);
  }
  CHECK_THROWS_AS(decode(bytes + "x"), std::runtime_error);
  std::string older = bytes;
  older[4] = '\x53';
  CHECK_THROWS_AS(decode(older), std::runtime_error);
}
