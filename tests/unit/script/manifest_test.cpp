#include "script/manifest.hpp"

#include <string>

#include "support/catch.hpp"
#include "unit/script/folder.hpp"

using namespace cpom;
using namespace cpom::script;

namespace {

/// Faults of a package.lua with this text.
Texts faults_of(const std::string& manifest) {
  Folder folder;
  folder.write("p/package.lua", manifest).find();
  return folder.faults();
}

}  // namespace

TEST_CASE("a manifest tells all its faults at once, each with its line") {
  CHECK(faults_of("return {\n"
                  "  nmae = \"x\",\n"
                  "  layer = \"regoin\",\n"
                  "  api = \"1\",\n"
                  "  -- summary = \"x\"\n"
                  "  summary = 12,\n"
                  "}\n") ==
        Texts{"package.unknown_key p/package.lua:2", "package.missing_key p/package.lua:1",
              "package.wrong_type p/package.lua:6", "package.wrong_type p/package.lua:3",
              "package.wrong_type p/package.lua:4"});
  Folder folder;
  folder.write("p/package.lua", "return { nmae = \"x\" }").find();
  CHECK(folder.first_fault() == "a package has no \"nmae\" (did you mean \"name\"?)");
}

TEST_CASE("what a manifest may not be") {
  const std::string common = "name = \"p\", api = 1, summary = \"s\", ";
  const auto [source, fault] = GENERATE_COPY(table<std::string, std::string>({
      {"return {", "package.syntax p/package.lua:1"},
      {"\nreturn \"x\"", "package.shape p/package.lua:1"},
      {"x = 1", "package.constant p/package.lua:1"},
      {"return { name = os.getenv(\"HOME\") }", "package.unavailable p/package.lua:1"},
      {"\nreturn { name = tostring(1) }", "package.unknown_name p/package.lua:2"},
      {"while true do end", "package.budget p/package.lua:1"},
      {"local s = \"x\" while true do s = s .. s end", "package.memory p/package.lua:1"},
      {"local x = nil + 1", "package.error p/package.lua:1"},
      {"-- \xff", "package.syntax p/package.lua:1"},
      {"return { " + common + "layer = \"region\" }", "package.missing_key p/package.lua:1"},
      {"return { " + common + "layer = \"model\" }", "package.missing_key p/package.lua:1"},
      {"return { " + common + "layer = \"contract\" }", "package.missing_key p/package.lua:1"},
      {"return { " + common + "layer = \"region\", region = 53 }",
       "package.wrong_type p/package.lua:1"},
      {"return { " + common + "layer = \"core\",\n region = \"53\" }",
       "package.misplaced_key p/package.lua:2"},
      {"return { " + common + "layer = \"contract\", contract = \"a b\" }",
       "package.wrong_type p/package.lua:1"},
      {"return { " + common + "layer = \"core\", [1] = 2 }", "package.unknown_key p/package.lua:1"},
      {"return { name = \"p\", layer = \"core\", summary = \"s\" }",
       "package.missing_key p/package.lua:1"},
      {"return { name = \"p\", layer = \"core\", summary = \"s\",\n api = 3 }",
       "package.api p/package.lua:2"},
      {"return { name = \"p\", layer = \"core\", summary = \"s\",\n api = { min = 3, max = 4 } }",
       "package.api p/package.lua:2"},
      {"return { name = \"p\", layer = \"core\", summary = \"s\",\n api = { 3, 4 } }",
       "package.api p/package.lua:2"},
      {"return { " + common + "layer = \"region\",\n region = \"99\" }",
       "package.unknown_region p/package.lua:2"},
      {"return { " + common + "layer = \"region\", region = \"53\",\n proposal = 1 }",
       "package.wrong_type p/package.lua:2"},
      {"return { " + common + "layer = \"region\", region = \"53\",\n provides = {} }",
       "package.misplaced_key p/package.lua:2"},
      {"return { name = \"p\", layer = \"core\", summary = \"s\", api = { min = 1 } }",
       "package.wrong_type p/package.lua:1"},
      {"return { name = \"p\", layer = \"core\", summary = \"s\", api = { min = 1, mx = 2 } }",
       "package.wrong_type p/package.lua:1"},
      {"return { name = \"p\", layer = \"core\", summary = \"s\", api = 1.5 }",
       "package.wrong_type p/package.lua:1"},
      {"return { name = \"p\", layer = \"core\", summary = \" \", api = 1 }",
       "package.wrong_type p/package.lua:1"},
      {"return { name = \"\", layer = \"core\", summary = \"s\", api = 1 }",
       "package.wrong_type p/package.lua:1"},
  }));
  INFO(source);
  CHECK(faults_of(source) == Texts{fault});
}

TEST_CASE("a range of revisions is understood") {
  for (const std::string range : {"{ min = 1, max = 3 }", "{ 1, 2 }", "{ 2, 7 }", "1", "2"}) {
    CHECK(faults_of("return { name = \"p\", layer = \"core\", summary = \"s\", api = " + range +
                    " }") == Texts{});
  }
}

TEST_CASE("a range of revisions has two bounds, in their order") {
  const auto told = [](const std::string& range) {
    Folder folder;
    folder
        .write("p/package.lua",
               "return { name = \"p\", layer = \"core\", summary = \"s\", api = " + range + " }")
        .find();
    return folder.first_fault();
  };
  CHECK(told("{ min = 2, max = 1 }") ==
        "the least revision of \"api\", 2, is greater than the greatest, 1 (exchange them, or "
        "correct one)");
  CHECK(told("{ 3, 1 }") ==
        "the least revision of \"api\", 3, is greater than the greatest, 1 (exchange them, or "
        "correct one)");
  const std::string bounds =
      "\"api\" needs two bounds, whole numbers from 1 on (write api = { min = 1, max = 2 })";
  CHECK(told("{ min = 1 }") == bounds);
  CHECK(told("{ min = 0, max = 2 }") == bounds);
  CHECK(told("{ 1.5, 2 }") == bounds);
}
