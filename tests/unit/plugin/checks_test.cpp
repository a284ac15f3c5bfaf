#include "plugin/checks.hpp"

#include <string>

#include "support/catch.hpp"
#include "unit/script/folder.hpp"

using namespace cpom;
using namespace cpom::script;

namespace {

/// Codes and places of the faults of all packages, each after the name of its package.
Texts faults_of(Folder& folder) {
  PackageSet set = folder.find();
  plugin::check_packages(set);
  Texts all;
  for (const Package& package : set.packages) {
    for (const std::string& text : folder.texts_of(package.faults)) {
      all.push_back(package.name + ": " + text);
    }
  }
  return all;
}

std::string providing(const std::string& list) { return "  provides = { " + list + " },\n"; }

}  // namespace

TEST_CASE("plugins that keep what they promise have no fault") {
  Folder folder;
  folder.manifest("core", "core", "core")
      .plugin("a", "a", providing("rules = { \"column/x\" }") + "  requires = { \"b >= 1\" },\n")
      .write("a/column/x.lua", "")
      .plugin("b", "b");
  CHECK(faults_of(folder) == Texts{});
}

TEST_CASE("requirements are followed to their end") {
  Folder folder;
  folder.manifest("core", "core", "core")
      .plugin("a", "a", providing("") + "  requires = { \"bb\", \"core\" },\n")
      .plugin("b", "b", providing("") + "  requires = { \"d >= 1.0.1\" },\n")
      .plugin("c", "c", providing("") + "  requires = { \"b\" },\n")
      .plugin("d", "d")
      .plugin("e", "e", providing("") + "  requires = { \"e\" },\n")
      .manifest("r", "r", "region", "region = \"53\", requires = { \"c\" },");
  CHECK(faults_of(folder) == Texts{"a: package.requirement_missing a/package.lua:9",
                                   "a: package.requirement_layer a/package.lua:9",
                                   "b: package.requirement_version b/package.lua:9",
                                   "c: package.requirement_unusable c/package.lua:9",
                                   "e: package.requirement_cycle e/package.lua:9",
                                   "r: package.requirement_unusable r/package.lua:6"});
}

TEST_CASE("what is provided once is not provided again, unless the two can never meet") {
  const std::string setting = "  settings = { weight = { type = \"number\", summary = \"s\" } },\n";
  Folder folder;
  folder.manifest("core", "core", "core")
      .plugin("a", "a", providing("rules = { \"column/x\" }") + "  model = \"m\",\n")
      .write("a/column/x.lua", "")
      .plugin("b", "b", providing("rules = { \"column/x\" }") + "  model = \"n\",\n")
      .write("b/column/x.lua", "")
      .plugin("c", "c", providing("rules = { \"column/x\" }"))
      .write("c/column/x.lua", "")
      .plugin("d", "d", providing("") + setting)
      .plugin("e", "e", providing("") + setting);
  CHECK(faults_of(folder) == Texts{"c: package.provided_twice c/package.lua:8",
                                   "c: package.provided_twice c/package.lua:8",
                                   "e: package.provided_twice e/package.lua:9"});
}

TEST_CASE("a plugin changes no rule and no indicator that it does not add") {
  Folder folder;
  folder.manifest("core", "core", "core")
      .write("core/compute/share.lua", "")
      .manifest("m", "m", "model", "model = \"m\",")
      .write("m/compute/own.lua", "")
      .manifest("n", "n", "model", "model = \"n\",")
      .write("n/compute/far.lua", "")
      .plugin("p", "p",
              providing("rules = { \"compute/share\", \"compute/own\", \"compute/far\", "
                        "\"indicators/1.a/compute\" }") +
                  "  model = \"m\",\n")
      .write("p/compute/share.lua", "")
      .write("p/compute/own.lua", "")
      .write("p/compute/far.lua", "")
      .write("p/indicators/1.a/compute.lua", "");
  CHECK(faults_of(folder) == Texts{"p: rule.plugin_override p/compute/own.lua:1",
                                   "p: rule.plugin_override p/compute/share.lua:1",
                                   "p: rule.plugin_override p/indicators/1.a/compute.lua:1"});
}

TEST_CASE("a setting is needed by a rule of the plugin, of what it requires, or of the core") {
  const std::string settings =
      "  settings = {\n"
      "    mine = { type = \"number\", summary = \"s\" },\n"
      "    theirs = { type = \"number\", summary = \"s\" },\n"
      "    low = { type = \"number\", summary = \"s\" },\n"
      "    nobodys = { type = \"number\", summary = \"s\" },\n"
      "  },\n";
  Folder folder;
  folder.manifest("core", "core", "core")
      .write("core/check/x.lua", "return { needs = { \"param.low?\" } }")
      .plugin("a", "a",
              providing("rules = { \"column/x\" }") + settings + "  requires = { \"b\" },\n")
      .write("a/column/x.lua", "needs = { \"param.mine\" } -- \"param.nobodys\"")
      .plugin("b", "b", providing("rules = { \"column/y\" }"))
      .write("b/column/y.lua", "needs = { 'param.theirs' }");
  CHECK(faults_of(folder) == Texts{"a: package.setting_unused a/package.lua:13"});
}

TEST_CASE("what only a catalogue could hold is missed where there is none") {
  Folder folder;
  folder.plugin("p", "p", providing("indicators = { \"X.1\" }, steps = { \"s\" }"));
  CHECK(faults_of(folder) == Texts{"p: package.not_provided p/package.lua:8",
                                   "p: package.not_provided p/package.lua:8"});
}
