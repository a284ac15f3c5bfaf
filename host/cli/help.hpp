/// The text of --help, in the reader's language and within 80 columns.
#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "base/language.hpp"

namespace cpom::cli {

class HelpFormatter : public CLI::FormatterBase {
 public:
  explicit HelpFormatter(Language language) : language_(language) {}

  std::string make_help(const CLI::App* app, std::string name,
                        CLI::AppFormatMode mode) const override;

 private:
  std::string say(const Message& text) const { return render(text, language_); }
  std::string usage(const CLI::App& app, const std::string& name) const;
  std::string commands(const CLI::App& app) const;
  std::string options(const CLI::App& app, bool positional) const;

  Language language_;
};

}  // namespace cpom::cli
