/// What the manifest of a plugin says besides what every package says.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "model/vocabulary.hpp"

namespace cpom::script {

/// percent: a number from 0 to 100 unless its bounds say otherwise. boolean: 1 or 0 as the value
/// of a parameter.
enum class SettingType { number, integer, percent, boolean };

/// A parameter that the plugin declares, and that a region or a contract may set.
struct Setting {
  std::string name;
  SettingType type = SettingType::number;
  /// Unset: the parameter exists only where somebody sets it.
  std::optional<double> fallback;
  std::optional<double> minimum;
  std::optional<double> maximum;
  /// The one indicator it holds for; empty: all.
  std::string indicator;
  bool assumption = false;
  /// French.
  std::string summary;
  Position where;
};

/// A name of the manifest, with its place.
struct Named {
  std::string name;
  Position where;
};

/// What it adds, by kind: "objectives", "indicators", "missions", "groups", "steps", "rules".
struct Provided {
  std::string_view kind;
  std::vector<Named> names;
};

inline constexpr std::array<std::string_view, 6> provided_kinds = {
    "objectives", "indicators", "missions", "groups", "steps", "rules"};

struct PluginManifest {
  /// Ids of objectives at or below which it adds; empty: anywhere.
  std::vector<Named> extends;
  /// One entry for each of provided_kinds, in that order.
  std::vector<Provided> provides;
  std::vector<Setting> settings;
  /// Languages its texts are written in: "fr".
  std::vector<std::string> languages;
  /// Where `provides` begins.
  Position provides_at;

  const std::vector<Named>& provided(std::string_view kind) const;
  bool provides_one(std::string_view kind, std::string_view name) const;
};

}  // namespace cpom::script

namespace cpom::model {

template <>
struct Words<script::SettingType> {
  static constexpr std::array<std::pair<script::SettingType, std::string_view>, 4> list = {{
      {script::SettingType::number, "number"},
      {script::SettingType::integer, "integer"},
      {script::SettingType::percent, "percent"},
      {script::SettingType::boolean, "boolean"},
  }};
};

}  // namespace cpom::model
