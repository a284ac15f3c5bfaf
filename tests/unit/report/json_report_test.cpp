#include "report/writer.hpp"

#include <set>

#include "support/catch.hpp"
#include "unit/report/approved.hpp"
#include "unit/report/full_sample.hpp"
#include "unit/report/schema.hpp"

using namespace cpom;
using cpom::test::approved;
using cpom::test::faults_of;
using cpom::test::FullSample;
using cpom::test::Sample;
using cpom::test::schema_file;

namespace {

using nlohmann::json;

std::string json_of(const Sample& sample, Language language = Language::french) {
  report::Style style;
  style.language = language;
  return report::json_report(sample.evaluations(), style);
}

/// Every object of the schema must list all its members as required and allow no others.
void check_closed(const json& schema) {
  if (!schema.is_structured()) return;
  if (schema.is_object() && schema.contains("properties") && schema["properties"].is_object() &&
      schema.contains("type")) {
    INFO(schema.dump());
    CHECK(schema.value("additionalProperties", true) == false);
    std::set<std::string> required = schema.at("required").get<std::set<std::string>>();
    std::set<std::string> members;
    for (const auto& [name, value] : schema["properties"].items()) members.insert(name);
    CHECK(required == members);
  }
  for (const json& part : schema) check_closed(part);
}

}  // namespace

TEST_CASE("json report: the whole of it") {
  const Sample sample;
  const std::string text = json_of(sample);
  CHECK(text == approved("sample.fr.json", text));
}

TEST_CASE("json report: missions, money, actions, columns, sections, a term, engagements") {
  const FullSample sample;
  const std::string text = json_of(sample);
  CHECK(text == approved("full.fr.json", text));
  CHECK(faults_of(json::parse(text)) == "");
}

TEST_CASE("json report: the schema accepts it in both languages, with everything and nothing") {
  Sample sample;
  CHECK(faults_of(json::parse(json_of(sample))) == "");
  CHECK(faults_of(json::parse(json_of(sample, Language::english))) == "");
  CHECK(faults_of(json::parse(report::json_report({}, {}))) == "");

  auto& result = sample.evaluation().results[0];
  model::Target target = *result.target;
  target.due = make_date(2027, 12, 31);
  target.contract_year = 2;
  target.minimum = 1;
  result.target = &target;
  result.contract_year = 2;
  result.superseded = {result.observation};
  result.retained = sample.evaluation().results[1].retained;
  engine::Rule rule;
  rule.kind = engine::RuleKind::weather;
  engine::Application application{&rule, {}, {}};
  application.inputs = {{"text", std::string("x"), {}, nullptr},
                        {"none", std::monostate{}, {}, nullptr},
                        {"truth", true, {}, nullptr},
                        {"points", std::vector<double>{1, 2.5}, {}, nullptr}};
  result.applications.push_back(application);
  auto& objective = sample.evaluation().objectives[0];
  objective.applications = {application};
  objective.failures = {{Severity::error, "rule.failed", {}, message("x"), message("y")}};
  sample.contract().strands = {{"r", "La Réunion", "04", {}}};
  sample.evaluation().remarks = {message("x")};
  for (const engine::Flag flag : engine::all_flags) result.flags.set(flag);
  CHECK(faults_of(json::parse(json_of(sample))) == "");
}

TEST_CASE("json report: the schema takes every outcome, and refuses what it should") {
  Sample sample;
  for (const engine::Outcome outcome : engine::all_outcomes) {
    sample.evaluation().results[0].outcome = outcome;
    CHECK(faults_of(json::parse(json_of(sample))) == "");
  }
  json document = json::parse(json_of(sample));
  document["evaluations"][0]["results"][0]["colour"] = "red";
  CHECK(faults_of(document) != "");
  document = json::parse(json_of(sample));
  document["evaluations"][0]["results"][0].erase("reason");
  CHECK(faults_of(document) != "");
  document = json::parse(json_of(sample));
  document["evaluations"][0]["results"][0]["measure"] = "72,7";
  CHECK(faults_of(document) != "");
}

TEST_CASE("json report: the schema is closed") {
  check_closed(json::parse(read_file(schema_file)));
}

TEST_CASE("json report: ids and numbers do not depend on the language") {
  const Sample sample;
  const json french = json::parse(json_of(sample));
  const json english = json::parse(json_of(sample, Language::english));
  const json& one = french["evaluations"][0]["results"];
  const json& other = english["evaluations"][0]["results"];
  REQUIRE(one.size() == other.size());
  for (std::size_t i = 0; i < one.size(); ++i) {
    for (const char* const member :
         {"status", "outcome", "measure", "target", "progress", "flags", "observation", "rules"}) {
      CHECK(one[i][member] == other[i][member]);
    }
  }
  CHECK(one[0]["status_label"] == "Partiellement atteint");
  CHECK(other[0]["status_label"] == "Partly reached");
}

TEST_CASE("json report: text that is no UTF-8 does not break it") {
  Sample sample;
  sample.evaluation().results[0].reason = Message{"\xFF{0}", {}, {}, 1};
  const json document = json::parse(json_of(sample));
  CHECK(document["evaluations"][0]["results"][0]["reason"]["text"] == "\uFFFD{0}");
}
