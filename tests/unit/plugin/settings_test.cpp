#include "plugin/settings.hpp"

#include <string>
#include <vector>

#include "base/language.hpp"
#include "support/catch.hpp"

using namespace cpom;
using model::Layer;
using model::Parameter;
using script::Setting;
using script::SettingType;
using Texts = std::vector<std::string>;

namespace {

script::Package plugin_with(std::vector<Setting> settings) {
  script::Package package;
  package.name = "p";
  package.layer = Layer::plugin;
  package.plugin.emplace();
  package.plugin->settings = std::move(settings);
  return package;
}

Setting setting(const std::string& name, SettingType type) {
  Setting made;
  made.name = name;
  made.type = type;
  made.where = {"p/package.lua", 7, 0};
  return made;
}

Parameter parameter(const std::string& name, double value, Layer layer) {
  Parameter made;
  made.name = name;
  made.value = value;
  made.layer = layer;
  made.where = {"s.xml", 3, 1};
  return made;
}

Texts texts(const Diagnostics& found) {
  Texts all;
  for (const Diagnostic& fault : found.all()) all.push_back(render(fault, Language::english));
  return all;
}

}  // namespace

TEST_CASE("defaults become parameters of the plugin, a setting without one does not") {
  Setting depth = setting("depth", SettingType::integer);
  depth.fallback = 3;
  depth.indicator = "X.1";
  depth.assumption = true;
  depth.summary = "Profondeur";
  const auto made = plugin::defaults_of(plugin_with({depth, setting("free", SettingType::number)}));
  REQUIRE(made.size() == 1);
  CHECK(made[0].name == "depth");
  CHECK(made[0].value == 3);
  CHECK(made[0].indicator == "X.1");
  CHECK(made[0].layer == Layer::plugin);
  CHECK(made[0].assumption);
  CHECK(made[0].reason == "Profondeur");
  CHECK(made[0].where == depth.where);
}

TEST_CASE("what region and contract set respects type and bounds, where it is set") {
  Setting depth = setting("depth", SettingType::integer);
  depth.minimum = 1;
  Setting strict = setting("strict", SettingType::boolean);
  Setting own = setting("own", SettingType::number);
  own.indicator = "X.1";
  own.maximum = 2;
  const script::Package package = plugin_with({depth, strict, own});
  Parameter far = parameter("own", 9, Layer::contract);
  far.indicator = "X.2";
  Parameter near = far;
  near.indicator = "X.1";
  Diagnostics found;
  plugin::check_values(
      {&package},
      {parameter("depth", 1.5, Layer::region), parameter("depth", 0, Layer::contract),
       parameter("depth", 1, Layer::contract), parameter("strict", 2, Layer::region), far, near,
       parameter("depth", -1, Layer::model)},
      found);
  CHECK(texts(found) ==
        Texts{"s.xml:3:1: error: setting \"depth\" is 1.5, no whole number (give a whole number "
              "from 1 on) [package.setting_type]",
              "s.xml:3:1: error: setting \"depth\" is 0, out of its bounds (give a whole number "
              "from 1 on) [package.setting_bounds]",
              "s.xml:3:1: error: setting \"strict\" is 2, neither 1 (yes) nor 0 (no) (give 1 (yes) "
              "or 0 (no)) [package.setting_type]",
              "s.xml:3:1: error: setting \"own\" is 9, out of its bounds (give a number up to 2) "
              "[package.setting_bounds]"});
}

TEST_CASE("a plugin sets nothing that is there for all") {
  const script::Package package = plugin_with({});
  Parameter scoped = parameter("partial_from", 1, Layer::plugin);
  scoped.indicator = "X.1";
  Diagnostics found;
  plugin::check_not_taken(
      package,
      {parameter("partial_from", 1, Layer::plugin), scoped, parameter("weight", 1, Layer::plugin),
       parameter("mine", 1, Layer::plugin)},
      {parameter("partial_from", 50, Layer::model)}, found);
  CHECK(texts(found) ==
        Texts{"s.xml:3:1: error: plugin \"p\" sets \"partial_from\", which s.xml:3:1 sets for all; "
              "plugins change nothing that is there (give the setting another name) "
              "[package.setting_taken]",
              "s.xml:3:1: error: plugin \"p\" sets \"weight\" for all indicators; plugins change "
              "nothing that is there (add indicator = \"…\", one that the plugin provides) "
              "[package.setting_taken]"});
}
