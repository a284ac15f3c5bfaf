#include "lua/library.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"
#include "unit/lua/fixture.hpp"

using namespace cpom;
using namespace cpom::lua;

namespace {

struct Case {
  std::string expression;
  std::string result;
};

std::vector<Case> working() {
  return {
      {"tostring(12)", "12"},
      {"tostring(12.0)", "12.0"},
      {"tostring(0.1)", "0.1"},
      {"tostring(1/3)", "0.33333333333333"},
      {"tostring(-0.0)", "-0.0"},
      {"tostring(1e100)", "1e+100"},
      {"tostring(2^53)", "9.007199254741e+15"},
      {"tostring(1/0)", "inf"},
      {"tostring(-1/0)", "-inf"},
      {"tostring(0/0)", "nan"},
      {"tostring(nil)", "nil"},
      {"tostring(true)", "true"},
      {"tostring({})", "table"},
      {"tostring(tostring)", "function"},
      {"tostring(0.1) == 0.1 .. ''", "true"},
      {"tonumber('12')", "12"},
      {"math.type(tonumber('12'))", "integer"},
      {"tonumber(' 12.50 ')", "12.5"},
      {"tonumber('+7')", "7"},
      {"tonumber('-7e2')", "-700.0"},
      {"tonumber('.5')", "0.5"},
      {"tonumber('12,5')", "nothing"},
      {"tonumber('0x10')", "nothing"},
      {"tonumber('1e999')", "nothing"},
      {"tonumber('nan')", "nothing"},
      {"tonumber('inf')", "nothing"},
      {"tonumber('')", "nothing"},
      {"tonumber('+-1')", "nothing"},
      {"tonumber('1 2')", "nothing"},
      {"tonumber({})", "nothing"},
      {"tonumber(3.5)", "3.5"},
      {"select('#', 1, nil, 3)", "3"},
      {"select(2, 'a', 'b')", "b"},
      {"math.floor(-2.5)", "-3"},
      {"math.max(1, 3, 2)", "3"},
      {"math.tointeger(3.0)", "3"},
      {"('été'):len()", "5"},
      {"utf8.len('été')", "3"},
      {"utf8.len('a\\xff')", "nothing"},
      {"select(2, utf8.len('a\\xff'))", "2"},
      {"utf8.char(233, 8364, 128512, 65)", "é€😀A"},
      {"('abcdef'):sub(2, 4)", "bcd"},
      {"('abcdef'):sub(-2)", "ef"},
      {"('abcdef'):sub(0)", "abcdef"},
      {"('abcdef'):sub(-100, 2)", "ab"},
      {"('abcdef'):sub(4, 2)", ""},
      {"('abcdef'):sub(3, -3)", "cd"},
      {"('abcdef'):sub(5, 100)", "ef"},
      {"('abcdef'):sub(2, -100)", ""},
      {"('abcdef'):sub(math.mininteger, math.maxinteger)", "abcdef"},
      {"('ÀbC'):lower()", "Àbc"},
      {"('ÀbC'):upper()", "ÀBC"},
      {"('a'):byte()", "97"},
      {"select('#', ('abc'):byte(1, -1))", "3"},
      {"select('#', ('abc'):byte(7))", "0"},
      {"('abcabc'):find('c')", "3"},
      {"('abcabc'):find('c', 4)", "6"},
      {"('abcabc'):find('x')", "nothing"},
      {"('abc'):find('', 10)", "nothing"},
      {"('abc'):find('', 4)", "4"},
      {"('1.5'):find('.', 1, true)", "2"},
      {"select(2, ('hello'):find('ll'))", "4"},
      {"string.format('%d %s %.1f%% %g', 3, 'x', 12.25, 0.5)", "3 x 12.2% 0.5"},
      {"string.format('%5d|%-5d|%05d|%+d', 42, 42, -42, 42)", "   42|42   |-0042|+42"},
      {"string.format('%8.2f|%-8.2f|%08.2f', 3.14159, 3.14159, -3.14159)",
       "    3.14|3.14    |-0003.14"},
      {"string.format('%.3s|%5s|%-5s|', 'abcdef', 'ab', 'ab')", "abc|   ab|ab   |"},
      {"string.format('%s %s', nil, true)", "nil true"},
      {"string.format('%d', 3.0)", "3"},
      {"string.format('%.0f', 2.5)", "2"},
      {"string.format('%f', 1/0)", "inf"},
      {"string.format('% d', 5)", " 5"},
      {"table.concat({ 1, 2.5, 'x' }, ', ')", "1, 2.5, x"},
      {"table.concat({}, ', ')", ""},
      {"table.concat({ 'a', 'b', 'c' }, '', 2, 3)", "bc"},
      {"select('#', table.unpack({ 1, 2, 3 }))", "3"},
      {"select('#', table.unpack({}, 1, 3))", "3"},
  };
}

std::vector<Case> programs() {
  return {
      {"local t = { 1, 3 } table.insert(t, 2, 2) table.insert(t, 4) return table.concat(t)",
       "1234"},
      {"local t = { 1, 2, 3 } local x = table.remove(t, 1) return x .. #t", "12"},
      {"local t = {} local x = table.remove(t) return x", "nothing"},
      {"local t = { 1, 2 } return table.remove(t) + table.remove(t) + #t", "3"},
      {"local t = { 3, 1, 2.5 } table.sort(t) return table.concat(t, ' ')", "1 2.5 3"},
      {"local t = { 'b', 'é', 'Z', 'a' } table.sort(t) return table.concat(t)", "Zabé"},
      {"local t = { 1, 2, 3 } table.sort(t, function(a, b) return a > b end) "
       "return table.concat(t)",
       "321"},
      {"local t = {} for i = 1, 40 do t[i] = { i % 3, i } end "
       "table.sort(t, function(a, b) return a[1] < b[1] end) "
       "for i = 2, 40 do assert(t[i-1][1] < t[i][1] or t[i-1][2] < t[i][2]) end return 'stable'",
       "stable"},
      {"local t = {} for i = 1, 9 do t[i] = i end table.sort(t, function() return true end) "
       "return #t",
       "9"},
      {"local t = { 5, 4, 3, 2, 1 } "
       "table.sort(t, function(a, b) t[1] = nil return a < b end) return 'survived'",
       "survived"},
      {"local s = '' for k, v in pairs({ b = 1, a = 2, [3] = 3, [-1] = 4, 5, [2.0] = 6 }) do "
       "s = s .. k .. '=' .. v .. ' ' end return s",
       "-1=4 1=5 2=6 3=3 a=2 b=1 "},
      {"local t = { a = 1, b = 2, c = 3 } local s = '' for k in pairs(t) do s = s .. k "
       "t[k] = nil t.c = nil end return s",
       "ab"},
      {"local t = { a = 1 } for k in pairs(t) do t.z = 1 t.b = 2 end return t.z + t.b", "3"},
      {"local f, w, k = pairs({ a = 1, b = 2 }) local x = f(w, 'a') return x .. f(w, nil)", "ba"},
      {"local s = '' for i, v in ipairs({ 'a', 'b', nil, 'd' }) do s = s .. i .. v end return s",
       "1a2b"},
      {"local label = { [true] = 'yes', [false] = 'no' } local x, y = 3, 2 return label[x >= y]",
       "yes"},
      {"local n <const> = 3 return n // 2 .. n % 2 .. (n ~ 1) .. (n << 1)", "1126"},
  };
}

std::vector<Case> refused() {
  return {
      {"tonumber('ff', 16)", "bad argument #2 to 'tonumber' (only decimal notation is read)"},
      {"tostring()", "bad argument #1 to 'tostring' (value expected)"},
      {"pairs(nil)", "bad argument #1 to 'pairs' (table expected, got nil)"},
      {"pairs({ [1.5] = 1 })",
       "pairs needs keys that are whole numbers or texts, which have an order"},
      {"pairs({ [{}] = 1 })",
       "pairs needs keys that are whole numbers or texts, which have an order"},
      {"pairs({ [true] = 1 })",
       "pairs needs keys that are whole numbers or texts, which have an order"},
      {"(function() local f, w = pairs({ 1 }) return f(w, 7) end)()", "not a key of this table"},
      {"(function() local f = pairs({ 1 }) return f({}, 7) end)()",
       "bad argument #1 to 'f' (userdata expected, got table)"},
      {"table.insert({}, 5, 1)", "bad argument #2 to 'insert' (position outside the list)"},
      {"table.insert({}, 1)", ""},
      {"table.insert({})", "table.insert takes a list, perhaps a position, and a value"},
      {"table.remove({ 1 }, 7)", "bad argument #2 to 'remove' (position outside the list)"},
      {"table.concat({ {} })", "table.concat takes texts and numbers, not table"},
      {"table.concat({ 1, nil, 3 }, '', 1, 3)", "table.concat takes texts and numbers, not nil"},
      {"table.unpack({}, 1, 300)", "bad argument #1 to 'unpack' (too many values at once)"},
      {"table.sort({ 1, 'a' })",
       "table.sort can compare numbers with numbers and texts with texts, not string with number"},
      {"table.sort({ 1, 2 }, 5)", "bad argument #2 to 'sort' (function expected, got number)"},
      {"utf8.char(55296)", "bad argument #1 to 'char' (no such character)"},
      {"utf8.char(-1)", "bad argument #1 to 'char' (no such character)"},
      {"string.format('%x', 1)", "string.format does not know %x"},
      {"string.format('%p', {})", "string.format does not know %p"},
      {"string.format('%a', 1)", "string.format does not know %a"},
      {"string.format('%100d', 1)", "string.format does not know %0"},
      {"string.format('%')", "bad argument #1 to 'format' (a form ends after '%')"},
      {"string.format('%d')", "bad argument #2 to 'format' (number expected, got no value)"},
      {"string.format('%d', 1.5)",
       "bad argument #2 to 'format' (number has no integer representation)"},
      {"string.format('%s', {})", "bad argument #2 to 'format' (string expected, got table)"},
      {"math.floor('x')", "bad argument #1 to 'floor' (number expected, got string)"},
      {"1 < '2'", "attempt to compare number with string"},
  };
}

}  // namespace

TEST_CASE("library functions that should work") {
  Bench bench;
  const Case given = GENERATE(from_range(working()));
  INFO(given.expression);
  const auto failure = bench.run("return (" + given.expression + ")");
  if (failure) FAIL(english(failure->what));
  CHECK(bench.result == given.result);
}

TEST_CASE("programs that should work") {
  Bench bench;
  const Case given = GENERATE(from_range(programs()));
  INFO(given.expression);
  const auto failure = bench.run(given.expression);
  if (failure) FAIL(english(failure->what));
  CHECK(bench.result == given.result);
}

TEST_CASE("library functions that should refuse") {
  Bench bench;
  const Case given = GENERATE(from_range(refused()));
  INFO(given.expression);
  const auto failure = bench.run("return (" + given.expression + ")");
  if (given.result.empty()) {
    CHECK_FALSE(failure);
  } else {
    REQUIRE(failure);
    CHECK(english(failure->what) == given.result);
  }
}
