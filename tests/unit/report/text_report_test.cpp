#include "report/writer.hpp"

#include "base/text.hpp"
#include "support/catch.hpp"
#include "unit/report/approved.hpp"
#include "unit/report/full_sample.hpp"

using namespace cpom;
using cpom::test::approved;
using cpom::test::FullSample;
using cpom::test::Sample;

namespace {

std::string text_of(const Sample& sample, int width, Language language = Language::french) {
  report::Style style;
  style.width = width;
  style.language = language;
  return report::text_report(sample.evaluations(), style);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t from = 0;
  for (auto to = text.find('\n'); to != std::string::npos; to = text.find('\n', from)) {
    lines.push_back(text.substr(from, to - from));
    from = to + 1;
  }
  return lines;
}

}  // namespace

TEST_CASE("text report: the whole of it, at three widths and in two languages") {
  const Sample sample;
  CHECK(text_of(sample, 60) == approved("sample-60.fr.txt", text_of(sample, 60)));
  CHECK(text_of(sample, 80) == approved("sample-80.fr.txt", text_of(sample, 80)));
  CHECK(text_of(sample, 120) == approved("sample-120.fr.txt", text_of(sample, 120)));
  const std::string english = text_of(sample, 100, Language::english);
  CHECK(english == approved("sample-100.en.txt", english));
}

TEST_CASE("text report: missions, money, actions, columns, sections, a term, engagements") {
  const FullSample sample;
  CHECK(text_of(sample, 100) == approved("full-100.fr.txt", text_of(sample, 100)));
  CHECK(text_of(sample, 60) == approved("full-60.fr.txt", text_of(sample, 60)));
  const std::string english = text_of(sample, 100, Language::english);
  CHECK(english == approved("full-100.en.txt", english));
  for (int width = 60; width <= 200; ++width) {
    for (const std::string& line : lines_of(text_of(sample, width))) {
      INFO(width << ": " << line);
      CHECK(display_width(line) <= width);
      CHECK_FALSE(line.ends_with(' '));
    }
  }
}

TEST_CASE("text report: a term of many years is stacked where its table does not fit") {
  FullSample sample;
  sample.evaluation().years = {2019, 2020, 2021, 2022, 2023, 2024, 2025};
  const std::string text = text_of(sample, 80);
  CHECK(text.find("══ Bilan sur le terme (2019-2025) ═") != std::string::npos);
  CHECK(text.find("\n      2025\u00A0◐\n      ◐\u00A0Partiellement atteint\n") !=
        std::string::npos);
  sample.evaluation().term = engine::Term::middle;
  CHECK(text_of(sample, 80).find("══ Bilan à mi-contrat (2019-2025) ═") != std::string::npos);
}

TEST_CASE("text report: an objective of the catalogue of which nothing is followed is left out") {
  Sample sample;
  auto& objectives = sample.contract().objectives;
  objectives = sample.model().objectives;
  objectives.push_back({"3", "Objectif", "objective", "", {}, {}, {}});
  auto added = sample.evaluation().objectives[1];
  added.objective = &objectives.back();
  sample.evaluation().objectives.push_back(added);
  // Signed without indicators, as the model has none for it.
  CHECK(text_of(sample, 80).find("Objectif 3") != std::string::npos);
  model::Indicator indicator;
  indicator.code = "3.a";
  indicator.objective = "3";
  sample.model().indicators = {indicator};
  CHECK(text_of(sample, 80).find("Objectif 3") == std::string::npos);
}

TEST_CASE("text report: an objective without results is shown for what stands below it") {
  Sample sample;
  auto& objectives = sample.contract().objectives;
  objectives = sample.model().objectives;
  objectives.insert(objectives.begin(), {"0", "Axe", "axis", "", {}, {}, {}});
  objectives[1].parent = "0";
  model::Indicator indicator;
  indicator.code = "1.a";
  indicator.objective = "1";
  sample.model().indicators = {indicator};
  auto& results = sample.evaluation().objectives;
  results[0].objective = &objectives[1];
  results[1].objective = &objectives[2];
  results.insert(results.begin(), results[1]);
  results[0].objective = &objectives[0];
  CHECK(text_of(sample, 80).find("\n0\u00A0: Axe\n") != std::string::npos);
}

TEST_CASE("text report: no line is wider than the page, none ends in a blank") {
  const Sample sample;
  for (int width = 60; width <= 200; ++width) {
    for (const std::string& line : lines_of(text_of(sample, width))) {
      INFO(width << ": " << line);
      CHECK(display_width(line) <= width);
      CHECK_FALSE(line.ends_with(' '));
    }
  }
}

