#include "script/manifest.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/names.hpp"
#include "base/text.hpp"
#include "lua/call.hpp"
#include "lua/sandbox.hpp"
#include "lua/value.hpp"
#include "script/failures.hpp"
#include "script/source_lines.hpp"

namespace cpom::script {
namespace {

using model::Layer;

constexpr lua::Limits manifest_limits{10'000, std::size_t{1024} * 1024, std::size_t{16} * 1024};

/// A value of the table, taken out of Lua.
struct Field {
  std::string key;
  Message described;
  std::optional<std::string> text;
  std::optional<long> whole;
  bool is_table = false;
  std::vector<Field> fields;
};

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
            [](const Field& one, const Field& other) { return one.key < other.key; });
  return fields;
}

Field read_field(lua_State* L, int index, std::string key, int depth) {
  Field field;
  field.key = std::move(key);
  field.described = lua::describe(L, index);
  if (lua_type(L, index) == LUA_TSTRING) field.text = lua::clean_text(lua::text_at(L, index));
  if (lua_isinteger(L, index) != 0) field.whole = lua_tointeger(L, index);
  field.is_table = lua_istable(L, index);
  if (field.is_table && depth > 0) field.fields = read_fields(L, index, depth - 1);
  return field;
}

/// Which keys a layer has besides name, layer, api and summary.
struct LayerKeys {
  Layer layer;
  std::string_view needed;
  std::string_view allowed;
};

constexpr std::array layer_keys = {
    LayerKeys{Layer::core, "", ""},
    LayerKeys{Layer::model, "model", ""},
    LayerKeys{Layer::plugin, "", "model"},
    LayerKeys{Layer::region, "region", "model"},
    LayerKeys{Layer::contract, "contract", ""},
};

constexpr std::array<std::string_view, 4> common_keys = {"name", "layer", "api", "summary"};
constexpr std::array<std::string_view, 3> scope_keys = {"model", "region", "contract"};

class ManifestReader {
 public:
  ManifestReader(std::vector<Field> fields, std::string_view source, const std::string& file,
                 Diagnostics& found)
      : fields_(std::move(fields)), source_(source), file_(file), found_(found) {}

  std::optional<Package> read() {
    const long before = found_.count(Severity::error);
    check_keys();
    Package package;
    package.where = {file_, 1, 0};
    package.name = identifier("name", true);
    package.summary = summary();
    read_layer(package);
    check_api();
    return found_.count(Severity::error) == before ? std::optional(std::move(package))
                                                   : std::nullopt;
  }

 private:
  const Field* find(std::string_view key) const {
    const auto found = std::find_if(fields_.begin(), fields_.end(),
                                    [key](const Field& field) { return field.key == key; });
    return found == fields_.end() ? nullptr : &*found;
  }

  Position at(std::string_view key) const { return {file_, line_of_key(source_, key), 0}; }

  void check_keys() {
    std::vector<std::string> known(common_keys.begin(), common_keys.end());
    known.insert(known.end(), scope_keys.begin(), scope_keys.end());
    for (const Field& field : fields_) {
      if (std::find(known.begin(), known.end(), field.key) != known.end()) continue;
      found_.error("package.unknown_key", at(field.key),
                   message("a package has no \"{0}\"", field.key), suggestion(field.key, known));
    }
  }

  void missing(std::string_view key, Message remedy) {
    found_.error("package.missing_key", {file_, 1, 0}, message("\"{0}\" is missing", key),
                 std::move(remedy));
  }

  void wrong(const Field& field, Message remedy) {
    found_.error("package.wrong_type", at(field.key),
                 message("\"{0}\" is {1}", field.key, field.described), std::move(remedy));
  }

  std::string identifier(std::string_view key, bool needed) {
    const Message remedy =
        message("write {0} = \"…\": letters, digits, '_', '.', '-', 64 at most", key);
    const Field* field = find(key);
    if (field == nullptr) {
      if (needed) missing(key, remedy);
      return {};
    }
    if (field->text && is_identifier(*field->text)) return *field->text;
    wrong(*field, remedy);
    return {};
  }

