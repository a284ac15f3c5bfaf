#include "script/packages.hpp"

#include <sys/stat.h>

#include <filesystem>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "unit/script/folder.hpp"

using namespace cpom;
using namespace cpom::script;

namespace {

Texts names_of(const PackageSet& set) {
  Texts names;
  for (const Package& package : set.packages) names.push_back(package.name);
  return names;
}

Texts ids_of(const Package& package) {
  Texts ids;
  for (const RuleFile& rule : package.rules) ids.push_back(rule.id);
  return ids;
}

}  // namespace

TEST_CASE("packages are found at any depth, and sorted by layer and name") {
  Folder folder;
  folder.manifest("core", "core", "core")
      .manifest("regions/53-bretagne", "bretagne", "region", "region = \"53\",")
      .manifest("regions/11-idf", "idf", "region", "region = \"11\",")
      .plugin("a/b/c", "deep")
      .manifest("models/m", "m", "model", "model = \"etat-ars\",")
      .manifest(".hidden", "hidden", "core")
      .write("README.md", "x");
  const PackageSet set = folder.find();
  CHECK(folder.faults() == Texts{});
  CHECK(names_of(set) == Texts{"core", "m", "deep", "bretagne", "idf"});
  CHECK(set.packages[3].region == "53");
  CHECK(set.packages[3].where.file == folder.path("regions/53-bretagne/package.lua").string());
}

TEST_CASE("a root may be a package, and is found once") {
  Folder folder;
  folder.manifest("core", "core", "core");
  Diagnostics found;
  const PackageSet set =
      find_packages({{folder.path("core"), folder.path(), folder.path("core/../core")}, {}}, found);
  CHECK(found.empty());
  CHECK(names_of(set) == Texts{"core"});
}

TEST_CASE("rule files have their place, and other files are left alone") {
  Folder folder;
  folder.manifest("p", "p", "core")
      .write("p/compute/share.lua", "1")
      .write("p/compute/share_test.lua", "2")
      .write("p/check/higher.lua", "3")
      .write("p/classify/standard.lua", "4")
      .write("p/rollup/mean.lua", "5")
      .write("p/weather/standard.lua", "6")
      .write("p/indicators/2.c.1/compute.lua", "7")
      .write("p/indicators/2.c.1/check.lua", "8")
      .write("p/indicators/2.c.1/README.md", "9")
      .write("p/tests/anything.lua", "10")
      .write("p/.git/hook.lua", "11")
      .write("p/data.csv", "12")
      .write("p/settings.xml", "<settings/>");
  const PackageSet set = folder.find();
  CHECK(folder.faults() == Texts{});
  REQUIRE(set.packages.size() == 1);
  const Package& package = set.packages[0];
  CHECK(ids_of(package) == Texts{"check/higher", "classify/standard", "compute/share",
                                 "indicators/2.c.1/check", "indicators/2.c.1/compute",
                                 "rollup/mean", "weather/standard"});
  CHECK(package.rules[2].source == "1");
  CHECK(package.rules[2].path == folder.path("p/compute/share.lua"));
  CHECK(package.settings == folder.path("p/settings.xml"));
}

TEST_CASE("code in the wrong place is told, all of it") {
  Folder folder;
  folder.manifest("p", "p", "core")
      .write("p/share.lua", "")
      .write("p/computes/share.lua", "")
      .write("p/compute/deeper/share.lua", "")
      .write("p/indicators/compute.lua", "")
      .write("p/indicators/2.c.1/weather.lua", "")
      .write("p/indicators/2.c.1/x/compute.lua", "")
      .write("p/compute/package.lua", "")
      .write("p/compute/my share.lua", "")
      .write("p/compute/good.lua", "");
  const PackageSet set = folder.find();
  CHECK(folder.faults() ==
        Texts{"package.stray_file p/compute/deeper/share.lua",
              "package.bad_name p/compute/my share.lua", "package.stray_file p/computes/share.lua",
              "package.stray_file p/indicators/2.c.1/weather.lua",
              "package.stray_file p/indicators/2.c.1/x/compute.lua",
              "package.stray_file p/indicators/compute.lua", "package.stray_file p/share.lua"});
  CHECK(ids_of(set.packages[0]) == Texts{"compute/good", "compute/package"});
}

