#include "cli/inputs.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/files.hpp"

namespace cpom::cli {

std::optional<std::string> read_input(const std::filesystem::path& file, Diagnostics& found) {
  try {
    return read_file(file);
  } catch (const Error& fault) {
    found.add(fault.diagnostic());
    return std::nullopt;
  }
}

bool is_unreadable(const Diagnostic& fault) {
  constexpr std::array<std::string_view, 16> codes = {"xml.malformed",
                                                      "xml.empty",
                                                      "xml.encoding",
                                                      "xml.character",
                                                      "xml.doctype",
                                                      "xml.entity",
                                                      "xml.too_large",
                                                      "xml.too_deep",
                                                      "csv.empty",
                                                      "csv.is_workbook",
                                                      "csv.not_text",
                                                      "csv.nul",
                                                      "csv.no_separator",
                                                      "csv.too_many_columns",
                                                      "contract.unknown_model",
                                                      "package.no_folder"};
  return fault.severity == Severity::error &&
         (fault.code.starts_with("file.") ||
          std::find(codes.begin(), codes.end(), fault.code) != codes.end());
}

}  // namespace cpom::cli
