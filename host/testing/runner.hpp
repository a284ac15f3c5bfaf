/// Runs the tests of a suite on several threads; what comes out does not depend on how many.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "testing/case.hpp"
#include "testing/ground.hpp"
#include "testing/suite.hpp"

namespace cpom::testing {

struct FileResults {
  const TestFile* file = nullptr;
  std::vector<CaseResult> results;
};

struct Counts {
  long passed = 0;
  long failed = 0;
  long skipped = 0;
  long left_out = 0;
  long focused = 0;

  long run() const { return passed + failed; }
};

struct TestRun {
  /// As in the suite.
  std::vector<FileResults> files;

  Counts counts() const;
};

/// Looks on while one thread runs cases.
class Watch {
 public:
  virtual ~Watch() = default;
  /// Before a case; \a number counts through the whole suite, a spec being one.
  virtual void begin(std::size_t number) = 0;
};

struct RunOptions {
  int jobs = 1;
  Replacements replaced = {};
  /// Makes what watches the bench of each thread; may be empty.
  std::function<Watch*(Bench&)> watch = {};
};

TestRun run_tests(const Suite& suite, const Materials& materials, const RunOptions& options);

/// Runs one case of a table.
CaseResult run_case(const Case& one, const script::Package& tested, Bench& bench,
                    bool focused_only);

}  // namespace cpom::testing
