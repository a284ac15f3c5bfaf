#include "script/plugin_manifest.hpp"

#include <string>

#include "support/catch.hpp"
#include "unit/script/folder.hpp"

using namespace cpom;
using namespace cpom::script;

namespace {

/// The package of a plugin's manifest with these keys besides the usual ones.
Package plugin_with(const std::string& keys) {
  Folder folder;
  PackageSet set = folder.plugin("p", "p", keys).find();
  REQUIRE(folder.found.empty());
  REQUIRE(set.packages.size() == 1);
  return set.packages.front();
}

/// Its faults as "code line: what (remedy)", line 8 being the first of \a keys.
Texts faults_of(const std::string& keys) {
  Texts all;
  for (const Diagnostic& fault : plugin_with(keys).faults) {
    const auto say = [](const Message& text) { return render(text, Language::english); };
    all.push_back(fault.code.substr(8) + " " + std::to_string(fault.where.line) + ": " +
                  say(fault.what) + " (" + say(fault.remedy) + ")");
  }
  return all;
}

Texts names_of(const std::vector<Named>& list) {
  Texts names;
  for (const Named& named : list) names.push_back(named.name);
  return names;
}

}  // namespace

TEST_CASE("a plugin's manifest says what it adds, declares and requires") {
  const Package package = plugin_with(
      "  model = \"dac\",\n"
      "  extends = { \"5\", \"2.c\" },\n"
      "  requires = { \"other >= 1.2\", \"more\" },\n"
      "  provides = {\n"
      "    indicators = { \"SI.1\" },\n"
      "    rules = { \"compute/x\", \"indicators/SI.1/check\" },\n"
      "  },\n"
      "  settings = {\n"
      "    depth = { type = \"integer\", default = 3, minimum = 1, maximum = 5, summary = \"p\" "
      "},\n"
      "    floor = { type = \"percent\", indicator = \"SI.1\", assumption = true, summary = \"f\" "
      "},\n"
      "    strict = { type = \"boolean\", default = true, summary = \"s\" },\n"
      "  },\n");
  // What is announced and not in the folder is for the checks among packages.
  CHECK(package.faults.empty());
  CHECK(text_of(*package.version) == "1.0.0");
  CHECK(package.model == "dac");
  REQUIRE(package.requirements.size() == 2);
  CHECK(package.requirements[0].name == "other");
  CHECK(text_of(*package.requirements[0].least) == "1.2.0");
  CHECK(package.requirements[0].where.line == 10);
  CHECK_FALSE(package.requirements[1].least);
  const PluginManifest& manifest = *package.plugin;
  CHECK(names_of(manifest.extends) == Texts{"5", "2.c"});
  CHECK(names_of(manifest.provided("indicators")) == Texts{"SI.1"});
  CHECK(names_of(manifest.provided("rules")) == Texts{"compute/x", "indicators/SI.1/check"});
  CHECK(manifest.provided("rules")[1].where.line == 13);
  CHECK(manifest.languages == Texts{"fr"});
  REQUIRE(manifest.settings.size() == 3);
  const Setting& depth = manifest.settings[0];
  CHECK(depth.name == "depth");
  CHECK(depth.fallback == 3);
  CHECK(depth.minimum == 1);
  CHECK(depth.where.line == 16);
  const Setting& floor = manifest.settings[1];
  CHECK_FALSE(floor.fallback);
  CHECK(floor.maximum == 100);
  CHECK(floor.indicator == "SI.1");
  CHECK(floor.assumption);
  CHECK(manifest.settings[2].fallback == 1);
}

TEST_CASE("a wrong plugin manifest tells all its faults, and says who it is") {
  Folder folder;
  const PackageSet set =
      folder
          .write("p/package.lua",
                 "return {\n  name = \"p\",\n  layer = \"plugin\",\n"
                 "  summary = \"s\",\n  api = 3,\n  versoin = \"1\",\n"
                 "  region = \"53\",\n  extends = 5,\n"
                 "  provides = { indicator = {}, rules = { 1, \"a/b\", \"a/b\" } },\n"
                 "  requires = { \"x > 1\" },\n  languages = { \"de\" },\n}\n")
          .find();
  CHECK(folder.faults() == Texts{});
  REQUIRE(set.packages.size() == 1);
  CHECK(set.packages[0].name == "p");
  CHECK(folder.texts_of(set.packages[0].faults) ==
        Texts{"package.unknown_key p/package.lua:6", "package.misplaced_key p/package.lua:7",
              "package.api p/package.lua:5", "package.missing_key p/package.lua:1",
              "package.requirement_syntax p/package.lua:10", "package.wrong_type p/package.lua:8",
              "package.unknown_key p/package.lua:9", "package.wrong_type p/package.lua:9",
              "package.provided_twice p/package.lua:9",
              "package.unknown_language p/package.lua:11"});
}

