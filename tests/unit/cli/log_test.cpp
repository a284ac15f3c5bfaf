#include "cli/log.hpp"

#include "support/catch.hpp"

using cpom::cli::json_text;

TEST_CASE("log: any text becomes a JSON string") {
  CHECK(json_text("« a »") == "\"« a »\"");
  CHECK(json_text("a\"b\\c\n\t\x1b") == "\"a\\\"b\\\\c\\u000a\\u0009\\u001b\"");
  CHECK(json_text("a\xFF"
                  "b\xC3") == "\"a\uFFFDb\uFFFD\"");
  CHECK(json_text("") == "\"\"");
}
