// Runs tests/sandbox/*.lua, one after the other in one state. The first line of each says what is
// to happen: "-- expect: rule.budget" or "-- gives: 40". After each, an innocent rule must still
// give its answer.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "script/lua_rules.hpp"
#include "support/catch.hpp"
#include "unit/script/fixture.hpp"

using namespace cpom;
using namespace cpom::script;
namespace fs = std::filesystem;

namespace {

const char* const innocent = R"(
local weights = { b = 2, a = 1 }

return {
  needs = { "value" },
  compute = function(value)
    local parts = {}
    for name, weight in pairs(weights) do
      table.insert(parts, name .. weight)
    end
    table.sort(parts, function(one, other) return one > other end)
    local text = string.format("%s %d %s", table.concat(parts, ","), value, tostring(1.5)):upper()
    assert(text == "B2,A1 40 1.5", text)
    assert(#"é" == 2 and utf8.len("é") == 1 and ("x"):len() == 1 and #weights == 0)
    assert(math.floor(2.5) == 2 and math.pi > 3 and cpom.round(0.5) == 1)
    assert(select("#", table.unpack({ 1, 2 })) == 2 and tonumber("4") == 4)
    return value + 2
  end,
}
)";

struct Script {
  std::string name;
  std::string expected;
  bool works = false;
  std::string source;
};

Script read_script(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  Script script;
  script.name = file.stem().string();
  script.source.assign(std::istreambuf_iterator<char>(in), {});
  std::string line = script.source.substr(0, script.source.find('\n'));
  if (line.starts_with("\uFEFF")) line.erase(0, 3);
  while (line.ends_with('\r')) line.pop_back();
  script.works = line.starts_with("-- gives: ");
  const std::string head = script.works ? "-- gives: " : "-- expect: ";
  if (!line.starts_with(head)) FAIL(script.name << ": no expectation in the first line");
  script.expected = line.substr(head.size());
  return script;
}

std::vector<Script> all_scripts() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(fs::path(CPOM_SOURCE_DIR) / "tests/sandbox")) {
    if (entry.path().extension() == ".lua") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<Script> scripts;
  for (const fs::path& file : files) scripts.push_back(read_script(file));
  return scripts;
}

/// The rules of one script beside the innocent one, in a state shared by all.
class Suite {
 public:
  explicit Suite(LuaRules& rules) : rules_(rules) {}

  /// What the script comes to: the code of its failure, or its answer.
  void run(const Script& script) {
    INFO(script.name);
    RuleBench bench;
    bench.package(script.name, model::Layer::core,
                  {{"compute/evil", script.source}, {"compute/innocent", innocent}});
    Diagnostics found;
    const auto& book = rules_.book(bench.packages, bench.model, bench.contract, found);
    const engine::Rule& evil = *book.find(engine::RuleKind::compute, "evil", {});
    const engine::Rule& good = *book.find(engine::RuleKind::compute, "innocent", {});
    const std::vector<engine::Value> value = {40.0};
    const std::string first = RuleBench::text_of(rules_.call(evil, value));
    for (int i = 0; i < 2; ++i) {
      const engine::Answer answer = rules_.call(evil, value);
      const std::string told = RuleBench::text_of(answer);
      CHECK(told == first);
      if (script.works) {
        CHECK(told == script.expected);
      } else if (!answer.failed()) {
        FAIL_CHECK(script.name << " was let through: " << told);
      } else {
        CHECK(answer.failure.front().code == script.expected);
        CHECK(answer.failure.front().where.file == script.name + "/compute/evil.lua");
        CHECK(told.size() < 3000);
        CHECK(told.find('\x1b') == std::string::npos);
      }
      CHECK(RuleBench::text_of(rules_.call(good, value)) == "42");
    }
  }

 private:
  LuaRules& rules_;
};

}  // namespace

TEST_CASE("attempts to escape fail as they should, and rules that are right work") {
  const std::vector<Script> scripts = all_scripts();
  LuaRules rules;
  Suite suite(rules);
  for (const Script& script : scripts) suite.run(script);
  const auto works = std::count_if(scripts.begin(), scripts.end(),
                                   [](const Script& script) { return script.works; });
  CHECK(works >= 15);
  CHECK(static_cast<long>(scripts.size()) - works >= 150);
}

TEST_CASE("the order in which rules are loaded and called changes nothing") {
  std::vector<Script> scripts = all_scripts();
  std::reverse(scripts.begin(), scripts.end());
  LuaRules rules;
  Suite suite(rules);
  for (const Script& script : scripts) suite.run(script);
}
