#include "reference/kinds.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "reference/annotations.hpp"
#include "script/manifest.hpp"
#include "support/catch.hpp"

using namespace cpom;
using namespace cpom::reference;

TEST_CASE("Every input of every kind of rule has words in both languages") {
  REQUIRE(kind_entries().size() == engine::all_rule_kinds.size());
  for (const KindEntry& kind : kind_entries()) {
    CAPTURE(engine::word_of(kind.kind));
    const auto inputs = engine::inputs_of(kind.kind);
    std::vector<std::string_view> described;
    for (const Entry& input : kind.inputs) {
      CHECK_FALSE(input.text.english.empty());
      CHECK_FALSE(input.text.french.empty());
      described.push_back(input.name);
    }
    CHECK(described == std::vector<std::string_view>(inputs.begin(), inputs.end()));
  }
}

TEST_CASE("Every key of a manifest has words") {
  std::vector<std::string> described;
  for (const Entry& key : package_keys()) described.emplace_back(key.name);
  std::vector<std::string> known = script::manifest_keys();
  std::sort(described.begin(), described.end());
  std::sort(known.begin(), known.end());
  CHECK(described == known);
}

TEST_CASE("Annotations without a contract leave names open, with one they are its own") {
  const auto open = annotations(Language::french);
  REQUIRE(open.size() == 3);
  CHECK(open[1].text.find("---@alias cpom.status string\n") != std::string::npos);

  ContractNames names;
  names.contract = "essai";
  names.statuses = {{"reached", "Atteint"}};
  names.parameters = {{"partial_from", "50 (core, rules/core/settings.xml:5)"}};
  const std::string closed = annotations(Language::french, &names)[1].text;
  CHECK(closed.starts_with(std::string(annotation_head) + " essai\n"));
  CHECK(closed.find("---@alias cpom.status\n---| \"reached\" # Atteint\n") != std::string::npos);
  CHECK(closed.find("---| \"param.partial_from\" # 50 (core, rules/core/settings.xml:5)\n") !=
        std::string::npos);
}
