#include "base/names.hpp"

#include <algorithm>

#include "support/catch.hpp"

using namespace cpom;

namespace {

const std::vector<std::string> codes = {"1.a", "2.c.1", "2.c.2", "2.d", "10.a", "C.2.01"};

}  // namespace

TEST_CASE("names: an identifier has 1 to 64 letters, digits, points, dashes and underscores") {
  CHECK(is_identifier("2.c.1"));
  CHECK(is_identifier("etat-ars_2024"));
  CHECK(is_identifier(std::string(64, 'x')));
  CHECK_FALSE(is_identifier(""));
  CHECK_FALSE(is_identifier(std::string(65, 'x')));
  CHECK_FALSE(is_identifier("a b"));
  CHECK_FALSE(is_identifier("é"));
  CHECK_FALSE(is_identifier("../x"));
}

TEST_CASE("names: codes are ordered as people read them") {
  std::vector<std::string> shuffled = {"10.a", "2.c.10", "2.c", "1", "2.c.2", "C.1", "2.b", "02.b"};
  std::sort(shuffled.begin(), shuffled.end(), natural_less);
  CHECK(shuffled ==
        std::vector<std::string>{"1", "02.b", "2.b", "2.c", "2.c.2", "2.c.10", "10.a", "C.1"});
}

TEST_CASE("names: a name is never before itself, and one of two names is before the other") {
  const std::vector<std::string> names = {"1", "01", "1.a", "1.a.1", "a", "", "10", "1a", "1.10"};
  for (const std::string& left : names) {
    for (const std::string& right : names) {
      CAPTURE(left, right);
      CHECK(natural_less(left, right) + natural_less(right, left) == (left == right ? 0 : 1));
    }
  }
}

TEST_CASE("names: numbers longer than any integer are still ordered") {
  CHECK(natural_less("99999999999999999999999", "100000000000000000000000"));
}

TEST_CASE("names: the nearest name bears one mistake in three letters") {
  const std::vector<std::string> words = {"higher", "lower", "corridor", "maintain"};
  CHECK(nearest_name("hihger", words) == "higher");
  CHECK(nearest_name("Lower", words) == "lower");
  CHECK(nearest_name("coridor", words) == "corridor");
  CHECK(nearest_name("upward", words).empty());
}

TEST_CASE("names: missing or other separators are one mistake") {
  CHECK(nearest_name("2c1", codes) == "2.c.1");
  CHECK(nearest_name("c-2-01", codes) == "C.2.01");
}

TEST_CASE("names: accents and capitals make no difference") {
  const std::vector<std::string> strands = {"reunion", "mayotte"};
  CHECK(nearest_name("Réunion", strands) == "reunion");
}

TEST_CASE("names: a name of one or two letters is not guessed") {
  const std::vector<std::string> objectives = {"1", "2", "10"};
  CHECK(nearest_name("3", objectives).empty());
  CHECK(nearest_name("11", objectives).empty());
}

TEST_CASE("names: a long text is no mistyped name and costs no time") {
  CHECK(nearest_name(std::string(1000000, 'x'), codes).empty());
}

TEST_CASE("names: the suggestion is the nearest name") {
  CHECK(suggestion("2.c.3", codes) == message("did you mean \"{0}\"?", "2.c.1"));
}

TEST_CASE("names: without a near one the suggestion lists what is known, if that is short") {
  const std::vector<std::string> words = {"good", "bad"};
  CHECK(suggestion("green", words) == message("known: {0}", "good, bad"));
  CHECK(suggestion("green", std::vector<std::string>(13, "good")).empty());
  CHECK(suggestion("green", std::vector<std::string>{}).empty());
}
