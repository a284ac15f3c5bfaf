/// Findings and tests that came and went between two runs.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"

namespace cpom::compare {

struct FindingsDifference {
  /// In the order of the later run.
  Diagnostics came;
  /// In the order of the earlier run.
  Diagnostics went;
};

/// A finding that only moved to another line, because lines above it came or went, is the same.
FindingsDifference difference(const Diagnostics& before, const Diagnostics& after);

/// A test as it ended.
struct Test {
  Position where;
  std::string name;
  bool passed = true;
  /// What was expected and found, or what it failed of; empty when it passed.
  std::vector<Message> why = {};
};

struct TestsDifference {
  /// Pass no more, or are new and fail.
  std::vector<Test> broke;
  /// Failed, and pass now.
  std::vector<Test> mended;
  long came = 0;
  long went = 0;
};

/// Tests are known by file and name, wherever they stand in it; of several of one name in a file,
/// the first is the first.
TestsDifference difference(const std::vector<Test>& before, const std::vector<Test>& after);

}  // namespace cpom::compare