TEST_CASE("text report: what cannot be cut anywhere still fits") {
  Sample sample;
  const std::string word(300, 'x');
  sample.contract().label = word;
  sample.model().objectives[0].label = word;
  const auto* selection = sample.add_selection("9." + std::string(60, '1'), word, "1",
                                               "t CO2/m2 de plancher chauffé", 3);
  auto& result = sample.add_result(selection, engine::Outcome::observed, message("{0}", word));
  result.measure = 1234567890.125;
  for (const int width : {60, 80, 140}) {
    for (const std::string& line : lines_of(text_of(sample, width))) {
      INFO(width << ": " << line);
      CHECK(display_width(line) <= width);
    }
  }
}

TEST_CASE("text report: colours come with symbol and word, and only when wanted") {
  const Sample sample;
  report::Style style;
  style.width = 120;
  const std::string plain = report::text_report(sample.evaluations(), style);
  CHECK(plain.find('\x1b') == std::string::npos);
  style.colour = true;
  const std::string coloured = report::text_report(sample.evaluations(), style);
  CHECK(coloured.find("\x1b[33m◐\u00A0Partiellement atteint\x1b[0m") != std::string::npos);
  CHECK(coloured.find("\x1b[32m✔\u00A0Atteint\x1b[0m") != std::string::npos);
  CHECK(coloured.find("\x1b[31m✘\u00A0Non atteint\x1b[0m") != std::string::npos);
  CHECK(coloured.find("Habitat \uFFFD[31mindigne") != std::string::npos);
}

TEST_CASE("text report: a section for each strand and year, an account of each") {
  Sample sample;
  sample.contract().strands = {{"r", "La Réunion", "04", {}}, {"m", "Mayotte", "06", {}}};
  auto& evaluation = sample.evaluation();
  evaluation.years = {2025, 2026};
  evaluation.objectives.clear();
  for (auto& result : evaluation.results) result.strand = &sample.contract().strands[1];
  const std::string text = text_of(sample, 80);
  CHECK(text.find("══ Année 2025, volet La Réunion ═") != std::string::npos);
  CHECK(text.find("══ Année 2026, volet Mayotte ═") != std::string::npos);
  CHECK(text.find("Hors objectif\n1.a") != std::string::npos);
  CHECK(text.find("Bilan\u00A0: 6 indicateurs suivis\u00A0; 3 sur 5 statuts") != std::string::npos);
  CHECK(text.find("Bilan\u00A0: 0 indicateur suivi\u00A0; 0 sur 0 statuts") != std::string::npos);
}

TEST_CASE("text report: a model without weather levels is not said to lack one") {
  Sample sample;
  sample.model().weathers.clear();
  for (auto& objective : sample.evaluation().objectives) objective.weather = nullptr;
  const std::string text = report::text_report(sample.evaluations(), report::Style{});
  CHECK(text.find("météo :") == std::string::npos);
  CHECK(text.find("aucun indicateur") != std::string::npos);
}

TEST_CASE("text report: without weather, results say themselves why there is nothing to judge") {
  Sample sample;
  sample.model().weathers.clear();
  auto& objective = sample.evaluation().objectives[1];
  objective.expected = 0;
  objective.reason = message("no indicator to judge this year");
  CHECK(text_of(sample, 80).find("la prévention\n2.a") != std::string::npos);
  std::erase_if(sample.evaluation().results, [](const engine::Result& result) {
    return result.selection->indicator.objective == "2";
  });
  CHECK(text_of(sample, 80).find("la prévention\n  aucun indicateur à évaluer cette année\n") !=
        std::string::npos);
}

TEST_CASE("text report: several contracts, and none") {
  const Sample sample;
  report::Style style;
  const auto one = report::text_report(sample.evaluations(), style);
  const auto two = report::text_report({sample.evaluations()[0], sample.evaluations()[0]}, style);
  CHECK(two.starts_with(one));
  CHECK(two.ends_with(one));
  CHECK(report::text_report({}, style).empty());
}

TEST_CASE("text report: files are named as the style says, beside the contract") {
  const Sample sample;
  report::Style style;
  style.file_name = [](const std::string& file, const std::string& contract) {
    return file + "@" + contract;
  };
  const std::string text = report::text_report(sample.evaluations(), style);
  CHECK(text.find("(rules/core/compute/share.lua@contrat.xml:7)") != std::string::npos);
}

TEST_CASE("text report: files that a message speaks of are named in the same way") {
  Sample sample;
  auto& failures = sample.evaluation().results[5].failures;
  failures[0].what = message("{0} and {1}", "a/share.lua:3", message("{0}", "b/x.xml:12:4"));
  failures[0].remedy = message("{0}, {1}, {2}", "compute/share", "x.lua", "a:12");
  report::Style style;
  style.file_name = [](const std::string& file, const std::string&) { return "<" + file + ">"; };
  const std::string text = report::text_report(sample.evaluations(), style);
  CHECK(text.find("<a/share.lua>:3 and <b/x.xml>:12:4 (compute/share, x.lua, a:12)") !=
        std::string::npos);
}
