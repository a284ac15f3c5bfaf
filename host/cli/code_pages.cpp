#include "cli/code_pages.hpp"

#include <algorithm>
#include <stdexcept>

#include "base/text.hpp"
#include "cli/help_pages.hpp"

namespace cpom::cli {
namespace {

/// Reads line by line; an example ends where a line is neither indented nor empty.
class PageReader {
 public:
  std::vector<CodePage> read(std::string_view text) {
    int number = 0;
    while (!text.empty()) {
      const auto end = std::min(text.find('\n'), text.size());
      ++number;
      if (!take(text.substr(0, end))) {
        throw std::runtime_error("line " + std::to_string(number) +
                                 " of the pages: " + std::string(text.substr(0, end)));
      }
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    for (CodePage& page : pages_) {
      for (std::string* example : {&page.wrong, &page.right}) {
        while (example->ends_with("\n\n")) example->pop_back();
      }
    }
    return std::move(pages_);
  }

 private:
  bool take(std::string_view line) {
    if (line.starts_with("# ")) {
      pages_.emplace_back();
      pages_.back().code = line.substr(2);
      example_ = nullptr;
      sentence_ = nullptr;
      return true;
    }
    if (line.starts_with("<!--")) return true;
    if (pages_.empty()) return line.empty();
    CodePage& page = pages_.back();
    if (line.starts_with("fr: ")) return begin(page.french, line.substr(4));
    if (line.starts_with("en: ")) return begin(page.english, line.substr(4));
    if (line == "wrong:") return show(page.wrong);
    if (line == "right:") return show(page.right);
    if (example_ != nullptr && (line.empty() || line.starts_with("  "))) {
      if (!line.empty() || !example_->empty()) {
        *example_ += std::string(line.empty() ? line : line.substr(2)) + "\n";
      }
      return true;
    }
    if (sentence_ != nullptr && line.starts_with("  ")) {
      *sentence_ += " " + std::string(trim(line));
      return true;
    }
    return line.empty();
  }

  bool begin(std::string& sentence, std::string_view text) {
    sentence = text;
    sentence_ = &sentence;
    example_ = nullptr;
    return true;
  }

  bool show(std::string& example) {
    example_ = &example;
    sentence_ = nullptr;
    return true;
  }

  std::vector<CodePage> pages_;
  std::string* example_ = nullptr;
  std::string* sentence_ = nullptr;
};

}  // namespace

std::vector<CodePage> parse_code_pages(std::string_view text) { return PageReader().read(text); }

const std::vector<CodePage>& code_pages() {
  static const std::vector<CodePage> all = [] {
    // Text, kept as the bytes that the build makes of it.
    std::string text(help_pages, help_pages + help_pages_size);
    std::vector<CodePage> pages = parse_code_pages(text);
    std::sort(pages.begin(), pages.end(),
              [](const CodePage& one, const CodePage& other) { return one.code < other.code; });
    return pages;
  }();
  return all;
}

const CodePage* find_code_page(std::string_view code) {
  const auto& all = code_pages();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [code](const CodePage& page) { return page.code == code; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace cpom::cli
