#include "cli/checking.hpp"

#include <map>
#include <string>
#include <utility>

#include "analysis/check.hpp"
#include "cli/code_pages.hpp"
#include "cli/inputs.hpp"
#include "cli/value_checks.hpp"

namespace cpom::cli {
namespace {

constexpr int usual_width = 100;

}  // namespace

Checking::Checking(const Targets& targets, const std::filesystem::path& data)
    : workspace_(targets.sources, data, found_),
      binding_(workspace_, found_),
      subject_(targets, workspace_, with_values_checked(), found_) {}

Binding& Checking::with_values_checked() {
  has_read_values_ = !found_.values.has_errors();
  check_values(binding_, found_.values);
  return binding_;
}

bool Checking::can_evaluate() const { return has_read_values_ && !found_.inputs.has_errors(); }

Diagnostics Checking::all_findings() const {
  return analysis::merged(found_.all(), analysis::check(subject_.subject()));
}

std::vector<report::Finding> with_lines(const Diagnostics& found) {
  std::map<std::string, std::string> sources;
  std::vector<report::Finding> findings;
  for (const Diagnostic& what : found.all()) {
    report::Finding finding{what, {}};
    if (what.where.line > 0 && !what.where.file.empty()) {
      const auto [source, is_new] = sources.try_emplace(what.where.file);
      Diagnostics ignored;
      if (is_new) source->second = read_input(what.where.file, ignored).value_or("");
      finding.excerpt = report::excerpt_of(what, source->second);
    }
    findings.push_back(std::move(finding));
  }
  return findings;
}

report::FindingsStyle findings_style(const Options& options) {
  report::FindingsStyle style;
  style.language = options.language;
  style.width = options.width.value_or(usual_width);
  style.version = CPOM_VERSION;
  style.meaning = [language = options.language](const std::string& code) {
    const CodePage* page = find_code_page(code);
    return page == nullptr ? std::string() : page->cause(language);
  };
  return style;
}

}  // namespace cpom::cli
