#include "script/manifest_fields.hpp"

#include <algorithm>
#include <utility>

#include <lauxlib.h>

#include "base/names.hpp"
#include "lua/call.hpp"
#include "lua/sandbox.hpp"
#include "lua/value.hpp"
#include "script/api.hpp"
#include "script/failures.hpp"
#include "script/source_lines.hpp"

namespace cpom::script {
namespace {

constexpr lua::Limits manifest_limits{10'000, std::size_t{1024} * 1024, std::size_t{16} * 1024};

/// Of nested tables: settings, a setting, and what could be in it.
constexpr int deepest = 3;

Field read_field(lua_State* L, int index, std::string key, int depth);

/// [-0, +0] A key that is no text is shown as "[1]".
std::string key_text(lua_State* L, int index) {
  if (lua_type(L, index) == LUA_TSTRING) return lua::clean_text(lua::text_at(L, index), 80);
  if (lua_isinteger(L, index) != 0) return "[" + std::to_string(lua_tointeger(L, index)) + "]";
  return "[?]";
}

std::vector<Field> read_fields(lua_State* L, int index, int depth) {
  std::vector<Field> fields;
  const int table = lua_absindex(L, index);
  lua_pushnil(L);
  while (lua_next(L, table) != 0) {
    fields.push_back(read_field(L, lua_gettop(L), key_text(L, -2), depth));
    lua_pop(L, 1);
  }
  std::sort(fields.begin(), fields.end(),
            [](const Field& one, const Field& other) { return natural_less(one.key, other.key); });
  return fields;
}

Field read_field(lua_State* L, int index, std::string key, int depth) {
  Field field;
  field.key = std::move(key);
  field.described = lua::describe(L, index);
  if (lua_type(L, index) == LUA_TSTRING) field.text = lua::clean_text(lua::text_at(L, index));
  if (lua_type(L, index) == LUA_TNUMBER) field.number = lua_tonumber(L, index);
  if (lua_isinteger(L, index) != 0) field.whole = lua_tointeger(L, index);
  if (lua_isboolean(L, index)) field.truth = lua_toboolean(L, index) != 0;
  field.is_table = lua_istable(L, index);
  if (field.is_table && depth > 0) {
    luaL_checkstack(L, LUA_MINSTACK, nullptr);
    field.fields = read_fields(L, index, depth - 1);
  }
  return field;
}

}  // namespace

const Field* Field::find(std::string_view wanted) const {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [wanted](const Field& field) { return field.key == wanted; });
  return found == fields.end() ? nullptr : &*found;
}

std::optional<Field> run_manifest(const lua::State& state, std::string_view source,
                                  const std::string& file, Diagnostics& found) {
  Field returned;
  const auto failure = lua::protect(state.get(), [&](lua_State* L) {
    state.meter().open(L, manifest_limits);
    lua::load_data(L, source, file);
    lua_call(L, 0, 1);
    state.meter().close();
    returned = read_field(L, lua_gettop(L), {}, deepest + 1);
  });
  if (failure) {
    found.add(diagnostic_of(*failure, "package", message("{0}", failure->what), {file, 1, 0}));
    return std::nullopt;
  }
  if (!returned.is_table) {
    found.error("package.shape", {file, 1, 0},
                message("a package.lua returns a table, and this one {0}", returned.described),
                message("write return {{ name = \"…\", layer = \"…\", api = {0}, "
                        "summary = \"…\" }}",
                        api_revision));
    return std::nullopt;
  }
  return returned;
}

Position ManifestFaults::at(const Path& path) const {
  return {file_, line_of_path(source_, path), 0};
}

Position ManifestFaults::at_text(const Path& path, std::string_view text) const {
  return {file_, line_of_text(source_, text, line_of_path(source_, path)), 0};
}

void ManifestFaults::add(std::string code, Position where, Message what, Message remedy) {
  found_.error(std::move(code), std::move(where), std::move(what), std::move(remedy));
}

void ManifestFaults::missing(const Path& path, Message remedy) {
  const Path table(path.begin(), path.end() - 1);
  add("package.missing_key", at(table), message("\"{0}\" is missing", path.back()),
      std::move(remedy));
}

void ManifestFaults::wrong(const Path& path, const Field& field, Message remedy) {
  add("package.wrong_type", at(path), message("\"{0}\" is {1}", path.back(), field.described),
      std::move(remedy));
}

void ManifestFaults::check_keys(const Path& path, const Field& table,
                                const std::vector<std::string>& known) {
  for (const Field& field : table.fields) {
    if (std::find(known.begin(), known.end(), field.key) != known.end()) continue;
    Path inner = path;
    inner.push_back(field.key);
    add("package.unknown_key", at(inner),
        path.empty() ? message("a package has no \"{0}\"", field.key)
                     : message("\"{0}\" has no \"{1}\"", path.back(), field.key),
        suggestion(field.key, known));
  }
}

}  // namespace cpom::script
