#include "support/catch.hpp"
#include "unit/analysis/fixture.hpp"

using namespace cpom;
using namespace cpom::analysis;

namespace {

Texts told_of_body(const std::string& body) { return told_of("compute/share", computing(body)); }

Texts told_of_status(const std::string& body) {
  return CheckBench()
      .package("core", model::Layer::core,
               {{"classify/standard",
                 "return {\n  needs = { \"reached\" },\n"
                 "  classify = function(reached)\n" +
                     body + "  end,\n}\n"}})
      .told();
}

const std::string place = "core/compute/share.lua:4:5: rule compute/share can return ";

}  // namespace

TEST_CASE("results: what is no number") {
  CHECK(told_of_body("    return value > 0 and \"12\" or value\n") ==
        Texts{"rule.result " + place + "the text \"12\""});
  CHECK(told_of_body("    return value > 12\n") == Texts{"rule.result " + place + "false"});
  CHECK(told_of_body("    return { value }\n") == Texts{"rule.result " + place + "a table"});
  CHECK(told_of_body("    return value .. \"\"\n") == Texts{"rule.result " + place + "a text"});
  CHECK(told_of_body("    return value, true, 1\n") ==
        Texts{"rule.result " + place + "more than two values"});
}

TEST_CASE("results: a value that a condition keeps out is not told") {
  CHECK(told_of_body("    local result\n    if value > 1 then\n      result = value\n    end\n"
                     "    if result then\n      return result\n    end\n"
                     "    return nil, \"too little\"\n")
            .empty());
  CHECK(told_of_body("    local result\n    if value > 1 then\n      result = value\n    end\n"
                     "    if result == nil then\n      return nil, \"too little\"\n    end\n"
                     "    return result\n")
            .empty());
}

TEST_CASE("results: nothing, without a reason") {
  CHECK(told_of_body("    if value > 1 then return nil end\n    return value\n") ==
        Texts{"rule.no_reason core/compute/share.lua:4:23: rule compute/share can return nothing "
              "without a reason"});
  CHECK(told_of_body("    if value > 1 then return nil, \"too much\" end\n    return value\n")
            .empty());
}

TEST_CASE("results: a status that the model does not have") {
  CHECK(told_of_status("    local status = reached and \"reached\"\n"
                       "    return status or \"not_reeched\"\n") ==
        Texts{"rule.unknown_status core/classify/standard.lua:5:23: rule classify/standard can "
              "return \"not_reeched\", which is no status of model essai"});
}

TEST_CASE("results: a status of the model that no path returns") {
  CHECK(told_of_status("    return reached and \"reached\" or nil, \"not yet\"\n") ==
        Texts{"rule.status_never core/classify/standard.lua:3: rule classify/standard never "
              "returns \"not_reached\", which model essai has"});
}

TEST_CASE("results: a constant of the file is known in its functions") {
  const std::string file =
      "local best = \"bset\"\nreturn {\n  needs = { \"score\" },\n"
      "  weather = function(score)\n    if score > 50 then\n"
      "      return best\n    end\n    return \"sunny\"\n  end,\n}\n";
  CHECK(told_of("weather/standard", file) ==
        Texts{"rule.unknown_weather core/weather/standard.lua:6: rule weather/standard can return "
              "\"bset\", which is no weather level of model essai"});
}

TEST_CASE("results: statuses of which nothing is known are not guessed") {
  CHECK(told_of_status("    local all = { \"reached\", \"not_reached\" }\n"
                       "    return all[reached and 1 or 2]\n")
            .empty());
}
