#include "testing/contract_expectations.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "base/files.hpp"
#include "base/text.hpp"

namespace cpom::testing {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> text_in(const fs::path& file, Diagnostics& found) {
  std::error_code ignored;
  if (!fs::exists(file, ignored)) return std::nullopt;
  try {
    return read_file(file);
  } catch (const Error& error) {
    found.add(error.diagnostic());
    return std::nullopt;
  }
}

/// The lines with something in them, ends of line taken off.
std::vector<WantedLine> lines_of(std::string_view text, const fs::path& file) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (text.starts_with(mark)) text.remove_prefix(mark.size());
  std::vector<WantedLine> lines;
  int number = 0;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    ++number;
    if (!trim(line).empty()) lines.push_back({std::string(line), {file.string(), number, 0}});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::vector<WantedLine> trimmed(std::vector<WantedLine> lines) {
  for (WantedLine& line : lines) line.text = std::string(trim(line.text));
  return lines;
}

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells;
  for (;;) {
    const auto tab = line.find('\t');
    cells.emplace_back(trim(line.substr(0, tab)));
    if (tab == std::string_view::npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

void read_results(std::string_view text, const fs::path& file, ContractExpectations& wanted,
                  Diagnostics& found) {
  const auto lines = lines_of(text, file);
  if (lines.empty()) return;
  wanted.columns = cells_of(lines.front().text);
  wanted.header = lines.front().where;
  const auto& columns = wanted.columns;
  if (std::find(columns.begin(), columns.end(), "indicator") == columns.end()) {
    found.error(
        "test.missing_column", wanted.header,
        message("no column tells which indicator a row is about"),
        message("name the first column \"{0}\"; columns are separated by tabs", "indicator"));
    return;
  }
  for (auto line = lines.begin() + 1; line != lines.end(); ++line) {
    auto cells = cells_of(line->text);
    if (cells.size() != columns.size()) {
      found.error("test.bad_row", line->where,
                  message("as many cells as columns are needed: {1}, not {0}", cells.size(),
                          columns.size()),
                  message("separate cells by tabs; an empty cell counts"));
      continue;
    }
    wanted.rows.push_back({std::move(cells), line->where});
  }
}

}  // namespace

bool is_contract_folder(const fs::path& folder) {
  std::error_code ignored;
  const auto has = [&](const char* name) { return fs::exists(folder / name, ignored); };
  return has("contract.xml") || has("expected.tsv") || has("says.txt") || has("check.txt");
}

ContractExpectations read_expectations(const fs::path& folder, Diagnostics& found) {
  ContractExpectations wanted;
  const bool could_be_read = !found.has_errors();
  if (const auto text = text_in(folder / "expected.tsv", found)) {
    read_results(*text, folder / "expected.tsv", wanted, found);
  }
  if (const auto text = text_in(folder / "says.txt", found)) {
    wanted.said = trimmed(lines_of(*text, folder / "says.txt"));
  }
  wanted.findings_file = {(folder / "check.txt").string(), 1, 0};
  if (const auto text = text_in(folder / "check.txt", found)) {
    wanted.findings = trimmed(lines_of(*text, folder / "check.txt"));
  }
  if (wanted.size() == 0 && could_be_read == !found.has_errors()) {
    found.error(
        "test.no_expectation", {folder.string(), 0, 0},
        message("the folder does not say what is expected of its contract"),
        message("write its expected.tsv by \"{0}\"", "cpom test --record " + folder.string()));
  }
  return wanted;
}

}  // namespace cpom::testing
