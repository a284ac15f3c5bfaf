#include "report/findings_report.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "base/text.hpp"

namespace cpom::report {
namespace {

using Json = nlohmann::ordered_json;

constexpr int indent = 2;

std::string written(const Json& json) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

long count(const std::vector<Finding>& findings, Severity severity) {
  return std::count_if(findings.begin(), findings.end(), [severity](const Finding& finding) {
    return finding.what.severity == severity;
  });
}

/// "règles/a b.lua" as "r%C3%A8gles/a%20b.lua"; an absolute path as file:///…
std::string uri_of(const std::string& file) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string uri = file.starts_with('/') ? "file://" : "";
  for (const char c : file) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~/").find(c) != std::string_view::npos;
    if (plain) {
      uri += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      uri += '%';
      uri += digits[byte >> 4U];
      uri += digits[byte & 0xfU];
    }
  }
  return uri;
}

std::string sentence(const Diagnostic& what, Language language) {
  std::string text = render(what.what, language);
  if (!what.remedy.empty()) text += " (" + render(what.remedy, language) + ")";
  return text;
}

Json region_of(const Finding& finding) {
  Json region;
  region["startLine"] = finding.what.where.line;
  if (finding.excerpt.column > 0) {
    region["startColumn"] = finding.excerpt.column;
    region["endColumn"] = finding.excerpt.column + std::max(1, finding.excerpt.width);
  }
  if (!finding.excerpt.line.empty()) region["snippet"]["text"] = finding.excerpt.line;
  return region;
}

Json location_of(const Finding& finding) {
  Json place;
  place["artifactLocation"]["uri"] = uri_of(finding.what.where.file);
  if (finding.what.where.line > 0) place["region"] = region_of(finding);
  return {{"physicalLocation", place}};
}

Json rule_of(const std::string& code, const FindingsStyle& style) {
  Json rule;
  rule["id"] = code;
  const std::string meaning = style.meaning(code);
  if (!meaning.empty()) rule["shortDescription"]["text"] = meaning;
  rule["help"]["text"] = render(message("cpom help {0} tells more", code), style.language);
  return rule;
}

}  // namespace

std::string finding_text(const Finding& finding, const FindingsStyle& style) {
  return printable(render(finding.what, style.language)) + "\n" +
         text_of(finding.excerpt, finding.what.where.line, style.width);
}

std::string findings_json(const std::vector<Finding>& findings, const FindingsStyle& style) {
  Json json;
  json["schema"] = findings_schema_version;
  json["program"] = style.version;
  json["language"] = code_of(style.language);
  json["errors"] = count(findings, Severity::error);
  json["warnings"] = count(findings, Severity::warning);
  json["notes"] = count(findings, Severity::note);
  json["findings"] = Json::array();
  for (const Finding& finding : findings) {
    const Diagnostic& what = finding.what;
    Json each;
    each["level"] = code_of(what.severity);
    each["code"] = what.code;
    each["file"] = what.where.file;
    each["line"] = what.where.line > 0 ? Json(what.where.line) : Json();
    each["column"] = finding.excerpt.column > 0 ? Json(finding.excerpt.column) : Json();
    each["width"] = finding.excerpt.column > 0 ? Json(finding.excerpt.width) : Json();
    each["message"] = render(what.what, style.language);
    each["remedy"] = what.remedy.empty() ? Json() : Json(render(what.remedy, style.language));
    each["excerpt"] = finding.excerpt.line.empty() ? Json() : Json(finding.excerpt.line);
    json["findings"].push_back(std::move(each));
  }
  return written(json);
}

std::string findings_sarif(const std::vector<Finding>& findings, const FindingsStyle& style) {
  std::vector<std::string> codes;
  for (const Finding& finding : findings) codes.push_back(finding.what.code);
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());

  Json driver;
  driver["name"] = "cpom";
  driver["version"] = style.version;
  driver["rules"] = Json::array();
  for (const std::string& code : codes) driver["rules"].push_back(rule_of(code, style));

  Json results = Json::array();
  for (const Finding& finding : findings) {
    const auto index = std::lower_bound(codes.begin(), codes.end(), finding.what.code);
    Json result;
    result["ruleId"] = finding.what.code;
    result["ruleIndex"] = index - codes.begin();
    result["level"] = code_of(finding.what.severity);
    result["message"]["text"] = sentence(finding.what, style.language);
    if (!finding.what.where.file.empty()) result["locations"] = Json::array({location_of(finding)});
    results.push_back(std::move(result));
  }

  Json run;
  run["tool"]["driver"] = std::move(driver);
  run["columnKind"] = "unicodeCodePoints";
  run["language"] = code_of(style.language);
  run["results"] = std::move(results);
  Json json;
  json["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json";
  json["version"] = "2.1.0";
  json["runs"] = Json::array({std::move(run)});
  return written(json);
}

}  // namespace cpom::report
