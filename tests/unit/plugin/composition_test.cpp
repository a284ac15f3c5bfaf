#include "plugin/composition.hpp"

#include <string>

#include "plugin/checks.hpp"
#include "plugin/inspection.hpp"
#include "plugin/uses.hpp"
#include "script/choice.hpp"
#include "support/catch.hpp"
#include "unit/script/folder.hpp"

using namespace cpom;
using namespace cpom::script;

namespace {

model::Model base_model() {
  model::Model model;
  model.id = "m-2024";
  model.family = "m";
  model.levels = {{"axis", "Axe"}, {"objective", "Objectif"}};
  model::Objective one;
  one.id = "1";
  one.level = "axis";
  model.objectives.push_back(one);
  return model;
}

std::string objective(const std::string& id) {
  return "<catalogue><objectives><objective id=\"" + id +
         "\" level=\"objective\" label=\"x\" parent=\"1\"/></objectives></catalogue>";
}

/// A plugin that adds objective \a id.
void write_plugin(Folder& folder, const std::string& name, const std::string& id,
                  const std::string& more = {}) {
  folder.plugin(name, name, "  provides = { objectives = { \"" + id + "\" } },\n" + more)
      .write(name + "/catalogue.xml", objective(id));
}

struct Bench {
  explicit Bench(Folder& made) : folder(made), set(made.find()) { plugin::check_packages(set); }

  const plugin::Composition& compose(const Texts& named) {
    Chooser chooser{&model, "53", "c", {}};
    for (const std::string& name : named) chooser.packages.push_back({name, {}, {}});
    return composer.compose(model, choose(set, chooser), found);
  }

  Texts faults() const { return folder.texts_of(found.all()); }

  Folder& folder;
  PackageSet set;
  plugin::SettingsFiles settings;
  plugin::Composer composer{set, settings};
  model::Model model = base_model();
  Diagnostics found;
};

Texts ids_of(const model::Model& model) {
  Texts ids;
  for (const model::Objective& each : model.objectives) ids.push_back(each.id);
  return ids;
}

}  // namespace

TEST_CASE("the model of a contract is the base with what its plugins add") {
  Folder folder;
  write_plugin(folder, "a", "1.a");
  write_plugin(folder, "b", "1.b", "  requires = { \"c\" },\n");
  write_plugin(folder, "c", "1.c");
  Bench bench(folder);
  REQUIRE(bench.compose({}).model);
  CHECK(ids_of(*bench.compose({}).model) == Texts{"1"});
  CHECK(ids_of(*bench.compose({"a"}).model) == Texts{"1", "1.a"});
  const model::Model* both = bench.compose({"b", "a"}).model.get();
  REQUIRE(both != nullptr);
  CHECK(ids_of(*both) == Texts{"1", "1.a", "1.c", "1.b"});
  CHECK(both->objective("1.c")->plugin == "c");
  CHECK(bench.compose({"a", "b"}).model.get() == both);
  CHECK(bench.faults() == Texts{});
  CHECK(ids_of(bench.model) == Texts{"1"});
}

TEST_CASE("a catalogue with a fault costs those who use it, and is told once") {
  Folder folder;
  write_plugin(folder, "a", "1.a");
  folder.write("a/catalogue.xml", objective("1.x"));
  write_plugin(folder, "b", "1.b", "  requires = { \"a\" },\n");
  write_plugin(folder, "c", "1.c");
  Bench bench(folder);
  const plugin::Composition& composed = bench.compose({"b"});
  CHECK_FALSE(composed.model);
  REQUIRE(composed.unusable.size() == 2);
  CHECK(composed.unusable[1]->name == "b");
  CHECK(bench.compose({"c"}).model);
  CHECK(bench.faults() ==
        Texts{"package.not_provided a/package.lua:8", "package.undeclared a/catalogue.xml:1:24"});
  bench.compose({"b"});
  CHECK(bench.found.all().size() == 2);
}

TEST_CASE("a contract is told which package it cannot use") {
  Package named;
  named.name = "named";
  named.layer = model::Layer::plugin;
  Package required = named;
  required.name = "required";
  Package region;
  region.name = "bzh";
  region.layer = model::Layer::region;
  const model::Model model = base_model();
  Chooser chooser{&model, "53", "c", {{"named", {}, {"c.xml", 4, 3}}}};
  Diagnostics found;
  plugin::refuse({&required, &named, &region}, chooser, {"c.xml", 1, 0}, found);
  REQUIRE(found.all().size() == 2);
  CHECK(text_of(found.all()[0].where) == "c.xml:4:3");
  CHECK(render(found.all()[0].what, Language::english) ==
        "contract \"c\" uses package \"named\", which cannot be used: the contract is left out");
  CHECK(text_of(found.all()[1].where) == "c.xml:1");
}