TEST_CASE("each fault of a manifest says what would be right") {
  const std::string provides = "  provides = {},\n";
  const auto one = [&](const std::string& keys) {
    const Texts faults = faults_of(provides + keys);
    REQUIRE(faults.size() == 1);
    return faults.front();
  };
  CHECK(faults_of("") == Texts{"missing_key 1: \"provides\" is missing (write provides = { "
                               "indicators = { \"…\" }, rules = { \"compute/…\" } }: what the "
                               "package adds)"});
  CHECK(one("  extend = {},\n") ==
        "unknown_key 9: a package has no \"extend\" (did you mean \"extends\"?)");
  CHECK(one("  requires = { \"b >= one\" },\n") ==
        "requirement_syntax 9: \"b >= one\" is no requirement (write requires = { \"other-plugin "
        ">= 1.0\" })");
  const auto setting = [&](const std::string& fields) {
    return one("  settings = {\n    depth = { summary = \"s\", " + fields + " },\n  },\n");
  };
  CHECK(setting("default = 2") ==
        "missing_key 10: \"type\" is missing (known: number, integer, percent, boolean)");
  CHECK(setting("type = \"intger\"") ==
        "wrong_type 10: \"type\" is the text \"intger\" (did you mean \"integer\"?)");
  CHECK(setting("type = \"number\", defualt = 2") ==
        "unknown_key 10: \"depth\" has no \"defualt\" (did you mean \"default\"?)");
  CHECK(setting("type = \"integer\", default = 2.5") ==
        "setting_default 10: the default of setting \"depth\" is the number 2.5 (give a whole "
        "number)");
  CHECK(setting("type = \"percent\", default = 120") ==
        "setting_default 10: the default of setting \"depth\" is the number 120 (give a number "
        "from 0 to 100)");
  CHECK(setting("type = \"boolean\", default = 1") ==
        "setting_default 10: the default of setting \"depth\" is the number 1 (write true or "
        "false)");
  CHECK(setting("type = \"number\", minimum = 3, maximum = 2") ==
        "setting_bounds 10: the minimum of setting \"depth\" is 3, its maximum 2 (exchange the "
        "two)");
  CHECK(setting("type = \"number\", indicator = \"X.1\"") ==
        "setting_indicator 10: setting \"depth\" is for indicator X.1, which the plugin does not "
        "provide (name an indicator that is listed under provides)");
}

TEST_CASE("the API of a plugin is that of this program") {
  const auto fault = [](const std::string& api) {
    Folder folder;
    const PackageSet set =
        folder
            .write(
                "p/package.lua",
                "return { name = \"p\", layer = \"plugin\", summary = \"s\", version = \"1.0.0\","
                " provides = {}, languages = { \"fr\" },\n api = " +
                    api + " }")
            .find();
    REQUIRE(set.packages.size() == 1);
    const auto& faults = set.packages[0].faults;
    if (faults.empty()) return std::string();
    return render(faults[0].what, Language::english) + " (" +
           render(faults[0].remedy, Language::english) + ")";
  };
  CHECK(fault("2").empty());
  CHECK(fault("{ 1, 2 }").empty());
  CHECK(fault("{ 2, 4 }").empty());
  CHECK(fault("3") ==
        "the package needs API 3, this is 2 (install a version of it for API 1 to 2, or a program "
        "that has API 3)");
  CHECK(fault("1") ==
        "the package is written for API 1, and a plugin needs API 2 (write api = 2, the revision "
        "of this program)");
}

TEST_CASE("a plugin that cannot be read is named after its folder") {
  Folder folder;
  folder.write("roots/mine/package.lua", "return {").manifest("core", "core", "core");
  Diagnostics found;
  const PackageSet set = find_packages({{folder.path("core")}, {folder.path("roots")}}, found);
  CHECK(found.empty());
  REQUIRE(set.find("mine") != nullptr);
  CHECK(set.find("mine")->layer == model::Layer::plugin);
  CHECK(folder.texts_of(set.find("mine")->faults) ==
        Texts{"package.syntax roots/mine/package.lua:1"});
}
