#include "cli/data_folder.hpp"

#include <filesystem>

#include "support/catch.hpp"

TEST_CASE(
    "report file names: seen from the contract, or from the data folder for what is shipped") {
  const auto name = cpom::cli::report_file_names("/opt/cpom");
  CHECK(name("/home/a/values.csv", "/home/a/contract.xml") == "values.csv");
  CHECK(name("/home/x/values.csv", "/home/a/contract.xml") == "../x/values.csv");
  CHECK(name("/home/a/./b/../values.csv", "/home/a/contract.xml") == "values.csv");
  CHECK(name("/opt/cpom/rules/core/compute/share.lua", "/home/a/contract.xml") ==
        "rules/core/compute/share.lua");
  CHECK(name("/opt/cpom/contracts/etat-ars.xml", "/home/a/contract.xml") ==
        "contracts/etat-ars.xml");
  CHECK(name("/opt/cpom/examples/x/values.csv", "/opt/cpom/examples/x/contract.xml") ==
        "values.csv");
  CHECK(name("/opt/cpom-other/rules/a.lua", "/home/a/contract.xml") ==
        "../../opt/cpom-other/rules/a.lua");
}

TEST_CASE("report file names: a relative name and the absolute one of the same file are one") {
  const auto name = cpom::cli::report_file_names("/opt/cpom");
  const std::string here = std::filesystem::current_path().string();
  CHECK(name("d/values.csv", "d/contract.xml") == "values.csv");
  CHECK(name(here + "/d/values.csv", "d/contract.xml") == "values.csv");
  CHECK(name("values.csv", here + "/d/contract.xml") == "../values.csv");
}
