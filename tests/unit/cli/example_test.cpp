#include "cli/binding.hpp"

#include <filesystem>

#include "base/text.hpp"
#include "cli/data_folder.hpp"
#include "cli/log.hpp"
#include "report/writer.hpp"
#include "support/catch.hpp"
#include "unit/report/schema.hpp"

using namespace cpom;
using namespace cpom::cli;

namespace {

namespace fs = std::filesystem;

const fs::path source = CPOM_SOURCE_DIR;
const fs::path example = source / "examples" / "etat-ars-2024-2028-bretagne";

/// The shipped example, loaded as the program does it.
struct Example {
  Example() : workspace(sources(), source, found), binding(workspace, found) {
    style.file_name = report_file_names(source);
    for (const BoundContract& bound : binding.contracts()) {
      auto request = engine::default_request(*bound.loaded->model, *bound.loaded->contract,
                                             *bound.observations);
      request.years = {2024, 2025};
      evaluations.push_back(
          engine::evaluate(*bound.prepared, *bound.observations, binding.rules(), request));
    }
  }

  static Sources sources() {
    Sources sources;
    sources.contracts = {example / "contract.xml"};
    sources.values = {example / "values.csv"};
    sources.rules = {example / "rules"};
    return sources;
  }

  struct QuietLog {
    QuietLog() { start_log({}); }
  };

  QuietLog log;
  Findings found;
  Workspace workspace;
  Binding binding;
  std::vector<engine::Evaluation> evaluations;
  report::Style style;
};

}  // namespace

TEST_CASE("example: its JSON is as the schema says, in both languages") {
  Example example;
  for (const Language language : {Language::french, Language::english}) {
    example.style.language = language;
    const auto document =
        nlohmann::json::parse(report::json_report(example.evaluations, example.style));
    CHECK(test::faults_of(document) == "");
    CHECK(document["evaluations"][0]["results"].size() > 40);
  }
}

TEST_CASE("example: its table fits any width") {
  Example example;
  for (int width = 60; width <= 200; width += 7) {
    example.style.width = width;
    const std::string text = report::text_report(example.evaluations, example.style);
    std::size_t from = 0;
    for (auto to = text.find('\n'); to != std::string::npos; to = text.find('\n', from)) {
      const std::string line = text.substr(from, to - from);
      INFO(width << ": " << line);
      CHECK(display_width(line) <= width);
      from = to + 1;
    }
  }
}

TEST_CASE("example: every input and parameter of a result says where it stands") {
  Example example;
  const auto document =
      nlohmann::json::parse(report::json_report(example.evaluations, example.style));
  for (const auto& result : document["evaluations"][0]["results"]) {
    for (const auto& rule : result["rules"]) {
      CHECK(rule["place"]["file"].get<std::string>().starts_with("rules/"));
      CHECK_FALSE(rule["chain"].empty());
      for (const auto& parameter : rule["parameters"]) CHECK(parameter["place"].is_object());
      if (rule["kind"] != "compute") continue;
      for (const auto& input : rule["inputs"]) {
        const std::string name = input["name"];
        if (name == "year" || name == "decimals" || input["value"].is_null()) continue;
        INFO(result["indicator"]["code"] << " " << input.dump());
        CHECK(input["place"].is_object());
      }
    }
  }
}
