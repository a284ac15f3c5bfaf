#include "script/manifest.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/names.hpp"
#include "base/text.hpp"
#include "model/region.hpp"
#include "script/api.hpp"
#include "script/manifest_fields.hpp"
#include "script/plugin_manifest_reader.hpp"

namespace cpom::script {
namespace {

using model::Layer;
using Texts = std::vector<std::string>;

/// Which keys a layer has besides name, layer, api and summary.
struct LayerKeys {
  Layer layer;
  Texts needed;
  Texts allowed;
};

const std::vector<LayerKeys>& layer_keys() {
  static const std::vector<LayerKeys> keys = {
      {Layer::core, {}, {}},
      {Layer::model, {"model"}, {}},
      {Layer::plugin,
       {"version", "provides", "languages"},
       {"model", "extends", "settings", "requires"}},
      {Layer::region, {"region"}, {"model", "proposal", "version", "requires"}},
      {Layer::contract, {"contract"}, {}},
  };
  return keys;
}

const LayerKeys& keys_of(Layer layer) {
  return *std::find_if(layer_keys().begin(), layer_keys().end(),
                       [layer](const LayerKeys& keys) { return keys.layer == layer; });
}

bool holds(const Texts& list, std::string_view wanted) {
  return std::find(list.begin(), list.end(), wanted) != list.end();
}

const Texts common_keys = {"name", "layer", "api", "summary"};

/// Those of all layers, each once.
Texts all_keys() {
  Texts all = common_keys;
  for (const LayerKeys& keys : layer_keys()) {
    for (const Texts* list : {&keys.needed, &keys.allowed}) {
      for (const std::string& key : *list) {
        if (!holds(all, key)) all.push_back(key);
      }
    }
  }
  return all;
}

Texts known_keys(const std::optional<Layer>& layer) {
  if (!layer) return all_keys();
  const LayerKeys& keys = keys_of(*layer);
  Texts known = common_keys;
  known.insert(known.end(), keys.needed.begin(), keys.needed.end());
  known.insert(known.end(), keys.allowed.begin(), keys.allowed.end());
  return known;
}

class ManifestReader {
 public:
  ManifestReader(const Field& root, ManifestFaults& faults) : root_(root), faults_(faults) {}

  Package read() {
    const auto layer = layer_read();
    check_keys(layer);
    Package package;
    package.where = faults_.top();
    package.name = identifier("name", true);
    package.summary = summary();
    read_layer(package, layer);
    check_api(layer);
    if (!layer) return package;
    package.version = version(*layer);
    package.requirements = read_requirements(root_, faults_);
    package.proposal = proposal();
    if (*layer == Layer::plugin) package.plugin = read_plugin_manifest(root_, faults_);
    return package;
  }

 private:
  const Field* find(std::string_view key) const { return root_.find(key); }

  std::optional<Layer> layer_read() const {
    const Field* field = find("layer");
    return field != nullptr && field->text ? model::from_word<Layer>(*field->text) : std::nullopt;
  }

  void check_keys(const std::optional<Layer>& layer) {
    const Texts known = known_keys(layer);
    const Texts all = all_keys();
    Field unknown;
    for (const Field& field : root_.fields) {
      if (!holds(all, field.key)) unknown.fields.push_back(field);
    }
    faults_.check_keys({}, unknown, known);
    if (!layer) return;
    for (const Field& field : root_.fields) {
      if (!holds(all, field.key) || holds(known, field.key)) continue;
      faults_.add("package.misplaced_key", faults_.at({field.key}),
                  message("a package of layer \"{0}\" has no \"{1}\"", word_of(*layer), field.key),
                  message("remove it, or choose another layer"));
    }
  }

  std::string identifier(const std::string& key, bool needed) {
    const Message remedy =
        message("write {0} = \"…\": letters, digits, '_', '.', '-', 64 at most", key);
    const Field* field = find(key);
    if (field == nullptr) {
      if (needed) faults_.missing({key}, remedy);
      return {};
    }
    if (field->text && is_identifier(*field->text)) return *field->text;
    faults_.wrong({key}, *field, remedy);
    return {};
  }

  std::string summary() {
    const Message remedy = message("say in one sentence what the package is for");
    const Field* field = find("summary");
    if (field == nullptr) {
      faults_.missing({"summary"}, remedy);
    } else if (!field->text || trim(*field->text).empty()) {
      faults_.wrong({"summary"}, *field, remedy);
    } else {
      return *field->text;
    }
    return {};
  }

