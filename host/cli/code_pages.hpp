/// The page of each code of a finding: cause, a wrong example, a right one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/language.hpp"

namespace cpom::cli {

struct CodePage {
  std::string code;
  /// Why it is told, in each language.
  std::string french;
  std::string english;
  /// As they stand in a file, or on the command line.
  std::string wrong;
  std::string right;

  const std::string& cause(Language language) const {
    return language == Language::french ? french : english;
  }
};

/// All pages, by code; built into the program from host/help/*.md.
const std::vector<CodePage>& code_pages();

/// nullptr when there is none.
const CodePage* find_code_page(std::string_view code);

/// The pages in \a text: "# code", then "fr: …", "en: …", and the two examples after "wrong:" and
/// "right:", indented by two blanks. Throws std::runtime_error naming the line that is none of it.
std::vector<CodePage> parse_code_pages(std::string_view text);

}  // namespace cpom::cli
