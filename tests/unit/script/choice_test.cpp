#include "script/choice.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace cpom;
using namespace cpom::script;
using Texts = std::vector<std::string>;
using model::Layer;

namespace {

struct Bench {
  Bench() {
    model.id = "m-2024";
    model.family = "m";
    add("core", Layer::core);
  }

  Package& add(const std::string& name, Layer layer, const Texts& required = {}) {
    Package package;
    package.name = name;
    package.layer = layer;
    if (layer == Layer::region) package.region = "53";
    for (const std::string& each : required) package.requirements.push_back({each, {}, {}});
    set.packages.push_back(package);
    return set.packages.back();
  }

  Texts chosen(const Texts& named) {
    Chooser chooser{&model, "53", "c", {}};
    for (const std::string& name : named) chooser.packages.push_back({name, {}, {}});
    Texts names;
    for (const Package* package : choose(set, chooser)) names.push_back(package->name);
    return names;
  }

  model::Model model;
  PackageSet set;
};

}  // namespace

TEST_CASE("plugins apply when a contract names them, with what they require first") {
  Bench bench;
  bench.add("a", Layer::plugin, {"z"});
  bench.add("b", Layer::plugin);
  bench.add("z", Layer::plugin, {"y"});
  bench.add("y", Layer::plugin);
  bench.add("bzh", Layer::region);
  CHECK(bench.chosen({}) == Texts{"core", "bzh"});
  CHECK(bench.chosen({"b", "a"}) == Texts{"core", "y", "z", "a", "b", "bzh"});
  CHECK(bench.chosen({"nobody", "core"}) == Texts{"core", "bzh"});
}

TEST_CASE("a proposal applies when it is named, a region's package always, with their plugins") {
  Bench bench;
  bench.add("a", Layer::plugin);
  bench.add("b", Layer::plugin);
  bench.add("bzh", Layer::region, {"a"});
  bench.add("prop", Layer::region, {"b"}).proposal = true;
  bench.add("far", Layer::region).region = "11";
  bench.set.packages.back().proposal = true;
  CHECK(bench.chosen({}) == Texts{"core", "a", "bzh"});
  CHECK(bench.chosen({"prop", "far"}) == Texts{"core", "a", "b", "bzh", "prop"});
}

TEST_CASE("a circle of requirements does not keep the choice from ending") {
  Bench bench;
  bench.add("a", Layer::plugin, {"b"});
  bench.add("b", Layer::plugin, {"a"});
  CHECK(bench.chosen({"a"}) == Texts{"core", "b", "a"});
}

TEST_CASE("a package for another model does not apply, a family's does") {
  Bench bench;
  bench.add("a", Layer::plugin).model = "m";
  bench.add("b", Layer::plugin).model = "other";
  CHECK(bench.chosen({"a", "b"}) == Texts{"core", "a"});
}
