#include "script/api.hpp"

#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include <lauxlib.h>

#include "base/language.hpp"
#include "base/number.hpp"
#include "lua/call.hpp"
#include "lua/value.hpp"

namespace cpom::script {
namespace {

constexpr int most_decimals = 15;

/// cpom.round(x, decimals): as the program rounds a measure before it is compared.
int api_round(lua_State* L) {
  const double value = luaL_checknumber(L, 1);
  const lua_Integer decimals = luaL_optinteger(L, 2, 0);
  luaL_argcheck(L, decimals >= 0 && decimals <= most_decimals, 2, "0 to 15 decimals");
  lua_pushnumber(L, round_half_away(value, static_cast<int>(decimals)));
  return 1;
}

/// cpom.text(x, decimals): the number as a French reader writes it, « 1 180 000 » or « 72,5 »;
/// without decimals, all that it has.
int api_text(lua_State* L) {
  const double value = luaL_checknumber(L, 1);
  const lua_Integer decimals = luaL_optinteger(L, 2, -1);
  luaL_argcheck(L, std::isfinite(value), 1, "finite number expected");
  luaL_argcheck(L, decimals >= -1 && decimals <= most_decimals, 2, "0 to 15 decimals");
  const std::string text = render(Figure{value, static_cast<int>(decimals)}, Language::french);
  lua::push(L, std::string_view(text));
  return 1;
}

constexpr std::array entries = {
    lua::Entry{"round",
               lua::guarded<api_round>,
               {"(x: number, decimals?: integer): number",
                "Rounds as measures are rounded before they are compared: half away from zero.",
                "Arrondit comme les mesures avant leur comparaison : un demi s'éloigne de zéro.",
                "cpom.round(79.95, 1)", "80.0"}},
    lua::Entry{"text",
               lua::guarded<api_text>,
               {"(x: number, decimals?: integer): string",
                "Gives a number as a French reader writes it; without decimals, all it has.",
                "Écrit un nombre à la française ; sans décimales, toutes celles qu'il a.",
                "cpom.text(72.5)", R"("72,5")"}}};
constexpr std::array constants = {lua::Sandbox::Constant{
    "cpom",
    "api",
    api_revision,
    {": integer", "The revision of what packages may use.",
     "La révision de ce que les paquets peuvent utiliser.", "cpom.api >= 1", "true"}}};

}  // namespace

std::vector<lua::Library> rule_libraries() {
  const auto standard = lua::standard_libraries();
  std::vector<lua::Library> libraries(standard.begin(), standard.end());
  libraries.push_back({"cpom", entries});
  return libraries;
}

std::span<const lua::Sandbox::Constant> rule_constants() { return constants; }

lua::Sandbox make_sandbox(lua_State* L, std::span<const lua::Library> more) {
  std::vector<lua::Library> libraries = rule_libraries();
  libraries.insert(libraries.end(), more.begin(), more.end());
  return {L, libraries, constants};
}

}  // namespace cpom::script
