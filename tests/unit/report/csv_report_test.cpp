#include "report/writer.hpp"

#include "support/catch.hpp"
#include "unit/report/approved.hpp"
#include "unit/report/full_sample.hpp"

using namespace cpom;
using cpom::test::approved;
using cpom::test::FullSample;
using cpom::test::Sample;

namespace {

std::string csv_of(const Sample& sample, Language language) {
  report::Style style;
  style.language = language;
  return report::csv_report(sample.evaluations(), style);
}

/// The second line: the first result.
std::string first_row(const Sample& sample, Language language) {
  const std::string text = csv_of(sample, language);
  const auto from = text.find("\r\n") + 2;
  return text.substr(from, text.find("\r\n", from) - from);
}

}  // namespace

TEST_CASE("csv report: the whole of it, in two languages") {
  const Sample sample;
  const std::string french = csv_of(sample, Language::french);
  CHECK(french == approved("sample.fr.csv", french));
  const std::string english = csv_of(sample, Language::english);
  CHECK(english == approved("sample.en.csv", english));
}

TEST_CASE("csv report: mission, site and the columns of further rules") {
  const FullSample sample;
  const std::string text = csv_of(sample, Language::french);
  CHECK(text == approved("full.fr.csv", text));
}

TEST_CASE("csv report: contracts with different column rules share the header") {
  const Sample plain;
  const FullSample full;
  const std::string text =
      report::csv_report({plain.only(), full.only()}, report::Style{Language::english});
  std::size_t commas = 0;
  for (const char c : text.substr(0, text.find("\r\n"))) commas += c == ',' ? 1 : 0;
  CHECK(commas == 40);
  CHECK(text.starts_with("contract,"));
  CHECK(text.find("site,column/amount\r\n") != std::string::npos);
  CHECK(text.find(",coordination,750000018,118000\r\n") != std::string::npos);
  CHECK(text.find(",,,\r\n") != std::string::npos);
}

TEST_CASE("csv report: French has a byte-order mark, semicolons and decimal commas") {
  const Sample sample;
  CHECK(csv_of(sample, Language::french)
            .starts_with("\xEF\xBB\xBF"
                         "contract;strand;year;"));
  CHECK(first_row(sample, Language::french).find(";72,7;65;75;") != std::string::npos);
  CHECK(csv_of(sample, Language::english).starts_with("contract,strand,year,"));
  CHECK(first_row(sample, Language::english).find(",72.7,65,75,") != std::string::npos);
}

TEST_CASE("csv report: a text that a spreadsheet would compute stays a text") {
  for (const std::string start : {"=", "+", "-", "@", "\t", "\r"}) {
    Sample sample;
    sample.evaluation().results.resize(1);
    model::Selection selection = *sample.evaluation().results[0].selection;
    selection.indicator.label = start + "SUM(A1:A9)";
    sample.evaluation().results[0].selection = &selection;
    const std::string row = first_row(sample, Language::french);
    INFO(row);
    CHECK(row.find(";'") != std::string::npos);
  }
}

TEST_CASE("csv report: a negative number is a number") {
  Sample sample;
  sample.evaluation().results.resize(1);
  sample.evaluation().results[0].measure = -2.5;
  CHECK(first_row(sample, Language::french).find(";-2,5;") != std::string::npos);
}

TEST_CASE("csv report: separators, quotes and line breaks are kept in one cell") {
  Sample sample;
  sample.evaluation().results.resize(1);
  model::Selection selection = *sample.evaluation().results[0].selection;
  selection.indicator.label = "a;b, \"c\"\nd";
  sample.evaluation().results[0].selection = &selection;
  CHECK(first_row(sample, Language::french).find(";\"a;b, \"\"c\"\" d\";") != std::string::npos);
}