TEST_CASE("the uses of a contract are checked, all at once") {
  Folder folder;
  folder.manifest("core", "core", "core")
      .plugin("a", "a")
      .plugin("b", "b", "  provides = {},\n  model = \"other\",\n")
      .plugin("c", "c", "  provides = {},\n  requires = { \"b\" },\n")
      .manifest("far", "far", "region", "region = \"11\", proposal = true,")
      .manifest("near", "near", "region", "region = \"53\", proposal = true,");
  Bench bench(folder);
  const auto use = [](const std::string& name, const std::string& version, int line) {
    return model::PackageUse{name, version, {"c.xml", line, 0}};
  };
  const Chooser chooser{
      &bench.model,
      "53",
      "c",
      {use("aa", "", 1), use("a", "1.0", 2), use("a", "", 3), use("core", "", 4), use("c", "2", 5),
       use("far", "", 6), use("near", "1.0", 7), use("b", "x", 8)}};
  Diagnostics found;
  plugin::check_uses(bench.set, chooser, found);
  Texts all;
  for (const Diagnostic& fault : found.all()) {
    all.push_back(fault.code.substr(9) + " " + std::to_string(fault.where.line));
  }
  CHECK(all == Texts{"unknown_package 1", "package_twice 3", "package_not_by_name 4",
                     "package_other_model 5", "package_version 5", "package_other_region 6",
                     "package_version 7", "package_twice 8"});
}

TEST_CASE("an inspection composes each plugin with the models it is made for") {
  Folder folder;
  folder.manifest("core", "core", "core");
  write_plugin(folder, "a", "1.a", "  model = \"m\",\n");
  write_plugin(folder, "b", "2", "  model = \"m-2024\",\n");
  folder.write("b/catalogue.xml", objective("1"));
  folder.plugin("c", "c", "  provides = {},\n  model = \"m-2042\",\n")
      .plugin("d", "d", "  provides = { rules = { \"column/x\" } },\n")
      .write("d/column/x.lua", "return {")
      .plugin("e", "e", "  provides = {},\n  requires = { \"b\" },\n");
  Bench bench(folder);
  Texts all;
  for (const plugin::Inspection& each :
       plugin::inspect(bench.set, {&bench.model}, bench.composer)) {
    all.push_back(each.package->name + (each.fits == nullptr ? "" : " fits"));
    for (const std::string& text : folder.texts_of(each.faults)) all.push_back(text);
  }
  CHECK(all == Texts{"a fits", "b", "model.duplicate_id b/catalogue.xml:1:35", "c",
                     "package.unknown_model c/package.lua:1", "d", "rule.syntax d/column/x.lua:1",
                     "e", "package.requirement_unusable e/package.lua:1"});
}

TEST_CASE("what a plugin extends is there") {
  Folder folder;
  write_plugin(folder, "a", "1.a", "  extends = { \"1\" },\n");
  write_plugin(folder, "b", "1.b", "  requires = { \"a\" },\n  extends = { \"1.a\", \"1.x\" },\n");
  folder.plugin("c", "c", "  provides = {},\n  extends = { \"9\" },\n");
  Bench bench(folder);
  CHECK(bench.compose({"a"}).model);
  CHECK(bench.faults() == Texts{});
  CHECK_FALSE(bench.compose({"b"}).model);
  CHECK_FALSE(bench.compose({"c"}).model);
  CHECK(bench.faults() ==
        Texts{"package.extends b/package.lua:10", "package.extends c/package.lua:9"});
  Texts said;
  for (const Diagnostic& fault : bench.found.all()) {
    said.push_back(render(fault.what, Language::english) + " (" +
                   render(fault.remedy, Language::english) + ")");
  }
  CHECK(said == Texts{"the model \"m-2024\" has no objective \"1.x\" for the plugin to extend (did "
                      "you mean \"1.a\"?)",
                      "the model \"m-2024\" has no objective \"9\" for the plugin to extend "
                      "(known: 1)"});
}
