// Names without a prefix, and math.
#include "lua/library.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <string_view>

#include <lauxlib.h>
#include <lualib.h>

#include "lua/call.hpp"
#include "lua/constants.hpp"
#include "lua/failure.hpp"
#include "lua/value.hpp"

namespace cpom::lua {
namespace {

constexpr std::size_t longest_numeral = 64;
constexpr std::string_view blanks = " \t\r\n\f\v";

/// As Lua writes a number, in any locale.
std::string numeral(double number) {
  if (std::isnan(number)) return "nan";
  if (std::isinf(number)) return number > 0 ? "inf" : "-inf";
  std::array<char, 40> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number,
                                 std::chars_format::general, 14)
                       .ptr;
  std::string text(buffer.data(), end);
  if (text.find_first_not_of("-0123456789") == std::string::npos) text += ".0";
  return text;
}

/// tostring(value): never an address.
int to_text(lua_State* L) {
  luaL_checkany(L, 1);
  switch (lua_type(L, 1)) {
    case LUA_TSTRING: lua_settop(L, 1); break;
    case LUA_TNUMBER:
      push(L, lua_isinteger(L, 1) != 0 ? std::to_string(lua_tointeger(L, 1))
                                       : numeral(lua_tonumber(L, 1)));
      break;
    case LUA_TBOOLEAN: lua_pushstring(L, lua_toboolean(L, 1) != 0 ? "true" : "false"); break;
    default: lua_pushstring(L, luaL_typename(L, 1)); break;
  }
  return 1;
}

/// [-0, +1] The number that all of \a text writes, or nil.
void push_number(lua_State* L, std::string_view text) {
  const std::size_t first = std::min(text.find_first_not_of(blanks), text.size());
  const std::size_t last = text.find_last_not_of(blanks);
  text = text.substr(first, last == std::string_view::npos ? 0 : last - first + 1);
  if (text.starts_with('+')) text.remove_prefix(text.starts_with("+-") ? text.size() : 1);
  const char* const end = text.data() + text.size();
  const bool plausible = !text.empty() && text.size() <= longest_numeral &&
                         text.find_first_not_of("0123456789+-.eE") == std::string_view::npos;
  lua_Integer whole = 0;
  double number = 0;
  if (!plausible) {
    lua_pushnil(L);
  } else if (const auto [at, fault] = std::from_chars(text.data(), end, whole);
             fault == std::errc{} && at == end) {
    lua_pushinteger(L, whole);
  } else if (const auto [stop, wrong] = std::from_chars(text.data(), end, number);
             wrong == std::errc{} && stop == end) {
    lua_pushnumber(L, number);
  } else {
    lua_pushnil(L);
  }
}

/// tonumber(value): decimal notation with a point, in any locale; nil for anything else.
int to_number(lua_State* L) {
  luaL_checkany(L, 1);
  luaL_argcheck(L, lua_isnoneornil(L, 2), 2, "only decimal notation is read");
  if (lua_type(L, 1) == LUA_TNUMBER) {
    lua_settop(L, 1);
  } else if (lua_type(L, 1) == LUA_TSTRING) {
    push_number(L, text_at(L, 1));
  } else {
    lua_pushnil(L);
  }
  return 1;
}

/// error(message): Lua's own would put the place into the text.
int raise_error(lua_State* L) {
  lua_settop(L, 1);
  return lua_error(L);
}

constexpr std::array base_entries = {
    Entry{"assert",
          nullptr,
          {"(value: any, message?: string): any",
           "Gives the value, or stops the rule with the message where it is false or nil.",
           "Rend la valeur ; si elle est fausse ou nil, arrête la règle avec le message.",
           R"(assert(412 > 0))", "true"}},
    Entry{"error",
          guarded<raise_error>,
          {"(message: string)",
           "Stops the rule: it is wrong. Where there is no result, return nil and a reason.",
           "Arrête la règle : elle est fausse. Sans résultat, rendez plutôt nil et un motif.",
           R"(error("part inconnue"))", "error: part inconnue"}},
    Entry{"ipairs",
          nullptr,
          {"(list: table): function, table, integer", "Goes through a list from 1 on, for a loop.",
           "Parcourt une liste à partir de 1, dans une boucle for.",
           "local sum = 0; for _, x in ipairs({ 5, 7 }) do sum = sum + x end; return sum", "12"}},
    Entry{"pairs",
          guarded<ordered_pairs>,
          {"(all: table): function, table, any",
           "Goes through a table, whole numbers in increasing order, then texts by their bytes.",
           "Parcourt une table : nombres entiers croissants, puis textes dans l'ordre des octets.",
           R"(local all = ""; for k in pairs({ b = 1, a = 2 }) do all = all .. k end; return all)",
           R"("ab")"}},
    Entry{"select",
          nullptr,
          {R"((from: integer|"#", ...: any): any)",
           "Gives the values from that place on, or with \"#\" how many there are.",
           "Rend les valeurs à partir de ce rang, ou avec \"#\" leur nombre.",
           R"(select(2, "a", "b"))", R"("b")"}},
    Entry{"tonumber",
          guarded<to_number>,
          {"(value: any): number?",
           "Gives the number that a text writes with a decimal point, or nil.",
           "Rend le nombre qu'un texte écrit avec un point décimal, sinon nil.",
           R"(tonumber("12.5"))", "12.5"}},
    Entry{"tostring",
          guarded<to_text>,
          {"(value: any): string",
           "Gives a value as a text; for people, cpom.text writes a number better.",
           "Rend une valeur en texte ; pour des lecteurs, cpom.text écrit mieux un nombre.",
           "tostring(12.5)", R"("12.5")"}},
    Entry{"type",
          nullptr,
          {"(value: any): string", "Gives the name of the type, such as \"nil\" or \"number\".",
           "Rend le nom du type, comme \"nil\" ou \"number\".", "type(12.5)", R"("number")"}},
};

// Without exp, log and the like: their last digit depends on the machine.
constexpr std::array math_entries = {
    Entry{"abs",
          nullptr,
          {"(x: number): number", "Gives the number without its sign.",
           "Rend le nombre sans son signe.", "math.abs(-3)", "3"}},
    Entry{"ceil",
          nullptr,
          {"(x: number): integer", "Gives the nearest whole number that is not less.",
           "Rend l'entier égal ou immédiatement supérieur.", "math.ceil(2.1)", "3"}},
    Entry{"floor",
          nullptr,
          {"(x: number): integer", "Gives the nearest whole number that is not greater.",
           "Rend l'entier égal ou immédiatement inférieur.", "math.floor(2.9)", "2"}},
    Entry{"fmod",
          nullptr,
          {"(x: number, y: number): number", "Gives what remains of x divided by y.",
           "Rend le reste de la division de x par y.", "math.fmod(7, 3)", "1"}},
    Entry{"huge",
          nullptr,
          {": number", "Greater than any number.", "Plus grand que tout nombre.",
           "math.huge > 1e300", "true"}},
    Entry{"max",
          nullptr,
          {"(x: number, ...: number): number", "Gives the greatest of the numbers.",
           "Rend le plus grand des nombres.", "math.max(3, 8, 5)", "8"}},
    Entry{"maxinteger",
          nullptr,
          {": integer", "The greatest whole number.", "Le plus grand nombre entier.",
           "math.maxinteger", "9223372036854775807"}},
    Entry{"min",
          nullptr,
          {"(x: number, ...: number): number", "Gives the least of the numbers.",
           "Rend le plus petit des nombres.", "math.min(3, 8, 5)", "3"}},
    Entry{"mininteger",
          nullptr,
          {": integer", "The least whole number.", "Le plus petit nombre entier.",
           "math.mininteger", "-9223372036854775808"}},
    Entry{"pi",
          nullptr,
          {": number", "The ratio of a circle's circumference to its diameter.",
           "Le rapport de la circonférence d'un cercle à son diamètre.",
           R"(string.format("%.4f", math.pi))", R"("3.1416")"}},
    Entry{"sqrt",
          nullptr,
          {"(x: number): number", "Gives the square root.", "Rend la racine carrée.",
           "math.sqrt(16)", "4.0"}},
    Entry{"tointeger",
          nullptr,
          {"(x: any): integer?", "Gives the whole number of this value, or nil.",
           "Rend l'entier de même valeur, sinon nil.", "math.tointeger(3.0)", "3"}},
    Entry{
        "type",
        nullptr,
        {"(x: any): string?", "Gives \"integer\" or \"float\" of a number, otherwise nil.",
         "Rend \"integer\" ou \"float\" d'un nombre, sinon nil.", "math.type(3.5)", R"("float")"}},
    Entry{"ult",
          nullptr,
          {"(one: integer, other: integer): boolean",
           "Whether one is below the other where both are read without a sign.",
           "Dit si le premier est inférieur au second, lus tous deux sans signe.",
           "math.ult(1, -1)", "true"}},
};

}  // namespace

const Library base_library = {"", base_entries, luaopen_base};
const Library math_library = {"math", math_entries, luaopen_math};

}  // namespace cpom::lua
