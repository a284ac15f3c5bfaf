// Every file of tests/corpus/xml is read and compared with expected.tsv; the columns of that table
// are compared with each other. tests/checks/xml_schema.sh compares it with xmllint.
#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "model/contract_model.hpp"
#include "support/catch.hpp"
#include "xml/catalogue_reader.hpp"
#include "xml/readers.hpp"

using namespace cpom;

namespace {

const std::string corpus = std::string(CPOM_SOURCE_DIR) + "/tests/corpus/xml/";

std::string bytes_of(const std::string& name) {
  std::ifstream file(corpus + name, std::ios::binary);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), {}};
}

struct Row {
  std::string file;
  std::string schema;
  std::string faults;

  std::string kind() const { return file.substr(0, file.find('/')); }
};

std::vector<Row> rows() {
  std::istringstream table(bytes_of("expected.tsv"));
  std::vector<Row> all;
  for (std::string line; std::getline(table, line);) {
    if (line.starts_with('#')) continue;
    std::istringstream cells(line);
    Row row;
    std::getline(cells, row.file, '\t');
    std::getline(cells, row.schema, '\t');
    std::getline(cells, row.faults, '\t');
    all.push_back(row);
  }
  return all;
}

const model::Model& model_of_corpus() {
  static const model::Model model = [] {
    Diagnostics found;
    return xml::read_model(bytes_of("model/complete.xml"), "complete.xml", found).value();
  }();
  return model;
}

/// Reads the file as what it is; true when the reader gives a result.
bool read(const Row& row, Diagnostics& found) {
  const std::string bytes = bytes_of(row.file);
  if (row.kind() == "model") return xml::read_model(bytes, row.file, found).has_value();
  if (row.kind() == "contract") {
    return xml::read_contract(bytes, row.file, model_of_corpus(), found).has_value();
  }
  if (row.kind() == "catalogue") {
    return xml::read_catalogue(bytes, row.file, model_of_corpus(), model::Layer::region,
                               {"pack", {}, {}}, found)
        .has_value();
  }
  return xml::read_settings(bytes, row.file, model::Layer::region, found).has_value();
}

std::string summary(const Diagnostics& found) {
  std::string text;
  for (const Diagnostic& fault : found.all()) {
    if (!text.empty()) text += ' ';
    if (fault.severity == Severity::warning) text += '~';
    text += fault.code;
    if (fault.where.line > 0) text += ':' + std::to_string(fault.where.line);
  }
  return text.empty() ? "-" : text;
}

/// Refused whatever the content: for the sake of safety, not of the vocabulary.
bool is_precaution(const std::string& code) {
  return code == "xml.doctype" || code == "xml.encoding" || code == "xml.too_large";
}

std::vector<std::string> errors_of(const Row& row) {
  std::vector<std::string> codes;
  std::istringstream faults(row.faults);
  for (std::string fault; faults >> fault;) {
    if (fault != "-" && !fault.starts_with('~')) codes.push_back(fault.substr(0, fault.find(':')));
  }
  return codes;
}

}  // namespace

TEST_CASE("corpus: the readers find in every file the expected faults, in the expected lines") {
  for (const Row& row : rows()) {
    CAPTURE(row.file);
    Diagnostics found;
    const bool accepted = read(row, found);
    CHECK(summary(found) == row.faults);
    CHECK(accepted == !found.has_errors());
    for (const Diagnostic& fault : found.all()) {
      CHECK(fault.where.file == row.file);
      CHECK_FALSE(fault.what.empty());
    }
  }
}

TEST_CASE("corpus: what the schema refuses, the readers refuse") {
  for (const Row& row : rows()) {
    CAPTURE(row.file);
    CHECK((row.schema == "valid" || row.schema == "invalid"));
    if (row.schema == "invalid") CHECK_FALSE(errors_of(row).empty());
  }
}

TEST_CASE("corpus: what only the readers refuse is a matter of meaning, never of form") {
  for (const Row& row : rows()) {
    if (row.schema == "invalid") continue;
    for (const std::string& code : errors_of(row)) {
      CAPTURE(row.file, code);
      CHECK((!code.starts_with("xml.") || is_precaution(code)));
    }
  }
}

TEST_CASE("corpus: it holds enough of either kind") {
  const auto all = rows();
  const auto good =
      std::count_if(all.begin(), all.end(), [](const Row& row) { return errors_of(row).empty(); });
  CHECK(good >= 15);
  CHECK(static_cast<long>(all.size()) - good >= 100);
}
