/// A derivation told as a person would tell it, in the reader's language.
#pragma once

#include <string>
#include <vector>

#include "explain/derivation.hpp"
#include "report/shown.hpp"

namespace cpom::explain {

struct Line {
  std::string text;
  /// 1 for what goes with the line above it.
  int depth = 0;
};

struct Section {
  /// "rule", "data", "parameters", "operations", "distance".
  std::string id;
  std::string title;
  std::vector<Line> lines;
};

struct Account {
  std::string title;
  /// The answer in one sentence or two.
  std::string answer;
  /// The four headings under which such a decision is to be explained, then what it would take.
  std::vector<Section> sections;
};

Account account_of(const Derivation& derivation, const report::Voice& voice);

}  // namespace cpom::explain
