#include "script/version.hpp"

#include "support/catch.hpp"

using namespace cpom::script;

TEST_CASE("versions are read and compared as numbers") {
  CHECK(text_of(*parse_version("1")) == "1.0.0");
  CHECK(text_of(*parse_version("1.20")) == "1.20.0");
  CHECK(text_of(*parse_version("01.2.3")) == "1.2.3");
  CHECK(*parse_version("1.9") < *parse_version("1.10"));
  CHECK(*parse_version("1.2.0") == *parse_version("1.2"));
  for (const char* text : {"", ".", "1.", ".1", "1.2.3.4", "1.x", "v1", "-1", "1 ", "1234567"}) {
    INFO(text);
    CHECK_FALSE(parse_version(text));
  }
}
