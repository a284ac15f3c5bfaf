#include "report/findings_report.hpp"

#include <nlohmann/json.hpp>

#include "support/catch.hpp"

using namespace cpom;
using namespace cpom::report;
using nlohmann::json;

namespace {

std::vector<Finding> findings() {
  const std::string source = "return valeur\n";
  std::vector<Diagnostic> all = {{Severity::error,
                                  "rule.unknown_name",
                                  {"règles/un deux.lua", 1, 8},
                                  message("nothing is called '{0}' here", "valeur"),
                                  message("did you mean \"{0}\"?", "value")},
                                 {Severity::note,
                                  "rule.unused",
                                  {"/tmp/a.lua", 0, 0},
                                  message("if none ever does, remove the file"),
                                  {}},
                                 {Severity::warning, "csv.empty_rows", {}, message("odd"), {}}};
  std::vector<Finding> made;
  for (const Diagnostic& each : all) made.push_back({each, excerpt_of(each, source)});
  return made;
}

FindingsStyle english() {
  FindingsStyle style;
  style.language = Language::english;
  style.version = "1.2";
  style.meaning = [](const std::string& code) { return "about " + code; };
  return style;
}

}  // namespace

TEST_CASE("findings: as text, in the reader's language") {
  FindingsStyle style;
  CHECK(finding_text(findings()[0], style) ==
        "règles/un deux.lua:1:8: erreur\u00A0: rien ne s'appelle «\u00A0valeur\u00A0» ici "
        "(vouliez-vous dire «\u00A0value\u00A0»\u00A0?) [rule.unknown_name]\n"
        "     1 | return valeur\n"
        "       |        ^^^^^^\n");
}

TEST_CASE("findings: as JSON") {
  const json document = json::parse(findings_json(findings(), english()));
  CHECK(document["schema"] == findings_schema_version);
  CHECK(document["errors"] == 1);
  CHECK(document["warnings"] == 1);
  CHECK(document["notes"] == 1);
  CHECK(document["findings"][0] == json({{"level", "error"},
                                         {"code", "rule.unknown_name"},
                                         {"file", "règles/un deux.lua"},
                                         {"line", 1},
                                         {"column", 8},
                                         {"width", 6},
                                         {"message", "nothing is called 'valeur' here"},
                                         {"remedy", "did you mean \"value\"?"},
                                         {"excerpt", "return valeur"}}));
  CHECK(document["findings"][1]["line"].is_null());
  CHECK(document["findings"][2]["file"] == "");
}

TEST_CASE("findings: as SARIF 2.1.0") {
  const json document = json::parse(findings_sarif(findings(), english()));
  CHECK(document["version"] == "2.1.0");
  CHECK(document["$schema"] == "https://json.schemastore.org/sarif-2.1.0.json");
  REQUIRE(document["runs"].size() == 1);
  const json& run = document["runs"][0];
  CHECK(run["tool"]["driver"]["name"] == "cpom");
  CHECK(run["tool"]["driver"]["version"] == "1.2");
  const json& rules = run["tool"]["driver"]["rules"];
  REQUIRE(rules.size() == 3);
  CHECK(rules[1] == json({{"id", "rule.unknown_name"},
                          {"shortDescription", {{"text", "about rule.unknown_name"}}},
                          {"help", {{"text", "cpom help rule.unknown_name tells more"}}}}));
  REQUIRE(run["results"].size() == 3);
  CHECK(run["results"][0] ==
        json({{"ruleId", "rule.unknown_name"},
              {"ruleIndex", 1},
              {"level", "error"},
              {"message", {{"text", "nothing is called 'valeur' here (did you mean \"value\"?)"}}},
              {"locations",
               json::array({{{"physicalLocation",
                              {{"artifactLocation", {{"uri", "r%C3%A8gles/un%20deux.lua"}}},
                               {"region",
                                {{"startLine", 1},
                                 {"startColumn", 8},
                                 {"endColumn", 14},
                                 {"snippet", {{"text", "return valeur"}}}}}}}}})}}));
  CHECK(run["results"][1]["locations"][0]["physicalLocation"] ==
        json({{"artifactLocation", {{"uri", "file:///tmp/a.lua"}}}}));
  CHECK_FALSE(run["results"][2].contains("locations"));
  // Every result points to its own rule, by one of the levels of the standard.
  for (const json& result : run["results"]) {
    CHECK(rules[result["ruleIndex"].get<std::size_t>()]["id"] == result["ruleId"]);
    const std::string level = result["level"];
    CHECK((level == "error" || level == "warning" || level == "note"));
  }
}

TEST_CASE("findings: none is a report as well") {
  const json document = json::parse(findings_sarif({}, english()));
  CHECK(document["runs"][0]["results"] == json::array());
  CHECK(document["runs"][0]["tool"]["driver"]["rules"] == json::array());
  CHECK(json::parse(findings_json({}, english()))["findings"] == json::array());
}
