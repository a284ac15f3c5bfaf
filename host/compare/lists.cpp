#include "compare/lists.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <utility>

namespace cpom::compare {
namespace {

bool is_same(const Diagnostic& one, const Diagnostic& other) {
  return one.code == other.code && one.severity == other.severity &&
         one.where.file == other.where.file && one.what == other.what;
}

/// Takes the first of \a pool that \a suits; false when there is none.
template <class Suits>
bool take(std::vector<const Diagnostic*>& pool, const Suits& suits) {
  const auto found =
      std::find_if(pool.begin(), pool.end(), [&](const Diagnostic* each) { return suits(*each); });
  if (found == pool.end()) return false;
  pool.erase(found);
  return true;
}

std::vector<const Diagnostic*> pointers(const Diagnostics& found) {
  std::vector<const Diagnostic*> all;
  for (const Diagnostic& each : found.all()) all.push_back(&each);
  return all;
}

}  // namespace

FindingsDifference difference(const Diagnostics& before, const Diagnostics& after) {
  std::vector<const Diagnostic*> former = pointers(before);
  std::vector<const Diagnostic*> later = pointers(after);
  // Those that stay where they were first, so that of two alike the right one is new.
  for (const bool in_place : {true, false}) {
    std::erase_if(later, [&](const Diagnostic* each) {
      return take(former, [&](const Diagnostic& known) {
        return is_same(known, *each) && (!in_place || known.where == each->where);
      });
    });
  }
  FindingsDifference found;
  for (const Diagnostic* each : later) found.came.add(*each);
  for (const Diagnostic* each : former) found.went.add(*each);
  return found;
}

TestsDifference difference(const std::vector<Test>& before, const std::vector<Test>& after) {
  std::map<std::pair<std::string, std::string>, std::deque<bool>> former;
  for (const Test& test : before) former[{test.where.file, test.name}].push_back(test.passed);
  TestsDifference found;
  for (const Test& test : after) {
    const auto known = former.find({test.where.file, test.name});
    const bool is_new = known == former.end() || known->second.empty();
    bool passed = true;
    if (is_new) {
      ++found.came;
    } else {
      passed = known->second.front();
      known->second.pop_front();
    }
    if (passed && !test.passed) found.broke.push_back(test);
    if (!passed && test.passed) found.mended.push_back(test);
  }
  for (const auto& [name, left] : former) found.went += static_cast<long>(left.size());
  return found;
}

}  // namespace cpom::compare