  void read_layer(Package& package, const std::optional<Layer>& layer) {
    const Texts words = model::words<Layer>();
    const Field* field = find("layer");
    if (field == nullptr) {
      faults_.missing({"layer"}, suggestion("", words));
      return;
    }
    if (!layer) {
      faults_.wrong({"layer"}, *field, suggestion(field->text.value_or(""), words));
      return;
    }
    package.layer = *layer;
    package.model = scope("model", *layer);
    package.region = scope("region", *layer);
    package.contract = scope("contract", *layer);
    check_region(package.region);
  }

  /// What the package applies to, as far as its layer says so by \a key.
  std::string scope(const std::string& key, Layer layer) {
    const LayerKeys& keys = keys_of(layer);
    const bool needed = holds(keys.needed, key);
    return needed || holds(keys.allowed, key) ? identifier(key, needed) : std::string();
  }

  void check_region(const std::string& region) {
    if (region.empty() || model::is_region(region)) return;
    faults_.add(
        "package.unknown_region", faults_.at({"region"}),
        message("there is no region \"{0}\"", region),
        message("write its code in the official geographic code: \"{0}\" is Bretagne", "53"));
  }

  std::optional<Version> version(Layer layer) {
    const bool needed = holds(keys_of(layer).needed, "version");
    if (!needed && !holds(keys_of(layer).allowed, "version")) return std::nullopt;
    const Message remedy = message("write version = \"1.0.0\": three numbers");
    const Field* field = find("version");
    if (field == nullptr) {
      if (needed) faults_.missing({"version"}, remedy);
      return std::nullopt;
    }
    const auto version = field->text ? parse_version(*field->text) : std::nullopt;
    const bool whole =
        field->text && std::count(field->text->begin(), field->text->end(), '.') == 2;
    if (version && whole) return version;
    faults_.add("package.version", faults_.at({"version"}),
                message("\"{0}\" is {1}", "version", field->described), remedy);
    return std::nullopt;
  }

  bool proposal() {
    const Field* field = find("proposal");
    if (field == nullptr) return false;
    if (!field->truth) {
      faults_.wrong({"proposal"}, *field,
                    message("write proposal = true, or leave it out: a proposal applies only to "
                            "contracts that name it"));
    }
    return field->truth.value_or(false);
  }

  void check_api(const std::optional<Layer>& layer) {
    const Message remedy = message("write api = {0}, the revision of this program", api_revision);
    const Field* field = find("api");
    if (field == nullptr) {
      faults_.missing({"api"}, remedy);
      return;
    }
    const auto [least, most] = api_range(*field);
    const bool whole = least && most && *least >= 1 && *most >= 1;
    if (!whole && field->is_table) {
      faults_.add("package.wrong_type", faults_.at({"api"}),
                  message("\"api\" needs two bounds, whole numbers from 1 on"),
                  message("write api = {{ min = {0}, max = {1} }}", oldest_api, api_revision));
    } else if (!whole) {
      faults_.wrong({"api"}, *field, remedy);
    } else if (*most < *least) {
      faults_.add("package.wrong_type", faults_.at({"api"}),
                  message("the least revision of \"api\", {0}, is greater than the greatest, {1}",
                          *least, *most),
                  message("exchange them, or correct one"));
    } else if (*least > api_revision) {
      faults_.add("package.api", faults_.at({"api"}),
                  message("the package needs API {0}, this is {1}", *least, api_revision),
                  message("install a version of it for API {0} to {1}, or a program that has "
                          "API {2}",
                          oldest_api, api_revision, *least));
    } else if (*most < oldest_api || (layer == Layer::plugin && *most < plugin_api)) {
      faults_.add("package.api", faults_.at({"api"}),
                  message("the package is written for API {0}, and a plugin needs API {1}", *most,
                          plugin_api),
                  remedy);
    }
  }

  /// api = 1, api = { 1, 2 }, or api = { min = 1, max = 2 }.
  static std::pair<std::optional<long>, std::optional<long>> api_range(const Field& field) {
    if (field.whole) return {field.whole, field.whole};
    if (field.fields.size() != 2) return {};
    for (const auto& [from, to] : {std::pair{"[1]", "[2]"}, std::pair{"min", "max"}}) {
      const Field* least = field.find(from);
      const Field* most = field.find(to);
      if (least != nullptr && most != nullptr) return {least->whole, most->whole};
    }
    return {};
  }

  const Field& root_;
  ManifestFaults& faults_;
};

}  // namespace

std::vector<std::string> manifest_keys() { return all_keys(); }

std::optional<Package> read_manifest(const lua::State& state, std::string_view source,
                                     const std::string& file, Diagnostics& found) {
  const auto root = run_manifest(state, source, file, found);
  if (!root) return std::nullopt;
  ManifestFaults faults(source, file, found);
  return ManifestReader(*root, faults).read();
}

}  // namespace cpom::script