TEST_CASE("links do not lead out of a package, and special files are not opened") {
  Folder outside;
  outside.write("secret.lua", "return 1").manifest("package", "linked", "core");
  Folder folder;
  folder.manifest("p", "p", "core").write("p/compute/share.lua", "1");
  fs::create_symlink(outside.path("secret.lua"), folder.path("p/compute/out.lua"));
  fs::create_symlink("share.lua", folder.path("p/compute/same.lua"));
  fs::create_symlink("nowhere.lua", folder.path("p/compute/broken.lua"));
  fs::create_directory_symlink(outside.path(), folder.path("p/check"));
  fs::create_symlink("/dev/zero", folder.path("p/settings.xml"));
  fs::create_directory_symlink(outside.path("package"), folder.path("linked"));
  fs::create_directory(folder.path("q"));
  fs::create_symlink(outside.path("package/package.lua"), folder.path("q/package.lua"));
  REQUIRE(mkfifo(folder.path("p/compute/pipe.lua").c_str(), 0600) == 0);
  const PackageSet set = folder.find();
  CHECK(folder.faults() ==
        Texts{"package.link linked", "package.link p/check", "file.not_found p/compute/broken.lua",
              "package.link p/compute/out.lua", "file.not_regular p/compute/pipe.lua",
              "package.link p/settings.xml", "package.link q/package.lua"});
  CHECK(names_of(set) == Texts{"p"});
  CHECK(ids_of(set.packages[0]) == Texts{"compute/same", "compute/share"});
  CHECK(set.packages[0].settings.empty());
}

TEST_CASE("a folder that is not there, and one without packages") {
  Folder folder;
  Diagnostics found;
  find_packages({{folder.path("nowhere")}, {}}, found);
  REQUIRE(found.all().size() == 1);
  CHECK(found.all()[0].code == "package.no_folder");
  folder.find();
  CHECK(folder.faults() == Texts{});
  folder.write("compute/share.lua", "").find();
  CHECK(folder.faults() == Texts{"package.none ."});
  CHECK(folder.found.all()[0].severity == Severity::warning);
}

TEST_CASE("two packages of one name are an error that names both") {
  Folder folder;
  folder.manifest("a", "same", "core").manifest("b", "same", "model", "model = \"m\",");
  const PackageSet set = folder.find();
  CHECK(names_of(set) == Texts{"same"});
  CHECK(folder.faults() == Texts{"package.duplicate b/package.lua:1"});
  CHECK(folder.first_fault() == "a package \"same\" is already in " +
                                    folder.path("a/package.lua").string() +
                                    " (give one of the two another name)");
}

TEST_CASE("packages apply by model, region and contract") {
  PackageSet set;
  const auto add = [&](const std::string& name, model::Layer layer, const std::string& model,
                       const std::string& region, const std::string& contract) {
    Package package;
    package.name = name;
    package.layer = layer;
    package.model = model;
    package.region = region;
    package.contract = contract;
    set.packages.push_back(package);
  };
  using model::Layer;
  add("core", Layer::core, "", "", "");
  add("by-id", Layer::model, "m-2024", "", "");
  add("by-family", Layer::model, "family", "", "");
  add("other-model", Layer::model, "m-2019", "", "");
  add("plugin", Layer::plugin, "", "", "");
  add("plugin-other", Layer::plugin, "m-2019", "", "");
  add("region", Layer::region, "", "53", "");
  add("region-model", Layer::region, "m-2024", "53", "");
  add("region-other-model", Layer::region, "m-2019", "53", "");
  add("other-region", Layer::region, "", "11", "");
  add("contract", Layer::contract, "", "", "c");
  add("other-contract", Layer::contract, "", "", "d");
  model::Model model;
  model.id = "m-2024";
  model.family = "family";
  model::Contract contract;
  contract.id = "c";
  contract.region = "53";
  contract.packages = {{"plugin", {}}, {"plugin-other", {}}};
  Texts names;
  for (const Package* package : set.applying_to(model, contract)) names.push_back(package->name);
  CHECK(names ==
        Texts{"core", "by-id", "by-family", "plugin", "region", "region-model", "contract"});
}
