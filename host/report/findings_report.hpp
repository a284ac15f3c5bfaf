/// Findings as text, JSON and SARIF.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/language.hpp"
#include "report/excerpt.hpp"

namespace cpom::report {

/// A finding with the line it is about.
struct Finding {
  Diagnostic what;
  Excerpt excerpt;
};

struct FindingsStyle {
  Language language = Language::french;
  int width = 100;
  /// Of the program.
  std::string version;
  /// What a code means, in a sentence; empty for none.
  std::function<std::string(const std::string& code)> meaning = [](const std::string&) {
    return std::string();
  };
};

/// Version of the JSON written.
inline constexpr int findings_schema_version = 1;

/// One finding: its sentence and, below, the line with a caret.
std::string finding_text(const Finding& finding, const FindingsStyle& style);

/// One object: findings in their order, and how many there are of each level.
std::string findings_json(const std::vector<Finding>& findings, const FindingsStyle& style);

/// SARIF 2.1.0 (OASIS), as code hosts and editors read it.
std::string findings_sarif(const std::vector<Finding>& findings, const FindingsStyle& style);

}  // namespace cpom::report
