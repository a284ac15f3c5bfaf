#include "script/plugin_manifest_reader.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/names.hpp"
#include "base/text.hpp"
#include "script/declared_settings.hpp"

namespace cpom::script {
namespace {

using Path = ManifestFaults::Path;
using Texts = std::vector<std::string>;

/// The texts of the list at \a path; those that \a accepts refuses are told.
std::vector<Named> read_list(const Field& field, const Path& path,
                             bool (*accepts)(std::string_view), const Message& remedy,
                             ManifestFaults& faults) {
  std::vector<Named> names;
  if (!field.is_table) {
    faults.wrong(path, field, remedy);
    return names;
  }
  for (const Field& entry : field.fields) {
    if (entry.key.starts_with('[') && entry.text && accepts(*entry.text)) {
      names.push_back({*entry.text, faults.at_text(path, *entry.text)});
    } else {
      Path inner = path;
      inner.push_back(entry.key);
      faults.wrong(inner, entry, remedy);
    }
  }
  return names;
}

bool is_rule_id(std::string_view text) {
  while (true) {
    const auto slash = text.find('/');
    if (!is_identifier(text.substr(0, slash))) return false;
    if (slash == std::string_view::npos) return true;
    text.remove_prefix(slash + 1);
  }
}

/// "name", or "name >= 1.2".
std::optional<Requirement> parse_requirement(std::string_view text) {
  Requirement requirement;
  const auto sign = text.find(">=");
  requirement.name = trim(text.substr(0, sign));
  if (!is_identifier(requirement.name)) return std::nullopt;
  if (sign == std::string_view::npos) return requirement;
  requirement.least = parse_version(trim(text.substr(sign + 2)));
  return requirement.least ? std::optional(std::move(requirement)) : std::nullopt;
}

std::vector<Provided> read_provides(const Field& root, ManifestFaults& faults) {
  std::vector<Provided> all;
  for (const std::string_view kind : provided_kinds) all.push_back({kind, {}});
  const Field* field = root.find("provides");
  const Message shape = message(
      "write provides = {{ indicators = {{ \"…\" }}, rules = {{ "
      "\"compute/…\" }} }}: what the package adds");
  if (field == nullptr) {
    faults.missing({"provides"}, shape);
    return all;
  }
  if (!field->is_table) {
    faults.wrong({"provides"}, *field, shape);
    return all;
  }
  faults.check_keys({"provides"}, *field, Texts(provided_kinds.begin(), provided_kinds.end()));
  for (Provided& provided : all) {
    const Path path = {"provides", std::string(provided.kind)};
    const Field* list = field->find(provided.kind);
    if (list == nullptr) continue;
    provided.names = read_list(*list, path, provided.kind == "rules" ? is_rule_id : is_identifier,
                               message("list the names as texts"), faults);
    std::set<std::string_view> seen;
    for (const Named& named : provided.names) {
      if (seen.insert(named.name).second) continue;
      faults.add("package.provided_twice", named.where,
                 message("\"{0}\" is named twice under \"{1}\"", named.name, provided.kind),
                 message("keep one of the two"));
    }
  }
  return all;
}

Texts read_languages(const Field& root, ManifestFaults& faults) {
  const Texts known = {"fr", "en"};
  const Message remedy = message("write languages = {{ \"fr\" }}: those its texts are written in");
  const Field* field = root.find("languages");
  Texts languages;
  if (field == nullptr) {
    faults.missing({"languages"}, remedy);
    return languages;
  }
  for (Named& named : read_list(*field, {"languages"}, is_identifier, remedy, faults)) {
    if (std::find(known.begin(), known.end(), named.name) == known.end()) {
      faults.add("package.unknown_language", named.where,
                 message("there is no language \"{0}\"", named.name),
                 suggestion(named.name, known));
    }
    languages.push_back(std::move(named.name));
  }
  if (field->is_table && field->fields.empty()) faults.wrong({"languages"}, *field, remedy);
  return languages;
}

std::vector<Named> read_extends(const Field& root, ManifestFaults& faults) {
  const Field* field = root.find("extends");
  if (field == nullptr) return {};
  return read_list(*field, {"extends"}, is_identifier,
                   message("list the ids of objectives: extends = {{ \"5\" }}"), faults);
}

}  // namespace

std::vector<Requirement> read_requirements(const Field& root, ManifestFaults& faults) {
  std::vector<Requirement> all;
  const Field* field = root.find("requires");
  if (field == nullptr) return all;
  const Message remedy = message("write requires = {{ \"other-plugin >= 1.0\" }}");
  const auto is_text = [](std::string_view) { return true; };
  for (const Named& named : read_list(*field, {"requires"}, is_text, remedy, faults)) {
    if (auto requirement = parse_requirement(named.name)) {
      requirement->where = named.where;
      all.push_back(*std::move(requirement));
    } else {
      faults.add("package.requirement_syntax", named.where,
                 message("\"{0}\" is no requirement", named.name), remedy);
    }
  }
  return all;
}

PluginManifest read_plugin_manifest(const Field& root, ManifestFaults& faults) {
  PluginManifest manifest;
  manifest.extends = read_extends(root, faults);
  manifest.provides = read_provides(root, faults);
  manifest.provides_at = faults.at({"provides"});
  manifest.settings = read_declared_settings(root, faults);
  manifest.languages = read_languages(root, faults);
  for (const Setting& setting : manifest.settings) {
    if (setting.indicator.empty() || manifest.provides_one("indicators", setting.indicator)) {
      continue;
    }
    Texts codes;
    for (const Named& named : manifest.provided("indicators")) codes.push_back(named.name);
    const Message nearest = suggestion(setting.indicator, codes);
    faults.add(
        "package.setting_indicator", faults.at({"settings", setting.name, "indicator"}),
        message("setting \"{0}\" is for indicator {1}, which the plugin does not provide",
                setting.name, setting.indicator),
        nearest.empty() ? message("name an indicator that is listed under provides") : nearest);
  }
  return manifest;
}

}  // namespace cpom::script
