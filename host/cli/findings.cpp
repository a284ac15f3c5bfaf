#include "cli/findings.hpp"

#include <algorithm>
#include <cstdio>
#include <string>

#include <fmt/format.h>

#include "base/text.hpp"
#include "cli/log.hpp"

namespace cpom::cli {
namespace {

std::string json_line(const Diagnostic& fault, Language language) {
  return fmt::format(
      "{{\"level\":{},\"code\":{},\"file\":{},\"line\":{},\"column\":{},\"message\":{},"
      "\"remedy\":{}}}\n",
      json_text(code_of(fault.severity)), json_text(fault.code), json_text(fault.where.file),
      fault.where.line, fault.where.column, json_text(render(fault.what, language)),
      json_text(render(fault.remedy, language)));
}

void write_error(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stderr); }

std::string count_text(const Diagnostics& found, Language language) {
  std::string text;
  const auto add = [&](long count, const Message& words) {
    if (count == 0) return;
    if (!text.empty()) text += ", ";
    text += render(words, language);
  };
  const long errors = found.count(Severity::error);
  const long warnings = found.count(Severity::warning);
  const long notes = found.count(Severity::note);
  add(errors, plural_message("{0} error", "{0} errors", errors, errors));
  add(warnings, plural_message("{0} warning", "{0} warnings", warnings, warnings));
  add(notes, plural_message("{0} note", "{0} notes", notes, notes));
  return text;
}

}  // namespace

Diagnostics Findings::all() const {
  Diagnostics all = inputs;
  all.append(plugins);
  all.append(values);
  all.append(rules);
  return all;
}

void add_new(Diagnostics& found, const Diagnostics& more) {
  for (const Diagnostic& fault : more.all()) {
    const auto& known = found.all();
    if (std::find(known.begin(), known.end(), fault) == known.end()) found.add(fault);
  }
}

void print_finding(const Diagnostic& fault, const Options& options) {
  write_error(options.log_format == LogFormat::json
                  ? json_line(fault, options.language)
                  : printable(render(fault, options.language)) + "\n");
}

void print_findings(const Diagnostics& found, const Options& options) {
  for (const Diagnostic& fault : found.all()) print_finding(fault, options);
  if (options.log_format != LogFormat::json) print_count(found, options);
}

void print_count(const Diagnostics& found, const Options& options) {
  if (!found.empty()) write_error(count_text(found, options.language) + "\n");
}

}  // namespace cpom::cli