  std::string summary() {
    const Message remedy = message("say in one sentence what the package is for");
    const Field* field = find("summary");
    if (field == nullptr) {
      missing("summary", remedy);
    } else if (!field->text || trim(*field->text).empty()) {
      wrong(*field, remedy);
    } else {
      return *field->text;
    }
    return {};
  }

  void read_layer(Package& package) {
    const std::vector<std::string> words = model::words<Layer>();
    const Field* field = find("layer");
    if (field == nullptr) {
      missing("layer", suggestion("", words));
      return;
    }
    const auto layer = field->text ? model::from_word<Layer>(*field->text) : std::nullopt;
    if (!layer) {
      wrong(*field, suggestion(field->text.value_or(""), words));
      return;
    }
    package.layer = *layer;
    const LayerKeys& keys = *std::find_if(layer_keys.begin(), layer_keys.end(),
                                          [&](const LayerKeys& k) { return k.layer == *layer; });
    package.model = scope("model", keys);
    package.region = scope("region", keys);
    package.contract = scope("contract", keys);
  }

  /// What the package applies to, as far as its layer says so by \a key.
  std::string scope(std::string_view key, const LayerKeys& keys) {
    if (key == keys.needed || key == keys.allowed) return identifier(key, key == keys.needed);
    if (find(key) != nullptr) {
      found_.error("package.misplaced_key", at(key),
                   message("a package of layer \"{0}\" has no \"{1}\"", word_of(keys.layer), key),
                   message("remove it, or choose another layer"));
    }
    return {};
  }

  void check_api() {
    const Message remedy = message("write api = {0}, the revision of this program", api_revision);
    const Field* field = find("api");
    if (field == nullptr) {
      missing("api", remedy);
      return;
    }
    const auto [least, most] = api_range(*field);
    if (!least || !most || *least < 1 || *most < *least) {
      wrong(*field, remedy);
    } else if (api_revision < *least || api_revision > *most) {
      found_.error("package.api", at("api"),
                   message("the package is written for revision {0} to {1}, the program has {2}",
                           *least, *most, api_revision),
                   message("install a version of the package that suits this program"));
    }
  }

  /// api = 1, or api = { min = 1, max = 2 }.
  std::pair<std::optional<long>, std::optional<long>> api_range(const Field& field) {
    if (field.whole) return {field.whole, field.whole};
    std::optional<long> least;
    std::optional<long> most;
    for (const Field& bound : field.fields) {
      if (bound.key == "min") {
        least = bound.whole;
      } else if (bound.key == "max") {
        most = bound.whole;
      } else {
        return {};
      }
    }
    return {least, most};
  }

  std::vector<Field> fields_;
  std::string_view source_;
  const std::string& file_;
  Diagnostics& found_;
};

}  // namespace

std::optional<Package> read_manifest(const lua::State& state, std::string_view source,
                                     const std::string& file, Diagnostics& found) {
  std::optional<std::vector<Field>> fields;
  Message returned;
  const auto failure = lua::protect(state.get(), [&](lua_State* L) {
    state.meter().open(L, manifest_limits);
    lua::load_data(L, source, file);
    lua_call(L, 0, 1);
    state.meter().close();
    returned = lua::describe(L, -1);
    if (lua_istable(L, -1)) fields = read_fields(L, -1, 1);
  });
  if (failure) {
    found.add(diagnostic_of(*failure, "package", message("{0}", failure->what), {file, 1, 0}));
    return std::nullopt;
  }
  if (!fields) {
    found.error("package.shape", {file, 1, 0},
                message("a package.lua returns a table, and this one {0}", returned),
                message("write return {{ name = \"…\", layer = \"…\", api = {0}, "
                        "summary = \"…\" }}",
                        api_revision));
    return std::nullopt;
  }
  return ManifestReader(*std::move(fields), source, file, found).read();
}

}  // namespace cpom::script
