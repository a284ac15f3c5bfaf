#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/files.hpp"
#include "base/names.hpp"
#include "base/text.hpp"
#include "cli/code_pages.hpp"
#include "cli/commands.hpp"
#include "reference/functions.hpp"

namespace cpom::cli {
namespace {

constexpr int page_width = 80;

std::string indented(const std::string& text) {
  std::string all;
  std::size_t from = 0;
  while (from < text.size()) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    const std::string line = text.substr(from, end - from);
    all += (line.empty() ? "" : "  " + line) + "\n";
    from = end + 1;
  }
  return all;
}

std::string page_text(const CodePage& page, Language language) {
  std::string text = page.code + "\n\n";
  for (const std::string& line : wrap(page.cause(language), page_width)) text += line + "\n";
  if (!page.wrong.empty()) {
    text += "\n" + render(message("Wrong:"), language) + "\n\n" + indented(page.wrong);
  }
  if (!page.right.empty()) {
    text += "\n" + render(message("Right:"), language) + "\n\n" + indented(page.right);
  }
  return text;
}

std::string list_text(Language language) {
  std::string text =
      render(message("Codes of findings, each with its page: cpom help CODE"), language) + "\n";
  std::string family;
  for (const CodePage& page : code_pages()) {
    const std::string own = page.code.substr(0, page.code.find('.'));
    if (own != family) text += "\n";
    family = own;
    text += "  " + page.code + "\n";
  }
  text += "\n" + render(message("Functions of rules and tests:"), language) + "\n\n";
  for (const auto& function : reference::functions()) text += "  " + function.name + "\n";
  return text;
}

}  // namespace

ExitCode help_command(const Options& options) {
  if (options.code.empty()) {
    write_standard_output(list_text(options.language));
    return ExitCode::done;
  }
  if (const auto* function = reference::find_function(options.code)) {
    write_standard_output(reference::function_page(*function, options.language));
    return ExitCode::done;
  }
  const CodePage* page = find_code_page(options.code);
  if (page == nullptr) {
    std::vector<std::string> known;
    for (const CodePage& each : code_pages()) known.push_back(each.code);
    for (const auto& each : reference::functions()) known.push_back(each.name);
    const Message nearest = suggestion(options.code, known);
    throw Error("usage.unknown_code", {}, message("there is no code \"{0}\"", options.code),
                nearest.empty() ? message("cpom help lists all codes and functions") : nearest);
  }
  write_standard_output(page_text(*page, options.language));
  return ExitCode::done;
}

}  // namespace cpom::cli
