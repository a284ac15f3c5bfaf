/// What is asked of the commands that explain: explain, layers, requires.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace cpom::cli {

struct Options;
struct RawOptions;

/// As typed.
struct RawInquiry {
  std::vector<std::string> indicator;
  std::vector<std::string> strand;
  std::vector<std::string> form;
  std::vector<std::string> check;
};

struct Inquiry {
  enum class Form { text, json, html };
  Form form = Form::text;
  /// Code of an indicator; empty: none is named.
  std::string indicator;
  /// Id of a strand; unset: all.
  std::optional<std::string> strand;
  bool makes_template = false;
  /// A file of values whose completeness is asked for; empty: none.
  std::filesystem::path check;
};

}  // namespace cpom::cli
