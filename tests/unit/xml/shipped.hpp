/// What the shipped models are compared with: the tables of facts in tests/data, and the models.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "model/contract_model.hpp"
#include "support/catch.hpp"
#include "xml/readers.hpp"

namespace cpom::test {

using Row = std::map<std::string, std::string>;

inline std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == separator) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

/// Rows of a file of facts by column name; lines that begin with '#' tell the source.
inline std::vector<Row> facts(const std::string& name) {
  std::vector<std::string> header;
  std::vector<Row> rows;
  const std::string file = std::string(CPOM_SOURCE_DIR) + "/tests/data/" + name;
  for (const std::string& line : split(read_file(file), '\n')) {
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string> cells = split(line, '\t');
    if (header.empty()) {
      header = cells;
      continue;
    }
    Row row;
    for (std::size_t i = 0; i < header.size(); ++i) row[header[i]] = cells.at(i);
    rows.push_back(std::move(row));
  }
  return rows;
}

inline std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : " ; ") + part;
  return text;
}

/// The model contracts/\a id.xml, read without a finding.
inline model::Model shipped_model(const std::string& id) {
  const std::string file = std::string(CPOM_SOURCE_DIR) + "/contracts/" + id + ".xml";
  Diagnostics found;
  auto read = xml::read_model(read_file(file), file, found);
  for (const Diagnostic& diagnostic : found.all()) {
    UNSCOPED_INFO(render(diagnostic, Language::english));
  }
  REQUIRE(found.empty());
  REQUIRE(read.has_value());
  return *std::move(read);
}

inline long count_of(const model::Model& model, model::IndicatorKind kind) {
  return std::count_if(
      model.indicators.begin(), model.indicators.end(),
      [kind](const model::Indicator& indicator) { return indicator.kind == kind; });
}

}  // namespace cpom::test
