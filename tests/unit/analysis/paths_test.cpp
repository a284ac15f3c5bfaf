#include "support/catch.hpp"
#include "unit/analysis/fixture.hpp"

using namespace cpom;
using namespace cpom::analysis;

namespace {

Texts told_of_body(const std::string& body) { return told_of("compute/share", computing(body)); }

const std::string place = "core/compute/share.lua:";

}  // namespace

TEST_CASE("paths: a rule that can end without a result") {
  const std::string told = ": rule compute/share can end without a result";
  CHECK(told_of_body("    if value > 1 then\n      return value\n    end\n") ==
        Texts{"rule.no_result " + place + "7:3" + told});
  CHECK(told_of_body("    if value > 1 then\n      return\n    end\n    return value\n") ==
        Texts{"rule.no_result " + place + "5:7" + told});
  CHECK(told_of_body("    for i = 1, 3 do\n      if value > i then\n        return i\n"
                     "      end\n    end\n") == Texts{"rule.no_result " + place + "9:3" + told});
}

TEST_CASE("paths: every way to a result is followed") {
  CHECK(told_of_body("    if value > 1 then\n      return value\n    else\n      return 0\n"
                     "    end\n")
            .empty());
  CHECK(told_of_body("    while true do\n      if value > 1 then\n        return value\n"
                     "      end\n      value = value + 1\n    end\n")
            .empty());
  CHECK(told_of_body("    if value > 1 then\n      return value\n    end\n"
                     "    error(\"no such value\")\n")
            .empty());
  CHECK(told_of_body("    return math.max(value, 1)\n").empty());
}

TEST_CASE("paths: lines that nothing leads to") {
  CHECK(told_of_body("    do\n      return value\n    end\n    value = 2\n    value = 3\n"
                     "    return value\n") ==
        Texts{"rule.unreachable " + place + "7:5: this line is never reached"});
  CHECK(told_of_body("    error(\"not yet\")\n    return value\n") ==
        Texts{"rule.unreachable " + place + "5:5: this line is never reached"});
}

TEST_CASE("paths: what the compiler adds is not told") {
  CHECK(
      told_of_body("    for _, each in ipairs({ value }) do\n      return each\n    end\n"
                   "    for i = 1, value do\n      return i\n    end\n"
                   "    if value then\n      return value\n    else\n      return 1\n    end\n") ==
      Texts{});
  CHECK(told_of_body("    while true do\n      value = value - 1\n"
                     "      if value > 5 then\n        goto continue\n      end\n"
                     "      if value < 0 then\n        break\n      end\n"
                     "      ::continue::\n    end\n"
                     "    return math.max(\n      value,\n      1\n    )\n") == Texts{});
}

TEST_CASE("paths: an input that is never read") {
  const std::string needs = "return {\n  needs = { \"numerator\", \"denominator?\" },\n";
  CHECK(told_of("compute/share", needs + "  compute = function(numerator, denominator)\n"
                                         "    return numerator\n  end,\n}\n") ==
        Texts{"rule.unused_input " + place +
              "2:27: rule compute/share needs \"denominator\" and never looks at it"});
  CHECK(told_of("compute/share", needs + "  compute = function(numerator, _)\n"
                                         "    return numerator\n  end,\n}\n")
            .empty());
  CHECK(told_of("compute/share", needs + "  compute = function(numerator, denominator)\n"
                                         "    local function half() return denominator / 2 end\n"
                                         "    return numerator + half()\n  end,\n}\n")
            .empty());
}
