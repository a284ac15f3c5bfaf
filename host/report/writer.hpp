/// Evaluations as text, JSON and CSV.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/language.hpp"
#include "engine/evaluation.hpp"

namespace cpom::report {

struct Style {
  Language language = Language::french;
  /// Columns of the terminal, or of the page when there is none; at least 40 are used.
  int width = 100;
  bool colour = false;
  /// How a file of a Position is named in the report on a contract, so that the same input gives
  /// the same bytes from any directory. The second argument is the file of the contract.
  std::function<std::string(const std::string& file, const std::string& contract_file)> file_name =
      [](const std::string& file, const std::string&) { return file; };
};

/// Version of the JSON written; the schema is host/report/evaluation.schema.json.
inline constexpr int json_schema_version = 2;

/// A table per objective that fits the width, a summary, and the reason of whatever is not a
/// plain result.
std::string text_report(const std::vector<engine::Evaluation>& evaluations, const Style& style);

/// One object for all evaluations, members in a fixed order.
std::string json_report(const std::vector<engine::Evaluation>& evaluations, const Style& style);

/// One row per result, with a cell for each column rule of any contract at its end; ';' and decimal
/// comma in French (with byte-order mark), ',' and decimal point in English.
std::string csv_report(const std::vector<engine::Evaluation>& evaluations, const Style& style);

/// "nlohmann/json 3.11.2", for those who report a fault.
std::string json_library();

}  // namespace cpom::report
